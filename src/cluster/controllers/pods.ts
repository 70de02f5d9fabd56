import type { Pod, PodCondition, Stored } from '../../api/objects.ts';
import { fromTimestamp } from '../../api/time.ts';
import type { Milliseconds } from '../world/queue.ts';

/** The Pod's condition of a type, if it has one. */
export function podCondition(pod: Pick<Pod, 'status'>, type: string): PodCondition | undefined {
  return pod.status?.conditions?.find((condition) => condition.type === type);
}

/** Whether the condition Ready is True. */
export function isPodReady(pod: Pick<Pod, 'status'>): boolean {
  return podCondition(pod, 'Ready')?.status === 'True';
}

/** When the Pod's Ready condition became what it is; undefined where the Pod is not ready or does not say. */
export function readySince(pod: Pick<Pod, 'status'>): Milliseconds | undefined {
  const ready = podCondition(pod, 'Ready');
  return ready?.status === 'True' && ready.lastTransitionTime ? fromTimestamp(ready.lastTransitionTime) : undefined;
}

/** Whether all containers have ended for good: phase Succeeded or Failed. */
export function isPodTerminal(pod: Pick<Pod, 'status'>): boolean {
  return pod.status?.phase === 'Succeeded' || pod.status?.phase === 'Failed';
}

/** Neither ended nor being deleted. Source: pkg/controller IsPodActive. */
export function isPodActive(pod: Stored<Pod>): boolean {
  return !isPodTerminal(pod) && !pod.metadata.deletionTimestamp;
}

/** Being deleted, but not ended yet. Source: pkg/controller IsPodTerminating. */
export function isPodTerminating(pod: Stored<Pod>): boolean {
  return !isPodTerminal(pod) && pod.metadata.deletionTimestamp !== undefined;
}

/** When a ready Pod will be (or became) available; undefined where it is not ready. Source: pkg/api/v1/pod IsPodAvailable. */
export function availableAt(pod: Pick<Pod, 'status'>, minReadySeconds: number): Milliseconds | undefined {
  if (!isPodReady(pod)) return undefined;
  if (minReadySeconds === 0) return 0;
  const since = readySince(pod);
  return since === undefined ? undefined : since + minReadySeconds * 1000;
}
