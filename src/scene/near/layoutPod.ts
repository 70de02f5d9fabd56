import type { Point, Rect } from '../geometry.ts';
import { type CardRow, cardRows, isToken, type Told } from './cardRows.ts';
import { isThrough, type OpenContainer, type OpenPod, type OpenVolume } from './openPod.ts';

/** How much room there is, in CSS pixels: the Pod's size, the height of a line, and how wide a monospace text comes out. */
export interface Room {
  width: number;
  height: number;
  line: number;
  widthOf(text: string): number;
}

/** An opened Pod, every part in its place: CSS pixels from the Pod's upper left corner. */
export interface PodLayout {
  /** Name and STATUS. */
  head: Rect;
  /** IP and ready count; where there is no room for the network namespace as a bar of its own, all that is told of it. */
  second: Rect;
  /** The network namespace. */
  network?: NetworkLayout;
  /** Init containers that are through, in one line. */
  through?: { rect: Rect; containers: OpenContainer[] };
  cards: { container: OpenContainer; rect: Rect; rows: { row: CardRow; rect: Rect }[] }[];
  /** Containers for which there was no room. */
  hidden: number;
  volumes: { volume: OpenVolume; rect: Rect; lines: number; links: Point[][] }[];
  hiddenVolumes: number;
}

export interface NetworkLayout {
  rect: Rect;
  /** A port with its listener: `rect` sits on the listener's card. */
  plugs: { port: number; container: string; rect: Rect }[];
  /** Who speaks to whom through localhost: from the speaker's card along the bar onto the port's plug. */
  arrows: { from: string; to: string; port: number; points: Point[] }[];
}

const gap = 8;
/** Cards are not narrower than so many times the height of a line, nor lower than so many lines. */
const narrowest = 13;
const lowest = 4;

/** Places everything that is to be seen of an opened Pod. Nothing overlaps, and nothing leaves the Pod. */
export function layoutPod(pod: OpenPod, room: Room): PodLayout {
  const { line } = room;
  const pad = room.width > 24 * line ? 12 : 10;
  const inner: Rect = { x: pad, y: 8, width: room.width - 2 * pad, height: room.height - 8 - pad };
  const head: Rect = { ...inner, height: line * 1.2 };
  const second: Rect = { ...inner, y: head.y + head.height, height: line };
  const top = second.y + second.height + 6;
  const area: Rect = { ...inner, y: top, height: inner.y + inner.height - top };
  const through = pod.containers.filter(isThrough);
  const open = pod.containers.filter((container) => !isThrough(container));
  const columns = columnsFor(open.length, area.width, line);
  const rows = Math.ceil(open.length / columns);
  const isRoomy = area.height >= rows * (lowest + 3) * line + 3 * line && area.width >= 22 * line;
  if (!isRoomy) {
    // Of a Pod's only container the second line tells the ports.
    const [only, ...others] = pod.containers;
    const ports = others.length === 0 && only !== undefined && isOpen(only);
    const { cards, hidden } = placeCards(open.concat(through), area, room, { ports, mounts: false });
    return { head, second, cards, hidden, volumes: [], hiddenVolumes: 0 };
  }
  return { head, second, ...roomyLayout(pod, open, through, area, columns, room) };
}

function columnsFor(count: number, width: number, line: number): number {
  return Math.max(1, Math.min(count, Math.floor((width + gap) / (narrowest * line + gap))));
}

type Body = Omit<PodLayout, 'head' | 'second'>;
type Card = PodLayout['cards'][number];

/** From the network's bar down to the cards: lanes for the arrows and the plugs. */
const lane = { first: 5, step: 4, most: 4 };
/** From the cards down to the volumes: a lane for each volume. */
const volumeLane = 5;

