import { sayAny } from '../../i18n/editor.ts';
import type { Mark } from './marks.ts';
import { monaco } from './monaco.ts';
import type { Fix } from './reading/document.ts';

type Model = monaco.editor.ITextModel;

/** The marks with fixes of each text that is open. */
const marksByModel = new WeakMap<Model, readonly Mark[]>();

/** Offers the fixes of these marks as Monaco's quick fixes (Ctrl + .), until other marks are set. */
export function setFixes(model: Model, marks: readonly Mark[]): void {
  marksByModel.set(
    model,
    marks.filter(({ fixes }) => fixes.length > 0),
  );
}

/** A change of the text as Monaco takes it. */
export function asEdit({ start, end, text }: Fix['edits'][number]) {
  const range = new monaco.Range(start.line, start.column, end.line, end.column);
  return { range, text, forceMoveMarkers: true };
}

const touches = ({ start, end }: Mark, range: monaco.Range) =>
  start.line <= range.endLineNumber && end.line >= range.startLineNumber;

monaco.languages.registerCodeActionProvider('yaml', {
  provideCodeActions(model, range, context) {
    const marks = (marksByModel.get(model) ?? []).filter((mark) => touches(mark, range));
    const actions = marks.flatMap((mark) =>
      mark.fixes.map(({ title, edits }) => ({
        title: sayAny(title.key, title.values),
        kind: 'quickfix',
        diagnostics: context.markers.filter(({ message }) => message === mark.message),
        isPreferred: mark.fixes.length === 1,
        edit: {
          edits: edits.map((edit) => ({ resource: model.uri, versionId: undefined, textEdit: asEdit(edit) })),
        },
      })),
    );
    return { actions, dispose: () => undefined };
  },
});
