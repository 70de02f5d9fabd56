import { say } from '../../i18n/editor.ts';
import { useCluster } from '../../store/cluster.ts';
import { useDrafts } from './drafts.ts';
import { editorDocument, manifestNumber } from './editorDocument.ts';
import { useEditor } from './useEditor.ts';

/** The documents with something typed, and the one that is shown; one that is not applied yet is marked. */
export function DocumentTabs() {
  const drafts = useDrafts((state) => state.drafts);
  const active = useEditor((state) => state.active);
  const cluster = useCluster();
  const ids = [...new Set([...(active ? [active] : []), ...Object.keys(drafts)])].sort();
  return (
    <div className="editor-tabs" role="tablist" aria-label={say('editor.documents')}>
      {ids.map((id) => {
        const { isUnapplied } = editorDocument(id, cluster, drafts);
        return (
          <button
            key={id}
            type="button"
            role="tab"
            aria-selected={id === active}
            className="editor-tab"
            title={id}
            onClick={() => useEditor.setState({ active: id, showsDiff: false })}
          >
            <span className="editor-tab-name">{titleOf(id)}</span>
            {isUnapplied && (
              <span
                className="editor-dot"
                role="img"
                aria-label={say('editor.unapplied')}
                title={say('editor.unapplied')}
              />
            )}
          </button>
        );
      })}
    </div>
  );
}

function titleOf(id: string): string {
  const number = manifestNumber(id);
  return number ? say('editor.manifest', { number }) : (id.split('/').at(-1) ?? id);
}
