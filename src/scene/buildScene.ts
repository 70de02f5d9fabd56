import { onStage } from './filter.ts';
import type { Rect } from './geometry.ts';
import { type Endpoints, groupEndpoints, groupPods, type PodGroups } from './group.ts';
import { keepPlaces, noPlaces } from './keepPlaces.ts';
import { hostsOf, linksOf } from './links.ts';
import { type Arrangement, arrange, front } from './measures.ts';
import { type ControlPlaneOnStage, placeControlPlane } from './placeControlPlane.ts';
import { type FrontColumn, placeFrontColumn } from './placeFront.ts';
import { placeNodes, podBox } from './placeNodes.ts';
import { podGap, podSize } from './room.ts';
import type {
  Box,
  ClientBox,
  Heading,
  IngressBox,
  Places,
  PodBox,
  Scene,
  SceneInput,
  ServiceBox,
  Tray,
} from './scene.ts';

/** The picture of what is there, with everything that was there before (`previous`) in its old place. */
export function buildScene(cluster: SceneInput, previous: Places = noPlaces): Scene {
  const input = { ...cluster, services: onStage(cluster.services) };
  const groups = groupPods(input);
  const endpoints = groupEndpoints(input.endpointSlices);
  const places = keepPlaces(previous, input, groups);
  const { gridSize, roomSize, frontLeftOut } = places;
  const arrangement = arrange(gridSize, roomSize, !frontLeftOut, places.columns);
  const { scale, columns, gutter, room } = arrangement;

  const top = placeControlPlane(scale, 0).bottom + front.heading * scale;
  const rows = Math.ceil(gridSize / columns);
  const height = rows * (room.height + gutter.y) - gutter.y;
  const gap = front.gap * scale;
  const column = (slots: Places['nodes'], size: { width: number; height: number }, x: number): FrontColumn =>
    placeFrontColumn(slots, size, x, top, height, scale);
  const clientColumn = column(places.clients, front.client, 0);
  const ingressLeft = clientColumn.width + gap;
  const ingressColumn = column(places.ingresses, front.ingress, ingressLeft);
  const serviceLeft = ingressLeft + ingressColumn.width + gap;
  const serviceColumn = column(places.services, front.service, serviceLeft);
  const nodesLeft = frontLeftOut ? 0 : serviceLeft + serviceColumn.width + gap;
  const right = nodesLeft + columns * (room.width + gutter.x);

  const nodes = placeNodes(input, groups, places, arrangement, nodesLeft, top);
  const above = placeControlPlane(scale, right, input.parts);
  const tray = fillTray(above, groups, places);
  const clients = clientBoxes(input, places, clientColumn);
  const ingresses = ingressBoxes(input, places, ingressColumn);
  const services = serviceBoxes(input, places, serviceColumn, endpoints);
  const pods: PodBox[] = [];
  for (const node of nodes) for (const pod of node.pods) pods.push(pod);
  pods.push(...tray.pods);

  const headingAt = (name: Heading['column'], x: number, width: number): Heading => ({
    column: name,
    x,
    y: top - front.heading * scale,
    width,
    height: front.heading * scale,
  });
  const boxes = new Map<string, Box>();
  for (const list of [above.parts, clients, ingresses, services, nodes, pods])
    for (const box of list) boxes.set(box.id, box);
  const widest = Math.max(right, tray.x + tray.width);
  const tallest = Math.max(height, ...[...clients, ...ingresses, ...services].map((box) => box.y + box.height - top));
  return {
    places,
    arrangement,
    bounds: { x: 0, y: 0, width: widest, height: top + tallest },
    clients,
    ingresses,
    services,
    nodes,
    pods,
    parts: above.parts,
    tray,
    headings: [
      headingAt('clients', 0, clientColumn.width),
      headingAt('ingress', ingressLeft, ingressColumn.width),
      headingAt('services', serviceLeft, serviceColumn.width),
      headingAt('nodes', nodesLeft, right - nodesLeft),
    ],
    links: linksOf(input, endpoints),
    bus: above.bus,
    nodesLeft,
    boxes,
  };
}

function fillTray({ tray }: ControlPlaneOnStage, groups: PodGroups, places: Places): Tray {
  const columns = Math.floor((tray.width - podGap.x) / (podSize.width + podGap.x));
  const rows = tray.capacity / columns;
  const free = (tray.height - rows * podSize.height) / (rows + 1);
  const pods: PodBox[] = [];
  let hidden = 0;
  for (const pod of groups.unscheduled) {
    const slot = places.tray.get(pod.metadata.uid) ?? 0;
    const rect: Rect = {
      x: tray.x + podGap.x + Math.floor(slot / rows) * (podSize.width + podGap.x),
      y: tray.y + free + (slot % rows) * (podSize.height + free),
      ...podSize,
    };
    if (slot < tray.capacity) pods.push(podBox(pod, undefined, rect));
    else hidden++;
  }
  return { ...tray, pods, hidden };
}

function clientBoxes(input: SceneInput, places: Places, column: FrontColumn): ClientBox[] {
  return input.clients.map((client) => ({
    kind: 'client',
    id: `client/${client.name}`,
    name: client.name,
    client,
    scale: column.scale,
    ...column.rectOf(places.clients.get(client.name) ?? 0),
  }));
}

function ingressBoxes(input: SceneInput, places: Places, column: FrontColumn): IngressBox[] {
  return [...input.ingresses].map(([key, ingress]) => ({
    kind: 'ingress',
    id: `ingress/${key}`,
    key,
    uid: ingress.metadata.uid,
    name: ingress.metadata.name,
    hosts: hostsOf(ingress),
    paths: (ingress.spec?.rules ?? []).reduce((sum, rule) => sum + (rule.http?.paths.length ?? 0), 0),
    scale: column.scale,
    ...column.rectOf(places.ingresses.get(key) ?? 0),
  }));
}

function serviceBoxes(
  input: SceneInput,
  places: Places,
  column: FrontColumn,
  endpoints: ReadonlyMap<string, Endpoints>,
): ServiceBox[] {
  return [...input.services].map(([key, service]) => {
    const behind = endpoints.get(key)?.pods ?? new Map<string, boolean>();
    return {
      kind: 'service',
      id: `service/${key}`,
      key,
      uid: service.metadata.uid,
      name: service.metadata.name,
      type: service.spec?.type ?? 'ClusterIP',
      clusterIP: service.spec?.clusterIP ?? '',
      ports: (service.spec?.ports ?? []).map((port) => port.port).join(','),
      endpoints: [...behind.keys()],
      ready: [...behind.values()].filter(Boolean).length,
      scale: column.scale,
      ...column.rectOf(places.services.get(key) ?? 0),
    };
  });
}

export type { Arrangement };
