import { lazy, Suspense, useEffect, useSyncExternalStore } from 'react';
import { t, useLanguage } from '../i18n/i18n.ts';
import { ActionButton } from '../panels/ui/ActionButton.tsx';
import { Splitter } from '../panels/ui/Splitter.tsx';
import { firstPicture } from '../store/firstPicture.ts';
import { useSelection } from '../store/selection.ts';
import { stageControls } from '../store/stageControls.ts';
import { useView } from '../store/view.ts';
import { Fence } from './Fence.tsx';

const Inspector = lazy(async () => {
  await firstPicture;
  return { default: (await import('../panels/inspector/Inspector.tsx')).Inspector };
});
const EditorPanel = lazy(() => import('../panels/editor/EditorPanel.tsx'));

const narrowest = 280;
/** The stage keeps at least this much, in pixels at scale 1. */
const stageWidth = 400;

/** The column at the right: the inspector or the editor of what is selected. */
export function Side() {
  useLanguage();
  const editorOpen = useView((view) => view.editorOpen);
  const width = useView((view) => (view.editorOpen ? view.editorWidth : view.inspectorWidth));
  const idle = useSelection(({ selected }) => selected === undefined) && !editorOpen;
  useRevealAboveSheet(idle);
  const widest = Math.max(narrowest, useWindowWidth() - stageWidth);
  const shown = Math.min(width, widest);
  return (
    <aside
      className="side"
      aria-label={t('app.side')}
      data-idle={idle || undefined}
      style={{ '--side-width': `${shown / 16}rem` } as React.CSSProperties}
    >
      <Splitter
        label={t('app.resize')}
        edge="left"
        size={shown}
        least={narrowest}
        most={widest}
        onResize={(size) => useView.setState(editorOpen ? { editorWidth: size } : { inspectorWidth: size })}
      />
      <div className="side-body">
        <div className="side-head">
          <div className="side-tabs">
            <SideTab title={t('app.inspector')} editor={false} shown={!editorOpen} />
            <SideTab title={t('app.yaml')} editor={true} shown={editorOpen} />
          </div>
          <ActionButton id="toggleSide" className="side-close" />
        </div>
        <div className="side-content">
          <Fence key={editorOpen ? 'editor' : 'inspector'}>
            <Suspense fallback={null}>{editorOpen ? <EditorPanel /> : <Inspector />}</Suspense>
          </Fence>
        </div>
      </div>
    </aside>
  );
}

function SideTab({ title, editor, shown }: { title: string; editor: boolean; shown: boolean }) {
  return (
    <button
      type="button"
      className="side-tab"
      aria-pressed={shown}
      onClick={() => useView.setState({ editorOpen: editor })}
    >
      {title}
    </button>
  );
}

function subscribe(listener: () => void): () => void {
  addEventListener('resize', listener);
  return () => removeEventListener('resize', listener);
}

/** In pixels at scale 1. */
function useWindowWidth(): number {
  const scale = useView((view) => (view.theme === 'projector' ? 1.6 : 1));
  return Math.floor(useSyncExternalStore(subscribe, () => innerWidth) / scale);
}

/** In a narrow window the column opens below the stage, which has then shrunk: what was selected is brought back into view. */
function useRevealAboveSheet(idle: boolean): void {
  useEffect(() => {
    if (idle || !matchMedia('(max-width: 48rem)').matches) return;
    // The stage learns of its new size at the end of this frame.
    let frame = requestAnimationFrame(() => {
      frame = requestAnimationFrame(() => stageControls()?.reveal());
    });
    return () => cancelAnimationFrame(frame);
  }, [idle]);
}
