import type { Pod, Stored } from '../../../../api/objects.ts';
import { toBytes, toMillicores } from '../../../../api/quantity.ts';
import { fromTimestamp } from '../../../../api/time.ts';
import type { PodUsage } from '../../../kubelet/usage.ts';
import type { Milliseconds } from '../../../world/queue.ts';
import { podCondition } from '../../pods.ts';

/** How long after its start a Pod's processor time is not taken for what it usually needs. Source: horizontal-pod-autoscaler-cpu-initialization-period. */
const initializationPeriod: Milliseconds = 300_000;
/** How soon after its start a Pod tells its first readiness. Source: horizontal-pod-autoscaler-initial-readiness-delay. */
const initialReadinessDelay: Milliseconds = 30_000;
const milli = 1000;

/** What a Pod uses of a resource, in thousandths of its unit, and when and how long it was measured. */
export interface Sample {
  value: number;
  at: Milliseconds;
  window: Milliseconds;
}

/** Which of the target's Pods count, and how. By name. */
export interface Groups {
  ready: number;
  unready: string[];
  missing: string[];
  ignored: string[];
}

/** The usage of one resource, of the Pod or one of its containers. A resource that is not measured: no sample. */
export function sampleOf(usage: PodUsage, resource: string, container: string | undefined): Sample | undefined {
  const measured = container === undefined ? usage : usage.containers.find(({ name }) => name === container);
  if (!measured || (resource !== 'cpu' && resource !== 'memory')) return undefined;
  const value = resource === 'cpu' ? measured.processor : measured.memory * milli;
  return { value, at: usage.at, window: usage.window };
}

/** Source: groupPods of replica_calculator.go. */
export function groupPods(
  pods: readonly Stored<Pod>[],
  samples: ReadonlyMap<string, Sample>,
  resource: string,
  now: Milliseconds,
): Groups {
  const groups: Groups = { ready: 0, unready: [], missing: [], ignored: [] };
  for (const pod of pods) {
    const { name, deletionTimestamp } = pod.metadata;
    const sample = samples.get(name);
    if (deletionTimestamp || pod.status?.phase === 'Failed') groups.ignored.push(name);
    else if (pod.status?.phase === 'Pending') groups.unready.push(name);
    else if (!sample) groups.missing.push(name);
    else if (resource === 'cpu' && isUnready(pod, sample, now)) groups.unready.push(name);
    else groups.ready++;
  }
  return groups;
}

function isUnready(pod: Stored<Pod>, sample: Sample, now: Milliseconds): boolean {
  const ready = podCondition(pod, 'Ready');
  const { startTime } = pod.status ?? {};
  if (!ready || !startTime) return true;
  const changedAt = fromTimestamp(ready.lastTransitionTime ?? startTime);
  const startedAt = fromTimestamp(startTime);
  if (startedAt + initializationPeriod > now) return ready.status === 'False' || sample.at < changedAt + sample.window;
  return ready.status === 'False' && startedAt + initialReadinessDelay > changedAt;
}

/** What the Pods ask for of a resource, in thousandths of its unit, by name; or who does not say. Source: calculateRequests. */
export function requestsOf(
  pods: readonly Stored<Pod>[],
  resource: string,
  container: string | undefined,
): Map<string, number> | { error: string } {
  const requests = new Map<string, number>();
  for (const { metadata, spec } of pods) {
    const ofPod = container === undefined ? spec?.resources?.requests?.[resource] : undefined;
    const sidecars = (spec?.initContainers ?? []).filter(({ restartPolicy }) => restartPolicy === 'Always');
    const counted = [...(spec?.containers ?? []), ...sidecars].filter(
      ({ name }) => container === undefined || name === container,
    );
    let sum = 0;
    if (ofPod !== undefined) sum = amount(resource, ofPod);
    else
      for (const { name, resources } of counted) {
        const asked = resources?.requests?.[resource];
        if (asked === undefined)
          return { error: `missing request for ${resource} in container ${name} of Pod ${metadata.name}` };
        sum += amount(resource, asked);
      }
    requests.set(metadata.name, sum);
  }
  return requests;
}

const amount = (resource: string, quantity: string | number): number =>
  resource === 'cpu' ? toMillicores(quantity) : toBytes(quantity) * milli;
