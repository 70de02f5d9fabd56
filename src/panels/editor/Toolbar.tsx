import { DropdownMenu } from 'radix-ui';
import { say, sayAny } from '../../i18n/editor.ts';
import type { EditorDocument } from './editorDocument.ts';
import { exampleManifests } from './manifests/registry.ts';
import { cancelApply, discard, useEditor } from './useEditor.ts';

interface Properties {
  document: EditorDocument | undefined;
  onApply(): void;
  onNew(text: string): void;
}

/** Apply, live mode, diff, discard, and the ready manifests. */
export function Toolbar({ document, onApply, onNew }: Properties) {
  const { live, showsDiff, progress } = useEditor();
  return (
    <div className="editor-toolbar" role="toolbar" aria-label={say('editor.title')}>
      <button
        type="button"
        className="button button-primary"
        title={say('editor.applyHint')}
        aria-keyshortcuts="Control+Enter Meta+Enter"
        aria-disabled={!document || progress !== undefined}
        onClick={() => document && !progress && onApply()}
      >
        {progress ? say('editor.applying') : say('editor.apply')}
      </button>
      {progress && progress.total > 1 && (
        <>
          <span role="status">{say('editor.progress', progress)}</span>
          <button type="button" className="button" onClick={cancelApply}>
            {say('editor.stop')}
          </button>
        </>
      )}
      <label className="editor-switch" title={say('editor.liveHint')}>
        <input
          type="checkbox"
          checked={live}
          onChange={(event) => useEditor.setState({ live: event.target.checked })}
        />
        {say('editor.live')}
      </label>
      <button
        type="button"
        className="button"
        title={say('editor.diffHint')}
        aria-pressed={showsDiff}
        aria-disabled={document?.liveText === undefined}
        onClick={() => document?.liveText !== undefined && useEditor.setState({ showsDiff: !showsDiff })}
      >
        {say('editor.diff')}
      </button>
      {document?.isUnapplied && (
        <button type="button" className="button" onClick={() => discard(document.id)}>
          {say('editor.revert')}
        </button>
      )}
      <DropdownMenu.Root>
        <DropdownMenu.Trigger className="button editor-new" title={say('editor.newHint')}>
          {say('editor.new')} ▾
        </DropdownMenu.Trigger>
        <DropdownMenu.Portal>
          <DropdownMenu.Content className="menu" align="end" sideOffset={4}>
            {exampleManifests.map(({ title, text }) => (
              <DropdownMenu.Item key={title} className="menu-item" onSelect={() => onNew(text)}>
                {sayAny(title)}
              </DropdownMenu.Item>
            ))}
          </DropdownMenu.Content>
        </DropdownMenu.Portal>
      </DropdownMenu.Root>
    </div>
  );
}
