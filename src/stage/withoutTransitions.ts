// Stands for d3-transition, which d3-zoom imports for animated moves only: the stage moves its camera itself (camera.ts).
// With it d3-color and d3-interpolate's colours would be loaded before the first picture (vite.config.ts names this file).
import { selection } from 'd3-selection';

// d3-transition gives selections this method, and d3-zoom stops animations by it before each move of its own.
Object.assign(selection.prototype, {
  interrupt<T>(this: T): T {
    return this;
  },
});

/** d3-transition's `interrupt`: where nothing is ever in transition there is nothing to stop. */
export function interrupt(): void {}
