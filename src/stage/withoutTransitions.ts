// Stands for d3-transition, which d3-zoom imports for animated moves only: the stage moves its camera itself (camera.ts).
// With it d3-color and d3-interpolate's colours would be loaded before the first picture (vite.config.ts names this file).

/** d3-transition's `interrupt`: where nothing is ever in transition there is nothing to stop. */
export function interrupt(): void {}
