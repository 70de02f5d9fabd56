// Stands for d3-transition and d3-interpolate, which d3-zoom imports for animated moves only: the stage moves its camera
// itself (camera.ts). With them all of d3-color would be loaded before the first picture (vite.config.ts names this file).
import { selection } from 'd3-selection';

// d3-transition gives selections this method, and d3-zoom stops animations by it before each move of its own.
Object.assign(selection.prototype, {
  interrupt<T>(this: T): T {
    return this;
  },
});

/** d3-transition's `interrupt`: where nothing is ever in transition there is nothing to stop. */
export function interrupt(): void {}

/** d3-interpolate's `interpolateZoom`: the way between two views, of which there is only the end where nothing moves. */
export function interpolateZoom<View>(_from: View, to: View): () => View {
  return () => to;
}
