import type { Scene } from '../scene/scene.ts';
import { pictureIsThere } from '../store/firstPicture.ts';

/** Under this name each frame's time on the main thread is found in the browser's performance measures. */
export const frameMeasure = 'podarium:frame';
/** Older measures than this many are dropped, or a page that is open for hours would keep millions. */
const mostKept = 1200;
let kept = 0;

/** Notes that a frame was drawn from `start` until now, and whether the still canvas was drawn as well. */
export function measureFrame(start: number, still: boolean): void {
  if (++kept > mostKept) {
    performance.clearMeasures(frameMeasure);
    kept = 1;
  }
  performance.measure(frameMeasure, { start, end: performance.now(), detail: { still } });
}

/** The mark of the first Pod that was drawn since the page was opened. */
export const firstPodMark = 'podarium:first-pod';
let isMarked = false;

/** Notes, once, that there is a Pod in the picture. */
export function markFirstPod(scene: Scene): void {
  if (isMarked || scene.pods.length === 0) return;
  isMarked = true;
  performance.mark(firstPodMark);
  pictureIsThere();
}
