import { DiffEditor } from '@monaco-editor/react';
import { say } from '../../i18n/editor.ts';
import { shownTheme, useView } from '../../store/view.ts';
import './monaco.ts';

/** The object as it is in the cluster (left) beside the text (right). */
export default function DiffArea({ live, text }: { live: string; text: string }) {
  const theme = useView((state) => shownTheme(state.theme));
  return (
    <DiffEditor
      original={live}
      modified={text}
      language="yaml"
      theme={theme === 'light' || theme === 'projector' ? 'podarium-light' : 'podarium-dark'}
      loading={<p className="editor-loading">{say('editor.loading')}</p>}
      options={{
        readOnly: true,
        renderSideBySide: false,
        minimap: { enabled: false },
        fontSize: 13,
        automaticLayout: true,
      }}
    />
  );
}
