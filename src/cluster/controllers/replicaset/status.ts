import type { Pod, ReplicaSet, ReplicaSetCondition, ReplicaSetStatus, Stored } from '../../../api/objects.ts';
import { matchesLabels, matchesSelector } from '../../../api/selectors/labels.ts';
import { toTimestamp } from '../../../api/time.ts';
import { podStateKey } from '../../world/indexes.ts';
import type { Milliseconds } from '../../world/queue.ts';
import { listIndexed, type Store } from '../../world/store.ts';
import { availableAt, isPodReady } from '../pods.ts';

/** What a ReplicaSet's status counts. */
export interface Counts {
  active: number;
  fullyLabeled: number;
  ready: number;
  available: number;
  terminating: number;
  /** When the next ready Pod becomes available. */
  nextAvailable?: Milliseconds;
}

/** Counts Pods one by one: `active` are neither ended nor being deleted, `terminating` how many others are not ended. */
export function countPods(
  replicaSet: Stored<ReplicaSet>,
  active: readonly Stored<Pod>[],
  terminating: number,
  now: Milliseconds,
): Counts {
  const counts: Counts = { active: active.length, fullyLabeled: 0, ready: 0, available: 0, terminating };
  const labels = replicaSet.spec?.template?.metadata?.labels;
  for (const pod of active) {
    if (matchesLabels(labels, pod.metadata.labels)) counts.fullyLabeled++;
    if (!isPodReady(pod)) continue;
    counts.ready++;
    const at = availableAt(pod, replicaSet.spec?.minReadySeconds ?? 0);
    if (at !== undefined && at <= now) counts.available++;
    else if (at !== undefined) counts.nextAvailable = Math.min(at, counts.nextAvailable ?? at);
  }
  return counts;
}

/**
 * The same out of the sizes of an index, without looking at any Pod: where all of the ReplicaSet's Pods have exactly
 * the template's labels, none waits to be adopted and ready is available. Otherwise undefined.
 */
export function countByIndex(store: Store, { metadata, spec }: Stored<ReplicaSet>): Counts | undefined {
  if (spec?.minReadySeconds) return undefined;
  const byController = store.indexes.get('podsByController');
  const orphans = listIndexed<Stored<Pod>>(store, 'podsByController', `orphan:${metadata.namespace}`);
  if (orphans.some((pod) => matchesSelector(spec?.selector, pod.metadata.labels))) return undefined;
  const byState = store.indexes.get('podsByControllerState');
  const labels = spec?.template?.metadata?.labels;
  const ready = byState?.get(podStateKey(metadata.uid, 'ready', labels))?.size ?? 0;
  const unready = byState?.get(podStateKey(metadata.uid, 'unready', labels))?.size ?? 0;
  const terminating = byState?.get(podStateKey(metadata.uid, 'terminating', labels))?.size ?? 0;
  const ended = byState?.get(podStateKey(metadata.uid, 'ended', labels))?.size ?? 0;
  const all = byController?.get(metadata.uid)?.size ?? 0;
  if (ready + unready + terminating + ended !== all) return undefined;
  const active = ready + unready;
  return { active, fullyLabeled: active, ready, available: ready, terminating };
}

/** The status that the counts come to; counters of nothing are left out, but for two. Source: calculateStatus. */
export function newStatus(
  { metadata, status }: Stored<ReplicaSet>,
  counts: Counts,
  failure: ReplicaSetCondition | undefined,
): ReplicaSetStatus {
  const others = (status?.conditions ?? []).filter(({ type }) => type !== 'ReplicaFailure');
  const said = status?.conditions?.find(({ type }) => type === 'ReplicaFailure');
  const conditions = failure ? (said ? status?.conditions : [...others, failure]) : others;
  return {
    replicas: counts.active,
    ...(counts.fullyLabeled && { fullyLabeledReplicas: counts.fullyLabeled }),
    ...(counts.ready && { readyReplicas: counts.ready }),
    ...(counts.available && { availableReplicas: counts.available }),
    terminatingReplicas: counts.terminating,
    ...(metadata.generation && { observedGeneration: metadata.generation }),
    ...(conditions?.length && { conditions }),
  };
}

/** Says why Pods cannot be made or deleted. */
export function replicaFailure(now: Milliseconds, reason: string, message: string): ReplicaSetCondition {
  return { type: 'ReplicaFailure', status: 'True', lastTransitionTime: toTimestamp(now), reason, message };
}
