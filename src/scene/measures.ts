import { onGrid } from './geometry.ts';
import { roomMeasure } from './room.ts';

/** The size of a large picture on a screen that one has in mind when choosing how to arrange it. */
const view = { width: 1400, height: 820 };
/** Boxes in front of the nodes are drawn larger in large clusters, so that they come out at this zoom when all is shown. */
export const frontZoom = 0.78;

/** Widths, heights and gaps of what stands in front of the nodes and above them, at front scale 1. */
export const front = {
  client: { width: 124, height: 76 },
  ingress: { width: 188, height: 76 },
  service: { width: 196, height: 76 },
  /** From column to column. */
  gap: 48,
  /** From box to box in a column. */
  between: 16,
  /** Above the boxes: the name of the column. */
  heading: 40,
};

export const controlPlane = {
  /** The parts' heading, and the tray's. */
  heading: 28,
  height: 96,
  kubectl: 116,
  apiServer: 264,
  controllerManager: 208,
  scheduler: 128,
  gap: 32,
  /** From the parts down to the wire on which all hear the API server, and from there to what is below. */
  aboveBus: 20,
  belowBus: 24,
};

/** How nodes are arranged: how many beside each other, with which gaps, and how much larger the front is drawn. */
export interface Arrangement {
  columns: number;
  gutter: { x: number; y: number };
  room: { width: number; height: number; head: number };
  /** Front scale. */
  scale: number;
}

const gridSizes = [
  1, 2, 3, 4, 6, 8, 9, 10, 12, 15, 16, 20, 25, 30, 36, 42, 49, 56, 64, 72, 81, 90, 100, 121, 144, 169, 196,
];

/** The number of places for which the grid of nodes is laid out: it grows in steps, so that nodes seldom move. */
export function gridSizeFor(nodes: number): number {
  return gridSizes.find((size) => size >= nodes) ?? Math.ceil(nodes / 50) * 50;
}

/** At the zoom at which all is shown, the head of a room is to be this high, times the front scale, for its text. */
const headAtScale = 20;

/** In clusters larger than this, the columns in front of the nodes take no room for as long as they are empty. */
const mostPlacesWithEmptyFront = 12;

/**
 * Whether the columns in front of the nodes are left out. In a small cluster they keep their room, so that the first
 * Service moves nothing; in a large one a third of the picture would stand empty.
 */
export function isFrontLeftOut(places: number, thingsInFront: number): boolean {
  return thingsInFront === 0 && places > mostPlacesWithEmptyFront;
}

/**
 * The arrangement that shows so many rooms largest, together with the control plane and what stands in front of the
 * nodes, if anything does. `columns` keeps a number of columns that was chosen before.
 */
export function arrange(places: number, roomSize: number, withFront = true, columns?: number): Arrangement {
  const plain = roomMeasure(roomSize);
  const first = bestGrid(places, plain, withFront, columns);
  // In large clusters heads are read from far away: they take more of the room, though never more than a quarter.
  const head = Math.max(plain.head, onGrid(Math.min(headAtScale * first.scale, plain.height / 4)));
  const room = { ...plain, head, height: plain.height + head - plain.head };
  return { ...bestGrid(places, room, withFront, first.columns), room };
}

function bestGrid(
  places: number,
  room: { width: number; height: number },
  withFront: boolean,
  kept?: number,
): Omit<Arrangement, 'room'> {
  const gutter = { x: Math.max(48, onGrid(room.width * 0.07)), y: Math.max(36, onGrid(room.height * 0.07)) };
  const { heading, gap, client, ingress, service } = front;
  const frontShare =
    ((withFront ? 1 : 0) * ((client.width + ingress.width + service.width + 3 * gap) * frontZoom)) / view.width;
  const topShare =
    (frontZoom / view.height) *
    (controlPlane.heading + controlPlane.height + controlPlane.aboveBus + controlPlane.belowBus + heading);
  let best = { columns: kept ?? 1, zoom: 0 };
  for (let columns = kept ?? 1; columns <= (kept ?? places); columns++) {
    const rows = Math.ceil(places / columns);
    const width = columns * (room.width + gutter.x);
    const height = rows * (room.height + gutter.y);
    const zoom = Math.min((view.width * (1 - frontShare)) / width, (view.height * (1 - topShare)) / height);
    if (zoom > best.zoom) best = { columns, zoom };
  }
  const scale = Math.max(1, Math.round((frontZoom / best.zoom) * 4) / 4);
  return { columns: best.columns, gutter, scale };
}
