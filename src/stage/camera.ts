import { select } from 'd3-selection';
import { type D3ZoomEvent, zoom, zoomIdentity, zoomTransform } from 'd3-zoom';
import type { Rect } from '../scene/geometry.ts';
import type { Camera } from './draw/paint.ts';

export interface CameraControl {
  readonly camera: Camera;
  /** Whether the user has not moved it since all was last shown: then it keeps showing all. */
  readonly showsAll: boolean;
  fit(bounds: Rect, smoothly: boolean): void;
  /** Moves so that a rectangle fills about this share of the picture. */
  show(rect: Rect, share: number, smoothly: boolean): void;
  /** Whether a rectangle is wholly in view, and large enough to be read. */
  sees(rect: Rect): boolean;
  zoomBy(factor: number, smoothly: boolean): void;
  panBy(x: number, y: number): void;
  /** The next step of a smooth move; true while there is more to come. `wall` in milliseconds. */
  advance(wall: number): boolean;
  remove(): void;
}

/** Narrower than this, in CSS pixels, a box shows no text. */
const legibleWidth = 96;
const nearest = 7;
const farthest = 0.02;
const moveDuration = 420;
/** Around everything when all is shown, in CSS pixels. */
const margin = 28;
/** Small clusters are not blown up beyond this. */
const largestFit = 1.25;

/** A camera that d3-zoom moves on an element; `moved` is called after each move. */
export function createCamera(element: HTMLElement, moved: () => void): CameraControl {
  const selection = select(element);
  let all = true;
  let moving: { from: Camera; to: Camera; start: number | undefined } | undefined;
  const behaviour = zoom<HTMLElement, unknown>()
    .scaleExtent([farthest, nearest])
    .clickDistance(4)
    // With Shift, dragging draws an area to zoom to (areaZoom.ts).
    .filter(
      (event: MouseEvent) =>
        (!event.ctrlKey || event.type === 'wheel') && !event.button && !(event.shiftKey && event.type === 'mousedown'),
    )
    .on('zoom', (event: D3ZoomEvent<HTMLElement, unknown>) => {
      if (event.sourceEvent) {
        all = false;
        moving = undefined;
      }
      moved();
    });
  selection.call(behaviour).on('dblclick.zoom', null);

  const camera = (): Camera => zoomTransform(element);
  const set = ({ k, x, y }: Camera): void => behaviour.transform(selection, zoomIdentity.translate(x, y).scale(k));
  const go = (to: Camera, smoothly: boolean): void => {
    moving = smoothly ? { from: camera(), to, start: undefined } : undefined;
    if (moving) moved();
    else set(to);
  };
  const about = (rect: Rect, k: number): Camera => ({
    k,
    x: element.clientWidth / 2 - (rect.x + rect.width / 2) * k,
    y: element.clientHeight / 2 - (rect.y + rect.height / 2) * k,
  });
  const filling = (rect: Rect, width: number, height: number): number =>
    Math.max(farthest, Math.min(width / Math.max(1, rect.width), height / Math.max(1, rect.height)));

  return {
    get camera() {
      return camera();
    },
    get showsAll() {
      return all;
    },
    fit(bounds, smoothly) {
      all = true;
      const k = filling(bounds, element.clientWidth - 2 * margin, element.clientHeight - 2 * margin);
      go(about(bounds, Math.min(largestFit, k)), smoothly);
    },
    show(rect, share, smoothly) {
      all = false;
      const k = filling(rect, element.clientWidth * share, element.clientHeight * share);
      go(about(rect, Math.min(nearest, k)), smoothly);
    },
    sees({ x, y, width, height }) {
      const now = moving?.to ?? camera();
      const left = x * now.k + now.x;
      const top = y * now.k + now.y;
      const isInside =
        left >= 0 &&
        top >= 0 &&
        left + width * now.k <= element.clientWidth &&
        top + height * now.k <= element.clientHeight;
      return isInside && width * now.k >= legibleWidth;
    },
    zoomBy(factor, smoothly) {
      all = false;
      const { k, x, y } = moving?.to ?? camera();
      const to = Math.min(nearest, Math.max(farthest, k * factor));
      const middle = { x: element.clientWidth / 2, y: element.clientHeight / 2 };
      go({ k: to, x: middle.x - ((middle.x - x) / k) * to, y: middle.y - ((middle.y - y) / k) * to }, smoothly);
    },
    panBy(x, y) {
      all = false;
      moving = undefined;
      behaviour.translateBy(selection, x / camera().k, y / camera().k);
    },
    advance(wall) {
      if (!moving) return false;
      moving.start ??= wall;
      const share = Math.min(1, (wall - moving.start) / moveDuration);
      const eased = 1 - (1 - share) ** 3;
      const { from, to } = moving;
      // The zoom changes by an even factor, and the middle of the picture goes straight.
      const k = from.k * (to.k / from.k) ** eased;
      const at = Math.abs(to.k - from.k) < 1e-6 ? eased : (k - from.k) / (to.k - from.k);
      set({ k, x: from.x + (to.x - from.x) * at, y: from.y + (to.y - from.y) * at });
      if (share === 1) moving = undefined;
      return moving !== undefined;
    },
    remove() {
      selection.on('.zoom', null);
    },
  };
}
