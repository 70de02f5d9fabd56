import type { PodGroups } from './group.ts';
import { arrange, gridSizeFor, isFrontLeftOut } from './measures.ts';
import { roomSizeFor } from './room.ts';
import type { Places, SceneInput } from './scene.ts';
import { allotSlots, noSlots, type Slots, slotsNeeded } from './slots.ts';

export const noPlaces: Places = {
  nodes: noSlots,
  pods: new Map(),
  tray: noSlots,
  clients: noSlots,
  ingresses: noSlots,
  services: noSlots,
  roomSize: 0,
  gridSize: 1,
  columns: 1,
  frontLeftOut: false,
};

const natural = new Intl.Collator('en', { numeric: true });
const sorted = (keys: Iterable<string>): string[] => [...keys].sort(natural.compare);

/**
 * Gives every thing its place, given the places of before: what stays keeps it. Pods, by uid, for life; rooms and grid
 * only grow. A function of its arguments alone; gives back `previous` itself where nothing came or went.
 */
export function keepPlaces(previous: Places, input: SceneInput, groups: PodGroups): Places {
  const pods = new Map<string, Slots>();
  let roomSize = previous.roomSize;
  for (const [node, list] of groups.byNode) {
    const slots = allotSlots(
      previous.pods.get(node) ?? noSlots,
      list.map((pod) => pod.metadata.uid),
    );
    pods.set(node, slots);
    roomSize = Math.max(roomSize, roomSizeFor(slotsNeeded(slots)));
  }
  const nodes = allotSlots(previous.nodes, sorted(input.nodes.keys()));
  const gridSize = Math.max(previous.gridSize, gridSizeFor(slotsNeeded(nodes)));
  const inFront = input.clients.length + input.ingresses.size + input.services.size;
  const frontLeftOut = isFrontLeftOut(gridSize, inFront);
  const sameGrid = gridSize === previous.gridSize && frontLeftOut === previous.frontLeftOut;
  const places: Places = {
    nodes,
    pods,
    tray: allotSlots(
      previous.tray,
      groups.unscheduled.map((pod) => pod.metadata.uid),
    ),
    clients: allotSlots(previous.clients, sorted(input.clients.map((client) => client.name))),
    ingresses: allotSlots(previous.ingresses, sorted(input.ingresses.keys())),
    services: allotSlots(previous.services, sorted(input.services.keys())),
    roomSize,
    gridSize,
    columns: sameGrid ? previous.columns : arrange(gridSize, roomSize, !frontLeftOut).columns,
    frontLeftOut,
  };
  return samePlaces(previous, places) ? previous : places;
}

function samePlaces(a: Places, b: Places): boolean {
  const { pods: before, ...others } = a;
  if (
    before.size !== b.pods.size ||
    Object.entries(others).some(([field, value]) => b[field as keyof Places] !== value)
  )
    return false;
  for (const [node, slots] of b.pods) if (before.get(node) !== slots) return false;
  return true;
}
