import type { Deployment, Stored } from '../../api/objects.ts';
import { nestedCells } from '../room.ts';
import { allotSlots, noSlots, type Slots, slotsNeeded } from '../slots.ts';
import { rolloutOf } from './rollout.ts';
import type { Branch, Workload } from './tree.ts';

/**
 * The sizes that the ground below an owner may have, in Pods across and down. Each holds all smaller ones in its upper
 * left corner, so that a ground that grows leaves every Pod where it was.
 */
export const groundSizes: readonly { columns: number; rows: number }[] = [
  { columns: 2, rows: 1 },
  { columns: 2, rows: 2 },
  { columns: 3, rows: 2 },
  { columns: 3, rows: 3 },
  { columns: 4, rows: 3 },
  { columns: 5, rows: 4 },
  { columns: 6, rows: 5 },
  { columns: 8, rows: 6 },
  { columns: 10, rows: 8 },
  { columns: 12, rows: 10 },
  { columns: 16, rows: 14 },
  { columns: 20, rows: 18 },
  { columns: 32, rows: 32 },
];

/** Column and row of a Pod's slot below its owner. */
export const groundCell = nestedCells(groundSizes);

/** The index of the smallest ground with so many slots; the last one if none has. */
export function groundSizeFor(slots: number): number {
  const found = groundSizes.findIndex(({ columns, rows }) => columns * rows >= slots);
  return found < 0 ? groundSizes.length - 1 : found;
}

/** The room of a tree of ownership: the ground below each of its branches, and how many stand beside each other. */
export interface PlotSize {
  ground: number;
  branches: number;
}

/** Where everything has its place by owner; handed on from one scene to the next, so that what stays does not move. */
export interface OwnerPlaces {
  /** By the uid of the root. */
  workloads: Slots;
  /** By slot of a workload; they only grow. */
  sizes: readonly PlotSize[];
  /** By the uid of the root, its branches by theirs. */
  branches: ReadonlyMap<string, Slots>;
  /** By the uid of a branch's owner, its Pods by theirs. */
  pods: ReadonlyMap<string, Slots>;
}

export const noOwnerPlaces: OwnerPlaces = { workloads: noSlots, sizes: [], branches: new Map(), pods: new Map() };

/** Old ReplicaSets without Pods that keep a card beside the newest one: to what one would go back. */
const shownOld = 1;
/** In larger clusters than this no room is kept free for the second ReplicaSet of a rollout that may come. */
const mostWithFreeRoom = 24;

/** The branches of a workload that stand on the stage: not the old ReplicaSets that are kept for undoing only, but for the last. */
export function shownBranches({ root, branches }: Workload, known: Slots = noSlots): Branch[] {
  if (root.kind !== 'Deployment') return branches;
  const idle = branches.filter((branch) => branch.pods.length === 0 && desiredOf(branch) === 0);
  // Who has a card keeps it before others get one: a card that was just emptied by a rollout stays where it was.
  const last = idle
    .sort((a, b) => Number(known.has(b.owner.uid)) - Number(known.has(a.owner.uid)) || ageOf(b) - ageOf(a))
    .slice(0, shownOld);
  return branches.filter((branch) => !idle.includes(branch) || last.includes(branch));
}

const desiredOf = ({ owner }: Branch): number =>
  (owner.object as { spec?: { replicas?: number } })?.spec?.replicas ?? 0;
const ageOf = ({ owner }: Branch): number =>
  Number(owner.object?.metadata.annotations?.['deployment.kubernetes.io/revision'] ?? 0);

/**
 * Gives every workload, every branch and every Pod its place, given those of before: what stays keeps it, and plots only
 * grow. A function of its arguments alone.
 */
export function keepOwnerPlaces(previous: OwnerPlaces, workloads: readonly Workload[]): OwnerPlaces {
  const slots = allotSlots(
    previous.workloads,
    workloads.map(({ root }) => root.uid),
  );
  const branches = new Map<string, Slots>();
  const pods = new Map<string, Slots>();
  const sizes = [...previous.sizes];
  const roomy = workloads.length <= mostWithFreeRoom;
  for (const workload of workloads) {
    const { uid } = workload.root;
    const known = previous.branches.get(uid) ?? noSlots;
    const shown = shownBranches(workload, known);
    const own = allotSlots(
      known,
      shown.map(({ owner }) => owner.uid),
    );
    branches.set(uid, own);
    let needed = wantedBy(workload);
    for (const { owner, pods: list } of shown) {
      const below = allotSlots(
        previous.pods.get(owner.uid) ?? noSlots,
        list.map(({ metadata }) => metadata.uid),
      );
      pods.set(owner.uid, below);
      needed = Math.max(needed, slotsNeeded(below));
    }
    const slot = slots.get(uid) ?? 0;
    const before = sizes[slot] ?? { ground: 0, branches: 1 };
    const beside = workload.root.kind === 'Deployment' && roomy ? 2 : 1;
    const size = {
      ground: Math.max(before.ground, groundSizeFor(needed)),
      branches: Math.max(before.branches, beside, slotsNeeded(own)),
    };
    sizes[slot] = size.ground === before.ground && size.branches === before.branches && sizes[slot] ? before : size;
  }
  for (let slot = 0; slot < sizes.length; slot++) sizes[slot] ??= { ground: 0, branches: 1 };
  const grown = sizes.length !== previous.sizes.length || sizes.some((size, slot) => size !== previous.sizes[slot]);
  return { workloads: slots, sizes: grown ? sizes : previous.sizes, branches, pods };
}

/** Room for the Pods that are wanted, and for one that comes while another still goes: a replacement moves nothing. */
function wantedBy({ root, branches }: Workload): number {
  const wanted =
    root.kind === 'Deployment' && root.object
      ? rolloutOf(root.object as Stored<Deployment>).desired
      : Math.max(0, ...branches.map(desiredOf));
  return wanted === 0 ? 1 : wanted + 1;
}
