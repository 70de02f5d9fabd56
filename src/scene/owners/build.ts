import type { Rect } from '../geometry.ts';
import { frontZoom } from '../measures.ts';
import { nodeFacts } from '../nodeFacts.ts';
import { placeControlPlane } from '../placeControlPlane.ts';
import { podBox } from '../placeNodes.ts';
import type { Box, OwnerBox, OwnersPicture, PodBox, Scene } from '../scene.ts';
import { noSlots } from '../slots.ts';
import { branchFacts, rootFacts } from './facts.ts';
import { pack, plotGap, rowWidth } from './pack.ts';
import { keepOwnerPlaces, noOwnerPlaces, type OwnerPlaces, shownBranches } from './places.ts';
import { type Plot, plotOf, podRect } from './plot.ts';
import { type Branch, type Owner, type OwnersInput, ownerTree, type Workload } from './tree.ts';

/**
 * The picture of the same cluster by ownership: a plot for each tree of owners, with its Pods below it. `nodes` is a
 * scene by nodes, from which the control plane's make and the places of before are taken over.
 */
export function buildOwnersScene(
  input: OwnersInput,
  nodes: Pick<Scene, 'places' | 'arrangement'>,
  previous?: OwnersPicture,
): Scene {
  const workloads = ownerTree(input);
  const places = keepOwnerPlaces(previous?.places ?? noOwnerPlaces, workloads);
  const bySlot = new Map(workloads.map((workload) => [places.workloads.get(workload.root.uid) ?? 0, workload]));
  const plots = (scale: number): Plot[] =>
    places.sizes.map((size, slot) => plotOf(size, isDirect(bySlot.get(slot)), scale));
  const { scale, width } = previous?.places.sizes === places.sizes ? measuresOf(previous) : measured(plots, previous);
  const chosen = plots(scale);
  const packed = pack(chosen, width, plotGap(scale));
  const above = placeControlPlane(scale, 0, input.parts);
  const top = above.bottom + 12 * scale;

  const owners: OwnerBox[] = [];
  for (const [slot, plot] of chosen.entries()) {
    const workload = bySlot.get(slot);
    const corner = packed.corners[slot];
    if (workload && corner) owners.push(...boxesOf(workload, plot, { x: corner.x, y: corner.y + top }, places, scale));
  }
  const pods: PodBox[] = [];
  const boxes = new Map<string, Box>(above.parts.map((part) => [part.id, part]));
  for (const owner of owners) {
    boxes.set(owner.id, owner);
    for (const pod of owner.pods) {
      pods.push(pod);
      boxes.set(pod.id, pod);
    }
  }
  const right = Math.max(packed.bounds.width, ...above.parts.map((part) => part.x + part.width));
  return {
    // Of its own identity: ways that are known by the places of the other arrangement are none here.
    places: { ...nodes.places },
    arrangement: { ...nodes.arrangement, scale },
    bounds: { x: 0, y: 0, width: right, height: top + packed.bounds.height },
    clients: [],
    ingresses: [],
    services: [],
    nodes: [],
    pods,
    parts: above.parts,
    tray: { x: 0, y: 0, width: 0, height: 0, pods: [], hidden: 0, capacity: 0 },
    headings: [],
    links: [],
    bus: above.bus,
    nodesLeft: 0,
    boxes,
    owners: {
      places,
      rowWidth: width,
      scale,
      boxes: owners,
      hidden: owners.reduce((sum, { hidden }) => sum + hidden, 0),
      lostNodes: new Set([...input.nodes].filter(([, node]) => nodeFacts(node).ready !== 'True').map(([name]) => name)),
    },
  };
}

interface Measures {
  scale: number;
  /** Width of the rows of plots. */
  width: number;
}

/** Those of before hold for as long as no plot grew. */
const measuresOf = ({ scale, rowWidth: width }: OwnersPicture): Measures => ({ scale, width });

function measured(plots: (scale: number) => Plot[], previous: OwnersPicture | undefined): Measures {
  const first = plots(1);
  const gap = plotGap(1);
  const scale = scaleFor(pack(first, rowWidth(first, gap, undefined), gap).bounds, previous?.scale);
  const kept = scale === previous?.scale ? previous.rowWidth : undefined;
  return { scale, width: rowWidth(plots(scale), plotGap(scale), kept) };
}

const isDirect = (workload: Workload | undefined): boolean =>
  workload?.branches.length === 1 && workload.branches[0]?.owner.uid === workload.root.uid;

/** The screen that one has in mind, and how much larger cards are drawn so that they can be read when all is shown on it. */
const view = { width: 1120, height: 680 };

/** The scale of before stays until another would be so many times better: one workload more moves nothing. */
const worthScaling = 1.5;

function scaleFor({ width, height }: Pick<Rect, 'width' | 'height'>, kept: number | undefined): number {
  const zoom = Math.min(view.width / Math.max(1, width), view.height / Math.max(1, height));
  const scale = Math.max(1, Math.min(6, Math.round((frontZoom / zoom) * 4) / 4));
  if (kept !== undefined && scale < kept * worthScaling && kept < scale * worthScaling) return kept;
  return scale;
}

function boxesOf(
  workload: Workload,
  plot: Plot,
  corner: { x: number; y: number },
  places: OwnerPlaces,
  scale: number,
): OwnerBox[] {
  const { root, branches } = workload;
  const at = (rect: Rect): Rect => ({ ...rect, x: rect.x + corner.x, y: rect.y + corner.y });
  const slots = places.branches.get(root.uid) ?? noSlots;
  const shown = shownBranches(workload, slots);
  const facts = rootFacts(root, branches, branches.length - shown.length);
  const rootBox = ownerBox(root, facts, at(plot.root), scale, undefined);
  const direct = isDirect(workload);
  const below = shown.map((branch): OwnerBox => {
    const slot = slots.get(branch.owner.uid) ?? 0;
    const ground = at(plot.ground(slot));
    const card = plot.branch(slot);
    const box =
      direct || !card ? rootBox : ownerBox(branch.owner, branchFacts(branch, root), at(card), scale, rootBox.id);
    return Object.assign(box, { ground, ...podsOf(branch, ground, places) });
  });
  return direct ? [rootBox] : [rootBox, ...below.sort((a, b) => a.x - b.x)];
}

function ownerBox(
  owner: Owner,
  facts: OwnerBox['facts'],
  rect: Rect,
  scale: number,
  parent: string | undefined,
): OwnerBox {
  const { uid, kind, resource, key, name, namespace } = owner;
  const id = `owner/${uid}`;
  return {
    kind: 'owner',
    id,
    ownerKind: kind,
    resource,
    key,
    uid,
    name,
    namespace,
    facts,
    parent,
    pods: [],
    hidden: 0,
    scale,
    ...rect,
  };
}

function podsOf({ owner, pods }: Branch, ground: Rect, places: OwnerPlaces): { pods: PodBox[]; hidden: number } {
  const slots = places.pods.get(owner.uid) ?? noSlots;
  const boxes: PodBox[] = [];
  let hidden = 0;
  for (const pod of pods) {
    const rect = podRect(ground, slots.get(pod.metadata.uid) ?? 0);
    // The largest ground is full: these come into the picture when others go.
    if (rect.y >= ground.y + ground.height) hidden++;
    else boxes.push(podBox(pod, pod.spec?.nodeName || undefined, rect));
  }
  return { pods: boxes, hidden };
}
