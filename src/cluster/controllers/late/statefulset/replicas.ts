import type { ObjectToWrite, Pod, Stored } from '../../../../api/objects.ts';
import type { Write } from '../../controller.ts';
import { templateOfRevision } from '../revisions.ts';
import { claimsMatchPolicy, createClaims, goingClaim, hasStaleClaim, updateClaimOwners } from './claims.ts';
import {
  type Draft,
  firstOrdinal,
  hasEnded,
  isAvailable,
  isInRange,
  isParallel,
  isTerminating,
  isUnavailable,
  ordinalOf,
  podEvent,
  type Replica,
  replicasOf,
  revisionNameOf,
} from './draft.ts';
import type { History } from './history.ts';
import { newPod, withIdentity } from './template.ts';

/** What a pass over the Pods did. */
export interface Outcome {
  /** How many old Pods it deletes to have new ones made. */
  deletedForUpdate: number;
  /** The pass cannot go on and is tried again. */
  failed: boolean;
}

/** Makes, deletes and updates Pods as far as one pass goes. Source: updateStatefulSet. */
export function updateReplicas(draft: Draft, history: History, pods: readonly Stored<Pod>[]): Outcome {
  const { set } = draft;
  const { replicas, condemned } = sortOut(draft, history, pods);
  const first = [...replicas, ...[...condemned].reverse()].find(({ pod }) => isUnavailable(pod, draft));
  const outcome: Outcome = { deletedForUpdate: 0, failed: false };
  for (const [index, replica] of replicas.entries()) {
    const step = processReplica(draft, history, replica, batchOf(index));
    if (step === 'failed') return { ...outcome, failed: true };
    if (step === 'wait' && !isParallel(set)) return outcome;
  }
  for (const replica of condemned) if (!claimsMatchPolicy(draft, replica)) updateClaimOwners(draft, replica);
  for (const replica of condemned) if (processCondemned(draft, replica, first) && !isParallel(set)) return outcome;
  if (set.spec?.updateStrategy?.type === 'OnDelete') return outcome;
  const lowest = set.spec?.updateStrategy?.rollingUpdate?.partition ?? 0;
  for (const { pod, name, revision } of replicas.slice(lowest).reverse()) {
    if (revision !== history.update.metadata.name && !isTerminating(pod)) {
      draft.writes.push(deletePod(draft, name, pod));
      return { ...outcome, deletedForUpdate: 1 };
    }
    if (isUnavailable(pod, draft)) return outcome;
  }
  return outcome;
}

/** Pods are made in batches of 1, 2, 4, ... where all are made at once. */
const batchOf = (index: number): number => 2 ** Math.floor(Math.log2(index + 1));

/** A replica for each ordinal that should be, and the Pods that are too many, the highest ordinal first. */
function sortOut(draft: Draft, history: History, pods: readonly Stored<Pod>[]) {
  const { set } = draft;
  const byOrdinal = new Map<number, Stored<Pod>>();
  const condemned: Replica[] = [];
  for (const pod of pods) {
    const ordinal = ordinalOf(pod, set);
    if (ordinal === undefined) continue;
    if (isInRange(ordinal, set)) byOrdinal.set(ordinal, pod);
    else condemned.push({ ordinal, name: pod.metadata.name, revision: revisionNameOf(pod), pod });
  }
  const start = firstOrdinal(set);
  const replicas = Array.from({ length: replicasOf(set) }, (_, index): Replica => {
    const ordinal = start + index;
    const pod = byOrdinal.get(ordinal);
    const isOld = needsCurrentRevision(draft, ordinal);
    const revision = pod ? revisionNameOf(pod) : (isOld ? history.current : history.update).metadata.name;
    return { ordinal, name: `${set.metadata.name}-${ordinal}`, revision, ...(pod && { pod }) };
  });
  return { replicas, condemned: condemned.sort((a, b) => b.ordinal - a.ordinal) };
}

/** Pods below the partition come back as they were. Source: isCurrentRevisionNeeded. */
function needsCurrentRevision({ set }: Draft, ordinal: number): boolean {
  const { type, rollingUpdate } = set.spec?.updateStrategy ?? {};
  if (type !== 'RollingUpdate') return false;
  return ordinal < firstOrdinal(set) + (rollingUpdate?.partition ?? set.status?.currentReplicas ?? 0);
}

/** 'wait' where, one by one, nothing more may happen before this replica is well. Source: processReplica. */
function processReplica(draft: Draft, history: History, replica: Replica, batch: number): 'go on' | 'wait' | 'failed' {
  const { set, writes } = draft;
  const { pod, name } = replica;
  if (pod && hasEnded(pod)) {
    if (!isTerminating(pod)) writes.push(deletePod(draft, name, pod));
    return 'wait';
  }
  if (!pod) {
    if (hasStaleClaim(draft, replica)) return 'wait';
    return createReplica(draft, history, replica, batch);
  }
  if (pod.status?.phase === 'Pending') createClaims(draft, replica);
  if ((isTerminating(pod) || !isAvailable(pod, draft)) && !isParallel(set)) return 'wait';
  const fresh = withIdentity(pod, replica);
  const isKept = claimsMatchPolicy(draft, replica);
  if (fresh === pod && isKept) return 'go on';
  if (!isKept) updateClaimOwners(draft, replica);
  const { namespace } = pod.metadata;
  writes.push({
    request: {
      verb: 'update',
      resource: 'pods',
      ...(namespace && { namespace }),
      name,
      object: fresh as unknown as ObjectToWrite,
    },
    tolerate: [404],
    event: podEvent(set, 'Update', name),
  });
  return 'go on';
}

function createReplica(draft: Draft, history: History, replica: Replica, batch: number): 'wait' | 'failed' {
  const { set, writes } = draft;
  const { namespace } = set.metadata;
  const going = goingClaim(draft, replica.ordinal);
  if (going !== undefined) {
    writes.push({ event: podEvent(set, 'Create', replica.name, `pvc ${going} is being deleted`) });
    return 'failed';
  }
  createClaims(draft, replica);
  const isCurrent = replica.revision === history.current.metadata.name;
  const template = templateOfRevision(isCurrent ? history.current : history.update);
  const object = newPod(set, template, replica);
  writes.push({
    request: { verb: 'create', resource: 'pods', ...(namespace && { namespace }), object },
    ...(isParallel(set) && { batch }),
    event: podEvent(set, 'Create', replica.name),
  });
  updateClaimOwners(draft, replica);
  return 'wait';
}

/** Deletes a Pod that is too many, if it may go now. True where, one by one, no other may go. Source: processCondemned. */
function processCondemned(draft: Draft, replica: Replica, first: Replica | undefined): boolean {
  const { pod, name } = replica;
  if (isTerminating(pod)) return true;
  if (!isAvailable(pod, draft) && !isParallel(draft.set) && replica !== first) return true;
  draft.writes.push(deletePod(draft, name, pod));
  return true;
}

function deletePod({ set }: Draft, name: string, pod: Stored<Pod> | undefined): Write {
  const { namespace } = set.metadata;
  const options = pod ? { preconditions: { uid: pod.metadata.uid } } : {};
  return {
    request: { verb: 'delete', resource: 'pods', ...(namespace && { namespace }), name, options },
    tolerate: [404],
    event: podEvent(set, 'Delete', name),
  };
}
