import Editor, { type OnMount } from '@monaco-editor/react';
import { useEffect, useRef } from 'react';
import { say } from '../../i18n/editor.ts';
import { shownTheme, useView } from '../../store/view.ts';
import { asEdit, setFixes } from './codeActions.ts';
import type { Mark } from './marks.ts';
import { monaco } from './monaco.ts';
import type { Fix, Place } from './reading/document.ts';

interface Properties {
  id: string;
  text: string;
  marks: readonly Mark[];
  /** Where to put the cursor; a new object each time. */
  goTo: Place | undefined;
  /** A change to make, as if typed; a new object each time. */
  fix: Fix | undefined;
  onEdit(text: string): void;
  onApply(): void;
}

type CodeEditor = Parameters<OnMount>[0];

/** Monaco with the YAML of one document. Each document keeps its own undo history while the page is open. */
export default function CodeArea({ id, text, marks, goTo, fix, onEdit, onApply }: Properties) {
  const editor = useRef<CodeEditor | undefined>(undefined);
  const apply = useRef(onApply);
  apply.current = onApply;
  const theme = useView((state) => shownTheme(state.theme));
  const isProjected = theme === 'projector';

  useEffect(() => {
    const model = editor.current?.getModel();
    if (!model) return;
    monaco.editor.setModelMarkers(
      model,
      'api-server',
      marks.map((mark) => asMarker(model, mark)),
    );
    setFixes(model, marks);
  }, [marks]);

  useEffect(() => {
    if (!fix) return;
    editor.current?.pushUndoStop();
    editor.current?.executeEdits('fix', fix.edits.map(asEdit));
    editor.current?.pushUndoStop();
    editor.current?.focus();
  }, [fix]);

  useEffect(() => {
    if (!goTo) return;
    editor.current?.setPosition({ lineNumber: goTo.line, column: goTo.column });
    editor.current?.revealLineInCenter(goTo.line);
    editor.current?.focus();
  }, [goTo]);

  const mount: OnMount = (mounted) => {
    editor.current = mounted;
    mounted.addCommand(monaco.KeyMod.CtrlCmd | monaco.KeyCode.Enter, () => apply.current());
  };

  return (
    <Editor
      path={`file:///${id}.yaml`}
      language="yaml"
      value={text}
      theme={theme === 'light' || isProjected ? 'podarium-light' : theme === 'contrast' ? 'hc-black' : 'podarium-dark'}
      keepCurrentModel
      loading={<p className="editor-loading">{say('editor.loading')}</p>}
      onMount={mount}
      onChange={(next) => onEdit(next ?? '')}
      options={{
        ariaLabel: say('editor.title'),
        minimap: { enabled: false },
        fontFamily: "'JetBrains Mono Variable', ui-monospace, monospace",
        fontSize: isProjected ? 20 : 13,
        tabSize: 2,
        automaticLayout: true,
        scrollBeyondLastLine: false,
        fixedOverflowWidgets: true,
        quickSuggestions: { other: true, comments: false, strings: true },
        renderLineHighlight: 'line',
        padding: { top: 8, bottom: 8 },
        tabFocusMode: false,
      }}
    />
  );
}

const severities = {
  error: monaco.MarkerSeverity.Error,
  warning: monaco.MarkerSeverity.Warning,
  info: monaco.MarkerSeverity.Info,
};

function asMarker(model: monaco.editor.ITextModel, { severity, message, start, end }: Mark): monaco.editor.IMarkerData {
  const lines = model.getLineCount();
  const endLine = Math.min(end.line, lines);
  return {
    severity: severities[severity],
    message,
    startLineNumber: Math.min(start.line, lines),
    startColumn: start.column,
    endLineNumber: endLine,
    endColumn: Math.max(start.column + 1, Math.min(end.column, model.getLineMaxColumn(endLine))),
  };
}
