import type { Pod, Stored } from '../../../../api/objects.ts';
import { scaledValue } from '../../deployment/fenceposts.ts';
import { availableAt } from '../../pods.ts';
import { type Draft, isUpdated, minReadySecondsOf, syncNodes } from './draft.ts';
import { shouldRun } from './template.ts';

/** How many nodes may have a second Pod; 0 unless the strategy is RollingUpdate. Source: SurgeCount. */
export function surgeOf({ daemonSet }: Draft, desired: number): number {
  const { type, rollingUpdate } = daemonSet.spec?.updateStrategy ?? {};
  return type === 'RollingUpdate' ? scaledValue(rollingUpdate?.maxSurge ?? 0, desired, 'up') : 0;
}

function unavailableOf({ daemonSet }: Draft, desired: number): number {
  const { type, rollingUpdate } = daemonSet.spec?.updateStrategy ?? {};
  return type === 'RollingUpdate' ? scaledValue(rollingUpdate?.maxUnavailable ?? 0, desired, 'up') : 0;
}

/** The next step of a rolling update. Source: pkg/controller/daemon/update.go rollingUpdate. */
export function rollingUpdate(draft: Draft): void {
  const byNode = new Map(draft.podsByNode);
  let desired = 0;
  for (const node of draft.nodes) {
    if (!shouldRun(node, draft.daemonSet).run) continue;
    desired++;
    if (!byNode.has(node.metadata.name)) byNode.set(node.metadata.name, []);
  }
  const surge = surgeOf(draft, desired);
  const unavailable = unavailableOf(draft, desired);
  // With neither, nothing could ever move.
  if (surge > 0) withSurge(draft, byNode, desired, surge);
  else withoutSurge(draft, byNode, desired > 0 ? Math.max(1, unavailable) : unavailable);
}

/** Deletes just so many old Pods that not too many are unavailable; the next pass makes the new ones. */
function withoutSurge(draft: Draft, byNode: ReadonlyMap<string, readonly Stored<Pod>[]>, max: number): void {
  let unavailable = 0;
  const useless: Stored<Pod>[] = [];
  const candidates: Stored<Pod>[] = [];
  for (const pods of byNode.values()) {
    const found = podsOfNode(draft, pods);
    if (!found || Boolean(found.fresh) === Boolean(found.old)) unavailable++;
    else if (found.fresh) unavailable += isAvailable(draft, found.fresh) ? 0 : 1;
    else if (found.old) (isAvailable(draft, found.old) ? candidates : useless).push(found.old);
  }
  syncNodes(draft, [...useless, ...candidates.slice(0, Math.max(0, max - unavailable))], []);
}

/** Makes new Pods beside old ones, and deletes the old where the new are available. */
function withSurge(
  draft: Draft,
  byNode: ReadonlyMap<string, readonly Stored<Pod>[]>,
  desired: number,
  max: number,
): void {
  let surging = 0;
  let available = 0;
  const replaced: Stored<Pod>[] = [];
  const misplaced: Stored<Pod>[] = [];
  const useless: string[] = [];
  const candidates: string[] = [];
  for (const [name, pods] of byNode) {
    const found = podsOfNode(draft, pods);
    if (!found) {
      surging++;
      continue;
    }
    const { fresh, old } = found;
    const first = old ?? fresh;
    if (first && isAvailable(draft, first)) available++;
    if (!old) continue;
    if (fresh) {
      if (isAvailable(draft, fresh)) replaced.push(old);
      else surging++;
      continue;
    }
    const node = draft.nodes.find(({ metadata }) => metadata.name === name);
    if (node && !shouldRun(node, draft.daemonSet).run) misplaced.push(old);
    else (isAvailable(draft, old) ? candidates : useless).push(name);
  }
  const spare = Math.max(0, available - desired);
  const wanted = [...useless, ...candidates.slice(0, Math.max(0, max - surging))];
  syncNodes(draft, [...replaced, ...misplaced.slice(0, spare)], wanted);
}

/** The new and the old Pod of a node; undefined where there are two of either. Source: findUpdatedPodsOnNode. */
function podsOfNode(
  draft: Draft,
  pods: readonly Stored<Pod>[],
): { fresh?: Stored<Pod>; old?: Stored<Pod> } | undefined {
  const staying = pods.filter(({ metadata }) => !metadata.deletionTimestamp);
  const [fresh, ...moreFresh] = staying.filter((pod) => isUpdated(pod, draft));
  const [old, ...moreOld] = staying.filter((pod) => !isUpdated(pod, draft));
  if (moreFresh.length + moreOld.length > 0) return undefined;
  return { ...(fresh && { fresh }), ...(old && { old }) };
}

function isAvailable({ daemonSet, view }: Draft, pod: Stored<Pod>): boolean {
  const at = availableAt(pod, minReadySecondsOf(daemonSet));
  return at !== undefined && at <= view.now;
}
