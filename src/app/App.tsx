import { lazy, Suspense } from 'react';
import { t, useLanguage } from '../i18n/i18n.ts';
import { ActionButton } from '../panels/ui/ActionButton.tsx';
import { Stage } from '../stage/Stage.tsx';
import { useDialogs } from '../store/dialogs.ts';
import { firstPicture } from '../store/firstPicture.ts';
import { useView } from '../store/view.ts';
import { Fence } from './Fence.tsx';
import { Side } from './Side.tsx';
import { TopBar } from './TopBar.tsx';

/** What the first picture does not need: it comes after it, in one piece. */
const later = firstPicture.then(() => import('./later.ts'));
const Timeline = lazy(async () => ({ default: (await later).Timeline }));
const HintLayer = lazy(async () => ({ default: (await later).HintLayer }));
const Notices = lazy(async () => ({ default: (await later).Notices }));
const ConnectionBanner = lazy(async () => ({ default: (await later).ConnectionBanner }));
const Announcer = lazy(async () => ({ default: (await later).Announcer }));
const Palette = lazy(() => import('../panels/palette/Palette.tsx'));
const ImageEditor = lazy(() => import('../panels/images/ImageEditor.tsx'));
const Help = lazy(() => import('../panels/help/Help.tsx'));
const Support = lazy(() => import('../panels/help/Support.tsx'));

/** The whole page. */
export function App() {
  useLanguage();
  const presenting = useView((view) => view.presenting);
  const sideOpen = useView((view) => view.sideOpen);
  const dockOpen = useView((view) => view.dockOpen);
  return (
    <>
      <div className="app">
        <button type="button" className="button button-primary unseen skip" onClick={focusStage}>
          {t('app.skip')}
        </button>
        {!presenting && <TopBar />}
        <Suspense fallback={null}>
          <ConnectionBanner />
        </Suspense>
        <main className="stage-pane">
          <Fence>
            <Stage />
          </Fence>
          {presenting && (
            <div className="end-presenting">
              <ActionButton id="present" />
            </div>
          )}
        </main>
        {!presenting && sideOpen && <Side />}
        {!presenting && dockOpen && (
          <section className="dock" aria-label={t('app.timeline')}>
            <Fence>
              <Suspense fallback={null}>
                <Timeline />
              </Suspense>
            </Fence>
          </section>
        )}
      </div>
      <Dialogs />
      <Suspense fallback={null}>
        <Notices />
        <Announcer />
        <HintLayer />
      </Suspense>
    </>
  );
}

function Dialogs() {
  const open = useDialogs((dialogs) => dialogs.open);
  return (
    <Suspense fallback={null}>
      {(open === 'palette' || open === 'search') && <Palette objectsFirst={open === 'search'} />}
      {open === 'help' && <Help />}
      {open === 'support' && <Support />}
      {open === 'image' && <ImageEditor />}
    </Suspense>
  );
}

function focusStage(): void {
  document.querySelector<HTMLElement>('.stage-area')?.focus();
}
