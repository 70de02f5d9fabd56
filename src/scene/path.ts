import type { Point } from './geometry.ts';

/** A way through the picture: corners with the distance of each from the start. Round corners are many short pieces. */
export interface Path {
  points: Point[];
  /** Distance of each point from the first, in world pixels. */
  distances: number[];
  length: number;
}

const piecesOfCorner = 5;

/** A way along straight lines between corners that are rounded with `radius`, as far as the lines are long enough. */
export function roundedPath(corners: readonly Point[], radius: number): Path {
  const points: Point[] = [];
  for (const [index, corner] of corners.entries()) {
    const before = corners[index - 1];
    const after = corners[index + 1];
    if (!before || !after) {
      points.push(corner);
      continue;
    }
    const into = towards(corner, before, radius);
    const outOf = towards(corner, after, radius);
    for (let piece = 0; piece <= piecesOfCorner; piece++) {
      const share = piece / piecesOfCorner;
      const rest = 1 - share;
      points.push({
        x: rest * rest * into.x + 2 * rest * share * corner.x + share * share * outOf.x,
        y: rest * rest * into.y + 2 * rest * share * corner.y + share * share * outOf.y,
      });
    }
  }
  return measured(points);
}

/** One way after another. From the end of one to the beginning of the next, through a box, takes no distance. */
export function joined(paths: readonly Path[]): Path {
  const points: Point[] = [];
  const distances: number[] = [];
  let length = 0;
  for (const path of paths) {
    for (const distance of path.distances) distances.push(length + distance);
    points.push(...path.points);
    length += path.length;
  }
  return { points, distances, length };
}

/** The point at a distance from the start; before the start and behind the end, these. */
export function pointAt(path: Path, distance: number): Point {
  const { points, distances } = path;
  let low = 0;
  let high = points.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((distances[middle] ?? 0) < distance) low = middle + 1;
    else high = middle;
  }
  const next = points[low] ?? { x: 0, y: 0 };
  const previous = points[low - 1];
  if (!previous || distance >= path.length) return next;
  const start = distances[low - 1] ?? 0;
  const piece = (distances[low] ?? 0) - start;
  const share = piece === 0 ? 1 : (distance - start) / piece;
  return { x: previous.x + (next.x - previous.x) * share, y: previous.y + (next.y - previous.y) * share };
}

function measured(points: Point[]): Path {
  const distances: number[] = [];
  let length = 0;
  for (const [index, point] of points.entries()) {
    const before = points[index - 1];
    if (before) length += Math.hypot(point.x - before.x, point.y - before.y);
    distances.push(length);
  }
  return { points, distances, length };
}

/** From a corner towards a neighbour, `radius` far, but at most half of the way. */
function towards(corner: Point, neighbour: Point, radius: number): Point {
  const distance = Math.hypot(neighbour.x - corner.x, neighbour.y - corner.y);
  const share = distance === 0 ? 0 : Math.min(radius, distance / 2) / distance;
  return { x: corner.x + (neighbour.x - corner.x) * share, y: corner.y + (neighbour.y - corner.y) * share };
}
