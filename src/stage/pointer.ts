import { useSelection } from '../store/selection.ts';
import type { Engine } from './engine.ts';
import { boxAt } from './hitTest.ts';
import { openShare } from './near.ts';
import { referenceOf } from './reference.ts';

/** Hovering and clicking on the canvas hover and select what is there. Returns how to stop. */
export function followPointer(area: HTMLElement, engine: Engine): () => void {
  let frame = 0;
  let last: { x: number; y: number } | undefined;
  const boxUnder = (event: { clientX: number; clientY: number }) => {
    const bounds = area.getBoundingClientRect();
    const { k, x, y } = engine.camera.camera;
    return boxAt(engine.scene, { x: (event.clientX - bounds.left - x) / k, y: (event.clientY - bounds.top - y) / k });
  };
  const look = (): void => {
    frame = 0;
    if (!last) return;
    const box = boxUnder({ clientX: last.x, clientY: last.y });
    engine.point(box);
    useSelection.getState().hover(box && referenceOf(box));
    area.style.cursor = box && referenceOf(box) ? 'pointer' : 'grab';
  };
  // A pointer tells more often than there are frames, and one look in a frame is enough.
  const moved = (event: PointerEvent): void => {
    last = event.buttons === 0 ? { x: event.clientX, y: event.clientY } : undefined;
    frame ||= requestAnimationFrame(look);
  };
  const left = (): void => {
    last = undefined;
    engine.point(undefined);
    useSelection.getState().hover(undefined);
  };
  const clicked = (event: MouseEvent): void => {
    const box = boxUnder(event);
    useSelection.getState().select(box && referenceOf(box));
  };
  const clickedTwice = (event: MouseEvent): void => {
    const box = boxUnder(event);
    if (box) engine.camera.show(box, box.kind === 'pod' ? openShare : 0.8, !engine.motionless());
    else engine.camera.fit(engine.scene.bounds, !engine.motionless());
  };
  area.addEventListener('pointermove', moved);
  area.addEventListener('pointerleave', left);
  area.addEventListener('click', clicked);
  area.addEventListener('dblclick', clickedTwice);
  return () => {
    cancelAnimationFrame(frame);
    area.removeEventListener('pointermove', moved);
    area.removeEventListener('pointerleave', left);
    area.removeEventListener('click', clicked);
    area.removeEventListener('dblclick', clickedTwice);
  };
}
