import { isSame } from '../../../../api/equal.ts';
import type { DaemonSetStatus } from '../../../../api/objects.ts';
import { writeStatus } from '../../podcontrol.ts';
import { availableAt, isPodReady } from '../../pods.ts';
import { type Draft, isUpdated, minReadySecondsOf } from './draft.ts';
import { oldestFirst } from './manage.ts';
import { shouldRun } from './template.ts';

/** Writes the status, where it has changed. Source: updateDaemonSetStatus. */
export function syncStatus(draft: Draft): void {
  const { daemonSet, view } = draft;
  const minReadySeconds = minReadySecondsOf(daemonSet);
  const counts = countNodes(draft, minReadySeconds);
  const status = statusOf(draft, counts);
  if (!isSame(status, daemonSet.status)) draft.writes.push(writeStatus('daemonsets', daemonSet, status));
  if (minReadySeconds > 0 && counts.ready !== counts.available) draft.looks.push(view.now + minReadySeconds * 1000);
}

type Counts = ReturnType<typeof countNodes>;

function countNodes(draft: Draft, minReadySeconds: number) {
  const counts = { desired: 0, current: 0, misscheduled: 0, ready: 0, available: 0, updated: 0 };
  for (const node of draft.nodes) {
    const [pod] = [...(draft.podsByNode.get(node.metadata.name) ?? [])].sort(oldestFirst);
    if (!shouldRun(node, draft.daemonSet).run) {
      if (pod) counts.misscheduled++;
      continue;
    }
    counts.desired++;
    if (!pod) continue;
    counts.current++;
    if (isPodReady(pod)) counts.ready++;
    const at = availableAt(pod, minReadySeconds);
    if (at !== undefined && at <= draft.view.now) counts.available++;
    if (isUpdated(pod, draft)) counts.updated++;
  }
  return counts;
}

function statusOf({ daemonSet: { status, metadata } }: Draft, counts: Counts): DaemonSetStatus {
  const unavailable = counts.desired - counts.available;
  return {
    currentNumberScheduled: counts.current,
    numberMisscheduled: counts.misscheduled,
    desiredNumberScheduled: counts.desired,
    numberReady: counts.ready,
    ...(metadata.generation && { observedGeneration: metadata.generation }),
    ...(counts.updated && { updatedNumberScheduled: counts.updated }),
    ...(counts.available && { numberAvailable: counts.available }),
    ...(unavailable && { numberUnavailable: unavailable }),
    ...(status?.collisionCount !== undefined && { collisionCount: status.collisionCount }),
    ...(status?.conditions && { conditions: status.conditions }),
  };
}
