import { lazy, Suspense, useEffect, useRef, useState } from 'react';
import { t, useLanguage } from '../i18n/i18n.ts';
import { firstPicture } from '../store/firstPicture.ts';
import { useSelection } from '../store/selection.ts';
import { registerStage } from '../store/stageControls.ts';
import { zoomToAreas } from './areaZoom.ts';
import { createEngine, type Engine } from './engine.ts';
import { handleKey } from './keys.ts';
import { openShare } from './near.ts';
import { followPointer } from './pointer.ts';
import { Rings } from './Rings.tsx';
import { boxOfReference } from './reference.ts';
import './stage.css';

const extras = firstPicture.then(() => import('./extras.ts'));
const EmptyHint = lazy(async () => ({ default: (await extras).EmptyHint }));
const HoverCard = lazy(async () => ({ default: (await extras).HoverCard }));
const Legend = lazy(async () => ({ default: (await extras).Legend }));
const Minimap = lazy(async () => ({ default: (await extras).Minimap }));
const Placing = lazy(async () => ({ default: (await extras).Placing }));
const SceneTree = lazy(async () => ({ default: (await extras).SceneTree }));

/** The picture of the cluster: two canvases, rings and card above them, and the same things as a tree for screen readers. */
export function Stage() {
  const language = useLanguage();
  const area = useRef<HTMLDivElement>(null);
  const still = useRef<HTMLCanvasElement>(null);
  const moving = useRef<HTMLCanvasElement>(null);
  const [engine, setEngine] = useState<Engine>();

  useEffect(() => {
    if (!area.current || !still.current || !moving.current) return;
    const made = createEngine({ area: area.current, still: still.current, moving: moving.current });
    const stopFollowing = followPointer(area.current, made);
    const stopAreas = zoomToAreas(area.current, made);
    const unregister = registerStage({
      fit: () => made.camera.fit(made.scene.bounds, !made.motionless()),
      zoomBy: (factor) => made.camera.zoomBy(factor, !made.motionless()),
      openUp: () => {
        const box = boxOfReference(made.scene, useSelection.getState().selected);
        if (box?.kind === 'pod') made.camera.show(box, openShare, !made.motionless());
      },
      reveal: () => {
        const box = boxOfReference(made.scene, useSelection.getState().selected);
        if (box && !made.camera.sees(box)) made.camera.show(box, box.kind === 'pod' ? 0.3 : 0.5, !made.motionless());
      },
    });
    setEngine(made);
    return () => {
      unregister();
      stopFollowing();
      stopAreas();
      made.remove();
      setEngine(undefined);
    };
  }, []);

  // biome-ignore lint/correctness/useExhaustiveDependencies: the words follow the language
  useEffect(() => engine?.readWords(), [engine, language]);

  return (
    <section className="stage" aria-label={t('stage.title')}>
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset is for forms */}
      <div
        ref={area}
        className="stage-area"
        role="group"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: arrow keys move between the things drawn here
        tabIndex={0}
        aria-label={t('stage.help')}
        onKeyDown={(event) => {
          if (!engine || !handleKey(event.key, engine, event.ctrlKey || event.metaKey || event.altKey)) return;
          event.preventDefault();
          event.stopPropagation();
        }}
      >
        <canvas ref={still} className="stage-canvas" />
        <canvas ref={moving} className="stage-canvas" />
        {engine && <Rings engine={engine} />}
        <Suspense fallback={null}>{engine && <HoverCard engine={engine} />}</Suspense>
      </div>
      <Suspense fallback={null}>
        {engine && <Minimap engine={engine} />}
        <Legend />
        <EmptyHint />
        {engine && <Placing engine={engine} />}
        {engine && <SceneTree engine={engine} />}
      </Suspense>
    </section>
  );
}