/** With the network namespace as a bar above the containers, and the volumes below them. */
function roomyLayout(
  pod: OpenPod,
  open: readonly OpenContainer[],
  through: OpenContainer[],
  area: Rect,
  columns: number,
  room: Room,
): Body {
  const { line } = room;
  const rows = Math.ceil(open.length / columns);
  const bar: Rect = { ...area, height: line + 8 };
  const above = open.slice(0, columns);
  const hasPlugs = above.some(({ listening }) => listening.length > 0);
  const lanes = Math.min(
    lane.most,
    above.reduce((sum, { talks }) => sum + talks.length, 0),
  );
  const top = bar.y + bar.height + (hasPlugs ? lane.first + lanes * lane.step + line + 2 : gap);
  const throughHeight = through.length > 0 ? line + 6 : 0;
  const bottom = area.y + area.height - throughHeight;
  const columnsOfVolumes = Math.max(1, Math.floor((area.width + gap) / (narrowest * line + gap)));
  const shownVolumes = Math.min(pod.volumes.length, columnsOfVolumes);
  const between = gap + shownVolumes * volumeLane;
  const lines = Math.min(3, Math.floor((bottom - top - rows * (lowest + 1) * line - between - 8) / line));
  const withVolumes = shownVolumes > 0 && lines >= 1;
  const volumeHeight = withVolumes ? lines * line + 8 : 0;
  const cardsArea: Rect = { ...area, y: top, height: bottom - top - (withVolumes ? volumeHeight + between : 0) };
  const told = { ports: false, mounts: withVolumes && shownVolumes === pod.volumes.length };
  const { cards, hidden } = placeCards(open, cardsArea, room, told, columns);
  const network = placeNetwork(bar, cards.slice(0, columns), room);
  // A card whose ports are all plugged into the bar needs no line for them.
  for (const card of cards.slice(0, columns))
    if (isPlugged(card.container, network))
      card.rows = placeRows(card.container, card.rect, line, { ...told, ports: true });
  const end = Math.max(top, ...cards.map(({ rect }) => rect.y + rect.height));
  const volumes = withVolumes
    ? placeVolumes(
        pod.volumes,
        shownVolumes,
        { ...area, y: end + between, height: volumeHeight },
        lines,
        rows === 1 ? cards : [],
      )
    : [];
  const throughY = withVolumes ? end + between + volumeHeight : end;
  return {
    network,
    ...(through.length > 0 && {
      through: { rect: { ...area, y: throughY + 6, height: line }, containers: through },
    }),
    cards,
    hidden,
    volumes,
    hiddenVolumes: pod.volumes.length - volumes.length,
  };
}

const isPlugged = ({ name, declared, listening }: OpenContainer, { plugs }: NetworkLayout): boolean =>
  listening.every((port) => plugs.some((plug) => plug.port === port && plug.container === name)) &&
  isOpen({ declared, listening });

/** Somebody listens on each port that is declared. */
const isOpen = ({ declared, listening }: Pick<OpenContainer, 'declared' | 'listening'>): boolean =>
  declared.every((port) => listening.includes(port));

/** Cards in rows and columns, no higher than the one with the most to tell. */
function placeCards(
  containers: readonly OpenContainer[],
  area: Rect,
  { line }: Room,
  told: Told,
  columns = columnsFor(containers.length, area.width, line),
): Pick<PodLayout, 'cards' | 'hidden'> {
  const smallest = line + 6;
  const most = Math.max(1, Math.floor((area.height + gap) / (smallest + gap)));
  const rows = Math.max(1, Math.min(Math.ceil(containers.length / columns), most));
  const shown = containers.slice(0, rows * columns);
  const width = (area.width - (columns - 1) * gap) / columns;
  const needed = Math.max(...shown.map((one) => cardRows(one, Number.POSITIVE_INFINITY, told).length), 1);
  const height = Math.min((area.height - (rows - 1) * gap) / rows, heightOf(needed, line));
  if (height < smallest - 1) return { cards: [], hidden: containers.length };
  const cards = shown.map((container, index) => {
    const rect: Rect = {
      x: area.x + (index % columns) * (width + gap),
      y: area.y + Math.floor(index / columns) * (height + gap),
      width,
      height,
    };
    return { container, rect, rows: placeRows(container, rect, line, told) };
  });
  return { cards, hidden: containers.length - shown.length };
}

