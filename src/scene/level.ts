/** How much is told of a Pod: a square with its state; name, IP, ready count and STATUS; its containers as well. */
export type Level = 'far' | 'middle' | 'near';

/** Zoom from which on a level is drawn, and below which it is left again: apart, so that it does not flicker. */
export const levelZoom = {
  middle: { enter: 0.56, leave: 0.5 },
  near: { enter: 1.9, leave: 1.7 },
} as const;

/** The level at a zoom, given the level before. */
export function levelAt(zoom: number, before: Level): Level {
  if (zoom >= (before === 'near' ? levelZoom.near.leave : levelZoom.near.enter)) return 'near';
  return zoom >= (before === 'far' ? levelZoom.middle.enter : levelZoom.middle.leave) ? 'middle' : 'far';
}
