import { DropdownMenu } from 'radix-ui';
import { t, translate } from '../../i18n/i18n.ts';
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
    <div className="editor-toolbar" role="toolbar" aria-label={t('editor.title')}>
      <button
        type="button"
        className="button button-primary"
        title={t('editor.applyHint')}
        aria-keyshortcuts="Control+Enter Meta+Enter"
        aria-disabled={!document || progress !== undefined}
        onClick={() => document && !progress && onApply()}
      >
        {progress ? t('editor.applying') : t('editor.apply')}
      </button>
      {progress && progress.total > 1 && (
        <>
          <span role="status">{t('editor.progress', progress)}</span>
          <button type="button" className="button" onClick={cancelApply}>
            {t('editor.stop')}
          </button>
        </>
      )}
      <label className="editor-switch" title={t('editor.liveHint')}>
        <input
          type="checkbox"
          checked={live}
          onChange={(event) => useEditor.setState({ live: event.target.checked })}
        />
        {t('editor.live')}
      </label>
      <button
        type="button"
        className="button"
        title={t('editor.diffHint')}
        aria-pressed={showsDiff}
        aria-disabled={document?.liveText === undefined}
        onClick={() => document?.liveText !== undefined && useEditor.setState({ showsDiff: !showsDiff })}
      >
        {t('editor.diff')}
      </button>
      {document?.isUnapplied && (
        <button type="button" className="button" onClick={() => discard(document.id)}>
          {t('editor.revert')}
        </button>
      )}
      <DropdownMenu.Root>
        <DropdownMenu.Trigger className="button editor-new" title={t('editor.newHint')}>
          {t('editor.new')} ▾
        </DropdownMenu.Trigger>
        <DropdownMenu.Portal>
          <DropdownMenu.Content className="menu" align="end" sideOffset={4}>
            {exampleManifests.map(({ title, text }) => (
              <DropdownMenu.Item key={title} className="menu-item" onSelect={() => onNew(text)}>
                {translate(title)}
              </DropdownMenu.Item>
            ))}
          </DropdownMenu.Content>
        </DropdownMenu.Portal>
      </DropdownMenu.Root>
    </div>
  );
}