/** Lines in a card stand so far apart, and end so far from its edges. */
const stepOf = (line: number): number => line * 1.08;
const edge = 5;
const heightOf = (lines: number, line: number): number => Math.ceil(lines * stepOf(line)) + 2 * edge;

function placeRows(container: OpenContainer, card: Rect, line: number, told: Told): Card['rows'] {
  const step = stepOf(line);
  const lines = Math.max(1, Math.floor((card.height - 4) / step));
  const rows = cardRows(container, lines, told);
  // One line stands in the middle of its card, more begin at its top.
  const top = lines === 1 ? (card.height - line) / 2 : Math.min(edge, (card.height - lines * step) / 2);
  return rows.map((row, index) => ({
    row,
    rect: { x: card.x + 9, y: card.y + top + index * step, width: card.width - 18, height: line },
  }));
}

function placeNetwork(bar: Rect, cards: PodLayout['cards'], { line, widthOf }: Room): NetworkLayout {
  const plugs: NetworkLayout['plugs'] = [];
  for (const { container, rect } of cards) {
    let right = rect.x + rect.width - 10;
    for (const port of container.listening) {
      const width = widthOf(`:${port}`) + 12;
      if (right - width < rect.x + 48) break;
      plugs.push({
        port,
        container: container.name,
        rect: { x: right - width, y: rect.y - line - 2, width, height: line + 2 },
      });
      right -= width + 6;
    }
  }
  const arrows: NetworkLayout['arrows'] = [];
  for (const { container, rect } of cards)
    for (const [index, { to, port }] of container.talks.entries()) {
      const plug = plugs.find((one) => one.port === port && one.container === to);
      if (!plug || arrows.length >= lane.most || to === container.name) continue;
      const from = rect.x + 14 + index * 10;
      const y = bar.y + bar.height + lane.first + arrows.length * lane.step;
      const end = plug.rect.x + plug.rect.width / 2 + (arrows.length - 1.5) * 3;
      const points = [
        { x: from, y: rect.y },
        { x: from, y },
        { x: end, y },
        { x: end, y: plug.rect.y },
      ];
      arrows.push({ from: container.name, to, port, points });
    }
  return { rect: bar, plugs, arrows };
}

function placeVolumes(
  all: readonly OpenVolume[],
  count: number,
  area: Rect,
  lines: number,
  cards: readonly Card[],
): PodLayout['volumes'] {
  // What everybody has goes last: the token of the service account.
  const shown = [...all].sort((a, b) => Number(isToken(a.name)) - Number(isToken(b.name))).slice(0, count);
  const width = (area.width - (count - 1) * gap) / count;
  return shown.map((volume, index) => {
    const rect: Rect = { x: area.x + index * (width + gap), y: area.y, width, height: area.height };
    return { volume, rect, lines, links: linksTo(volume, rect, index, count, cards) };
  });
}

/** From the cards of those who mount it along the volume's own lane down to it. */
function linksTo(volume: OpenVolume, rect: Rect, index: number, count: number, cards: readonly Card[]): Point[][] {
  const to = rect.x + rect.width / 2;
  const y = rect.y - gap / 2 - (count - 1 - index) * volumeLane;
  return cards
    .filter(({ container }) => volume.mountedBy.some((mount) => mount.container === container.name))
    .map(({ rect: card }) => {
      const from = card.x + (card.width * (index + 1)) / (count + 1);
      return [
        { x: from, y: card.y + card.height },
        { x: from, y },
        { x: to, y },
        { x: to, y: rect.y },
      ];
    });
}
