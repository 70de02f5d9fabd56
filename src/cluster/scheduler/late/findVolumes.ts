import type { CSIDriver, CSIStorageCapacity, LabelSelector, Node, StorageClass, Stored } from '../../../api/objects.ts';
import { toBytes } from '../../../api/quantity.ts';
import { matchesSelector } from '../../../api/selectors/labels.ts';
import { matchesNodeSelector } from '../nodeSelector.ts';
import type { Snapshot } from '../plugin.ts';
import { type Claim, classNameOf, classOf, sizeOf, type Volume, volumeOf } from './claims.ts';

/** The claims of a Pod by how far they are. */
export interface PodClaims {
  bound: Claim[];
  /** To be bound to a volume when the Pod has a node. */
  toBind: Claim[];
}

/** What the scheduler is to do for the claims of a Pod on a node. */
export interface PodVolumes {
  /** Volumes that are there and that it claims. */
  bindings: { volume: Volume; claim: Claim }[];
  /** Claims for which a volume is to be made. */
  provisions: Claim[];
}

/** Whether the claim and its volume have been bound to each other for good. */
export const isBound = ({ metadata, spec }: Claim): boolean =>
  Boolean(spec?.volumeName) && metadata.annotations?.['pv.kubernetes.io/bind-completed'] !== undefined;

/** What a volume says about the nodes from which it can be reached. */
export const isReachable = (volume: Volume, node: Node): boolean => {
  const required = volume.spec?.nodeAffinity?.required;
  return !required || matchesNodeSelector(required, node);
};

export const selectedNode = ({ metadata }: Claim): string | undefined =>
  metadata.annotations?.['volume.kubernetes.io/selected-node'];

/**
 * What can be done for a Pod's claims on a node, or the reasons why it cannot be there. Source: volumebinding/binder.go
 * FindPodVolumes.
 */
export function findPodVolumes(
  { bound, toBind }: PodClaims,
  node: Stored<Node>,
  snapshot: Snapshot,
): PodVolumes | string[] {
  const reasons: string[] = [];
  const volumes = bound.map((claim) => volumeOf(snapshot, claim.spec?.volumeName ?? ''));
  const lost = volumes.includes(undefined);
  if (!lost && volumes.some((volume) => volume && !isReachable(volume, node)))
    reasons.push("node(s) didn't match PersistentVolume's node affinity");
  const found: PodVolumes = { bindings: [], provisions: [] };
  const problem = findForUnbound(toBind, node, snapshot, found);
  if (problem) reasons.push(problem);
  if (lost) reasons.push('node(s) unavailable due to one or more pvc(s) bound to non-existent pv(s)');
  return reasons.length > 0 ? reasons : found;
}

const nothingToBind = "node(s) didn't find available persistent volumes to bind";

function findForUnbound(claims: readonly Claim[], node: Stored<Node>, snapshot: Snapshot, found: PodVolumes) {
  const toProvision: Claim[] = [];
  const toMatch: Claim[] = [];
  for (const claim of claims) {
    const selected = selectedNode(claim);
    if (selected !== undefined && selected !== node.metadata.name) return nothingToBind;
    (selected === undefined ? toMatch : toProvision).push(claim);
  }
  for (const claim of [...toMatch].sort((a, b) => sizeOf(a) - sizeOf(b))) {
    const volume = findMatching(claim, node, snapshot, found.bindings);
    if (volume) found.bindings.push({ volume, claim });
    else toProvision.push(claim);
  }
  for (const claim of toProvision) {
    const problem = whyNotProvisioned(claim, node, snapshot);
    if (problem) return problem;
    found.provisions.push(claim);
  }
  return undefined;
}

const isFor = ({ spec }: Volume, { metadata }: Claim): boolean => {
  const ref = spec?.claimRef;
  return (
    ref?.name === metadata.name &&
    ref.namespace === metadata.namespace &&
    (ref.uid === undefined || ref.uid === metadata.uid)
  );
};

/** The smallest free volume that fits the claim and can be reached from the node. Source: volume.FindMatchingVolume. */
function findMatching(claim: Claim, node: Node, snapshot: Snapshot, taken: PodVolumes['bindings']): Volume | undefined {
  const { accessModes = [], selector, volumeMode = 'Filesystem' } = claim.spec ?? {};
  let smallest: { volume: Volume; size: number } | undefined;
  for (const object of snapshot.objects('persistentvolumes')) {
    const volume = object as Volume;
    const { spec, status, metadata } = volume;
    const size = toBytes(spec?.capacity?.storage ?? 0);
    if (taken.some((binding) => binding.volume.metadata.name === metadata.name)) continue;
    if (classNameOf(volume) !== classNameOf(claim) || size < sizeOf(claim) || metadata.deletionTimestamp) continue;
    if ((spec?.volumeMode ?? 'Filesystem') !== volumeMode) continue;
    if (spec?.claimRef) {
      if (!isFor(volume, claim)) continue;
      // Somebody has set it aside for this claim: that one or none.
      return isReachable(volume, node) ? volume : undefined;
    }
    if (status?.phase !== 'Available' || !isReachable(volume, node)) continue;
    if (selector && !matchesSelector(selector as LabelSelector, metadata.labels)) continue;
    if (!accessModes.every((mode) => spec?.accessModes?.includes(mode))) continue;
    if (!smallest || size < smallest.size) smallest = { volume, size };
  }
  return smallest?.volume;
}

/** Why no volume can be made for a claim on a node. Source: checkVolumeProvisions. */
function whyNotProvisioned(claim: Claim, node: Node, snapshot: Snapshot): string | undefined {
  const storageClass = classOf(snapshot, classNameOf(claim));
  const provisioner = storageClass?.provisioner;
  if (!storageClass || !provisioner || provisioner === 'kubernetes.io/no-provisioner') return nothingToBind;
  if (!isAllowed(storageClass, node)) return nothingToBind;
  return hasRoom(claim, storageClass, node, snapshot) ? undefined : 'node(s) did not have enough free storage';
}

/** Source: MatchTopologySelectorTerms. */
function isAllowed({ allowedTopologies = [] }: StorageClass, { metadata }: Node): boolean {
  return (
    allowedTopologies.length === 0 ||
    allowedTopologies.some(({ matchLabelExpressions = [] }) =>
      matchLabelExpressions.every(({ key, values }) => values.includes(metadata?.labels?.[key] ?? '')),
    )
  );
}

/** Whether the driver says that it has room; true where it says nothing. Source: hasEnoughCapacity. */
function hasRoom(claim: Claim, storageClass: Stored<StorageClass>, node: Node, snapshot: Snapshot): boolean {
  const size = sizeOf(claim);
  const driver = snapshot.object('csidrivers', storageClass.provisioner) as Stored<CSIDriver> | undefined;
  if (size === 0 || !driver?.spec.storageCapacity) return true;
  return (snapshot.objects('csistoragecapacities') as readonly Stored<CSIStorageCapacity>[]).some(
    ({ storageClassName, maximumVolumeSize, capacity, nodeTopology }) =>
      storageClassName === storageClass.metadata.name &&
      toBytes(maximumVolumeSize ?? capacity ?? 0) >= size &&
      matchesSelector(nodeTopology, node.metadata?.labels),
  );
}
