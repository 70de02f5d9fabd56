import type { Path } from '../../scene/path.ts';
import { routeBetween, wireToApiServer } from '../../scene/route.ts';
import type { Scene } from '../../scene/scene.ts';
import { inWorld, type Paint } from './paint.ts';

/** With more links than this, one Pod on each node stands for all that a Service has there. */
const mostTracks = 240;

interface Tracks {
  front: Path2D;
  toPods: Path2D;
  wires: Path2D;
}

/** By links; good for as long as places stay the same as well. */
const known = new WeakMap<Scene['links'], Tracks & { places: Scene['places'] }>();

/** Draws the ways of requests and the wires of the control plane, empty. */
export function drawTracks(paint: Paint, scene: Scene): void {
  const { context, palette, camera } = paint;
  const tracks = tracksOf(scene);
  inWorld(paint, () => {
    const pixel = 1 / camera.k;
    context.lineWidth = pixel;
    context.strokeStyle = palette.wire;
    context.stroke(tracks.wires);
    context.strokeStyle = palette.track;
    context.stroke(tracks.toPods);
    context.lineWidth = 1.5 * pixel;
    context.stroke(tracks.front);
  });
}

function tracksOf(scene: Scene): Tracks {
  const before = known.get(scene.links);
  if (before?.places === scene.places) return before;
  const tracks: Tracks = { front: new Path2D(), toPods: new Path2D(), wires: new Path2D() };
  for (const part of scene.parts) addPath(tracks.wires, wireToApiServer(scene, part.id));
  for (const node of scene.nodes) addPath(tracks.wires, wireToApiServer(scene, node.id));
  const toPods = scene.links.filter((link) => link.to.startsWith('pod/'));
  for (const link of scene.links)
    if (!link.to.startsWith('pod/')) addPath(tracks.front, routeBetween(scene, link.from, link.to));
  const sparse = toPods.length > mostTracks;
  const seen = new Set<string>();
  let drawn = 0;
  for (const link of toPods) {
    const pod = scene.boxes.get(link.to);
    if (pod?.kind !== 'pod') continue;
    const bundle = `${link.from} ${pod.node}`;
    if (sparse && (seen.has(bundle) || drawn >= mostTracks)) continue;
    seen.add(bundle);
    drawn++;
    addPath(tracks.toPods, routeBetween(scene, link.from, link.to));
  }
  known.set(scene.links, { ...tracks, places: scene.places });
  return tracks;
}

/** Adds a way to a path of the canvas. */
export function addPath(to: Path2D | CanvasRenderingContext2D, path: Pick<Path, 'points'> | undefined): void {
  if (!path) return;
  for (const [index, point] of path.points.entries()) {
    if (index === 0) to.moveTo(point.x, point.y);
    else to.lineTo(point.x, point.y);
  }
}
