import type { Deployment, Pod, Stored } from '../../../api/objects.ts';
import { podFacts } from '../../../scene/podFacts.ts';
import { keyOf } from '../relations.ts';
import { holdUp } from './holdUp.ts';

/** What holds a rollout up: a reason in the cluster's words, and the Pods that it keeps from being ready. */
export interface Hindrance {
  reason: string;
  message: string;
  /** Keys of Pods; none where it is about Pods that could not be made. */
  pods: { key: string; uid: string }[];
}

/** What its condition says of a Pod that runs and is not ready. */
function notReady(pod: Stored<Pod>): { reason: string; message: string } {
  const ready = pod.status?.conditions?.find(({ type }) => type === 'Ready');
  return { reason: ready?.reason ?? podFacts(pod).word, message: ready?.message ?? '' };
}

/** What keeps the new Pods of a Deployment from being there and ready; the same reason only once, the most frequent first. */
export function hindrancesOf(deployment: Stored<Deployment>, newPods: readonly Stored<Pod>[]): Hindrance[] {
  const found = new Map<string, Hindrance>();
  for (const { type, status, reason = '', message = '' } of deployment.status?.conditions ?? [])
    if (type === 'ReplicaFailure' && status === 'True') found.set(reason, { reason, message, pods: [] });
  for (const pod of newPods) {
    const facts = podFacts(pod);
    if (facts.ready || facts.terminating) continue;
    const { reason, message } = holdUp(pod) ?? notReady(pod);
    const known = found.get(reason) ?? { reason, message, pods: [] };
    known.pods.push({ key: keyOf(pod), uid: pod.metadata.uid });
    found.set(reason, known);
  }
  return [...found.values()].sort((a, b) => b.pods.length - a.pods.length);
}
