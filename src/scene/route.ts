import { contains, type Point } from './geometry.ts';
import { front } from './measures.ts';
import { type Path, roundedPath } from './path.ts';
import { podGap } from './room.ts';
import type { Box, NodeBox, Places, PodBox, Scene, ServiceBox } from './scene.ts';

/** Services share the ways between nodes in so many lanes beside each other. */
const lanes = 5;
/** Ways depend on the places of things alone, and these stay the same object for as long as nothing comes or goes. */
const known = new WeakMap<Places, Map<string, Path | undefined>>();

/**
 * The way from one box to another: straight across in front of the nodes, and from a Service to a Pod along the ways
 * between the nodes, into the room and between its rows of Pods, down to the Pod. Undefined where one of the two is
 * not there.
 */
export function routeBetween(scene: Scene, from: string, to: string): Path | undefined {
  let routes = known.get(scene.places);
  if (!routes) {
    routes = new Map();
    known.set(scene.places, routes);
  }
  const id = `${from} ${to}`;
  if (routes.has(id)) return routes.get(id);
  const start = scene.boxes.get(from);
  const end = scene.boxes.get(to);
  const route = start && end ? routed(scene, start, end) : undefined;
  routes.set(id, route);
  return route;
}

function routed(scene: Scene, from: Box, to: Box): Path {
  if (from.kind === 'service' && to.kind === 'pod') {
    const node = to.node === undefined ? undefined : scene.boxes.get(`node/${to.node}`);
    if (node?.kind === 'node') return intoRoom(scene, from, node, to);
  }
  return acrossFront(scene, from, to);
}

/** Where a request leaves a box, and where it comes to it. */
const rightOf = (box: Box): Point => ({ x: box.x + box.width, y: box.y + box.height / 2 });
const leftOf = (box: Box): Point => ({ x: box.x, y: box.y + box.height / 2 });

function acrossFront(scene: Scene, from: Box, to: Box): Path {
  const { scale } = scene.arrangement;
  const start = rightOf(from);
  const end = leftOf(to);
  const first = scene.headings.find((heading) => contains({ ...heading, height: scene.bounds.height }, end));
  const trunk = (first?.x ?? end.x) - 28 * scale;
  const corners = [start, { x: trunk, y: start.y }];
  const beside = end.x - (front.between / 2) * to.scale;
  // Boxes in the second row and beyond are reached between the boxes before them.
  if (first && end.x > first.x + 1)
    corners.push({ x: trunk, y: above(to) }, { x: beside, y: above(to) }, { x: beside, y: end.y });
  else corners.push({ x: trunk, y: end.y });
  corners.push(end);
  return start.y === end.y && end.x === first?.x ? roundedPath([start, end], 0) : roundedPath(corners, 12 * to.scale);
}

/** Height of the way above a box in front of the nodes. */
const above = (box: Box): number => box.y - (front.between / 2) * box.scale;

function intoRoom(scene: Scene, service: ServiceBox, node: NodeBox, pod: PodBox): Path {
  const { gutter, scale } = scene.arrangement;
  const place = scene.places.services.get(service.key) ?? 0;
  const lane = (place % lanes) - (lanes - 1) / 2;
  const start = rightOf(service);
  const first = scene.nodesLeft - 24 * scale + lane * 6 * scale;
  // Pods are reached from above, along the way between two rows, a little left of their middle so that names stay free.
  const row = pod.y - podGap.y / 2 + lane * 1.5;
  const door = { x: pod.x + pod.width / 2 + lane * 10, y: pod.y };
  const corners: Point[] = [start];
  const lastColumn = scene.nodesLeft - front.gap * scale - 1;
  if (start.x < lastColumn) {
    const beside = start.x + (front.between / 2) * service.scale;
    corners.push({ x: beside, y: start.y }, { x: beside, y: above(service) }, { x: first, y: above(service) });
  } else corners.push({ x: first, y: start.y });
  if (node.column > 0) {
    const over = node.row === 0 ? node.y - 9 * scale + lane * 2 * scale : node.y - gutter.y / 2 + lane * 3;
    const beside = node.x - gutter.x / 3 + lane * 5;
    corners.push({ x: first, y: over }, { x: beside, y: over }, { x: beside, y: row });
  } else corners.push({ x: first, y: row });
  corners.push({ x: door.x, y: row }, door);
  return roundedPath(corners, 8 + 4 * scale);
}

/** The wire from a part of the control plane, or from a node's kubelet, to the API server; undefined where one is not there. */
export function wireToApiServer(scene: Scene, from: string): Path | undefined {
  const box = scene.boxes.get(from);
  const server = scene.boxes.get('part/apiServer');
  if (!box || !server) return undefined;
  const { scale, gutter } = scene.arrangement;
  const radius = 8 * scale;
  const up = { x: server.x + server.width / 2, y: server.y + server.height };
  if (from === 'part/kubectl') return roundedPath([rightOf(box), leftOf(server)], radius);
  if (box.kind === 'part') {
    const x = box.x + box.width / 2;
    return roundedPath([{ x, y: box.y + box.height }, { x, y: scene.bus }, { x: up.x, y: scene.bus }, up], radius);
  }
  if (box.kind !== 'node') return undefined;
  const plug = kubeletPlug(box);
  const beside = box.x + box.width + gutter.x / 3;
  return roundedPath(
    [plug, { x: beside, y: plug.y }, { x: beside, y: scene.bus }, { x: up.x, y: scene.bus }, up],
    radius,
  );
}

/** Where the kubelet's wire comes into a node. */
export function kubeletPlug(node: NodeBox): Point {
  return { x: node.x + node.width, y: node.y + node.head / 2 };
}
