import type { Rect } from '../scene/geometry.ts';
import type { Engine } from './engine.ts';

/** Smaller areas than this, in CSS pixels, are slips of the hand. */
const smallest = 12;

/** Dragging with Shift held draws an area, and the camera goes there. Returns how to stop. */
export function zoomToAreas(area: HTMLElement, engine: Engine): () => void {
  let start: { x: number; y: number } | undefined;
  const frame = document.createElement('div');
  frame.className = 'stage-area-frame';
  frame.hidden = true;
  area.append(frame);

  const pointOf = (event: PointerEvent): { x: number; y: number } => {
    const bounds = area.getBoundingClientRect();
    return { x: event.clientX - bounds.left, y: event.clientY - bounds.top };
  };
  const rectTo = (from: { x: number; y: number }, event: PointerEvent): Rect => {
    const to = pointOf(event);
    return {
      x: Math.min(from.x, to.x),
      y: Math.min(from.y, to.y),
      width: Math.abs(to.x - from.x),
      height: Math.abs(to.y - from.y),
    };
  };
  const pressed = (event: PointerEvent): void => {
    if (!event.shiftKey || event.button !== 0) return;
    start = pointOf(event);
    area.setPointerCapture(event.pointerId);
  };
  const moved = (event: PointerEvent): void => {
    if (!start) return;
    const { x, y, width, height } = rectTo(start, event);
    frame.hidden = false;
    Object.assign(frame.style, { left: `${x}px`, top: `${y}px`, width: `${width}px`, height: `${height}px` });
  };
  const released = (event: PointerEvent): void => {
    if (!start) return;
    const rect = rectTo(start, event);
    start = undefined;
    frame.hidden = true;
    if (rect.width < smallest || rect.height < smallest) return;
    const { k, x, y } = engine.camera.camera;
    const world = { x: (rect.x - x) / k, y: (rect.y - y) / k, width: rect.width / k, height: rect.height / k };
    engine.camera.show(world, 1, !engine.motionless());
  };
  area.addEventListener('pointerdown', pressed);
  area.addEventListener('pointermove', moved);
  area.addEventListener('pointerup', released);
  area.addEventListener('pointercancel', released);
  return () => {
    area.removeEventListener('pointerdown', pressed);
    area.removeEventListener('pointermove', moved);
    area.removeEventListener('pointerup', released);
    area.removeEventListener('pointercancel', released);
    frame.remove();
  };
}
