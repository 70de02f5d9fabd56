import type { Node, Pod, Stored } from '../../api/objects.ts';
import { matchesRequiredNodeAffinity } from '../scheduler/nodeSelector.ts';
import { usedPorts } from '../scheduler/podRequests.ts';
import type { UsedPort } from '../scheduler/state.ts';
import { untoleratedTaint } from '../scheduler/tolerations.ts';
import { refusalUnderPressure } from './eviction/admit.ts';
import type { PressureCondition } from './eviction/signals.ts';
import { shortages, shortageText } from './resources/fit.ts';

/** Why a kubelet does not take a Pod: its status.reason, and what follows "Pod was rejected: ". */
export interface Rejection {
  reason: string;
  message: string;
}

const anyAddress = '0.0.0.0';

const conflict = (a: UsedPort, b: UsedPort): boolean =>
  a.port === b.port && a.protocol === b.protocol && (a.ip === b.ip || a.ip === anyAddress || b.ip === anyAddress);

const failed = (name: string, why: string): Rejection => ({
  reason: name,
  message: `Predicate ${name} failed: ${why}`,
});

/**
 * Whether a kubelet takes a Pod that is bound to its node, beside those that it has: the scheduler's checks again, for
 * nobody may have asked the scheduler. Undefined: it does. Source: canAdmitPod, lifecycle/predicate.go.
 */
export function rejectionOf(
  pod: Pod,
  node: Stored<Node>,
  others: readonly Pod[],
  pressure: readonly PressureCondition[],
): Rejection | undefined {
  return refusalUnderPressure(pod, pressure) ?? generalRejection(pod, node, others);
}

function generalRejection(pod: Pod, node: Stored<Node>, others: readonly Pod[]): Rejection | undefined {
  const [shortage] = shortages(pod, others, node);
  if (shortage) return { reason: `OutOf${shortage.resource}`, message: shortageText(shortage) };
  if (!matchesRequiredNodeAffinity(pod, node))
    return failed('NodeAffinity', "node(s) didn't match Pod's node affinity/selector");
  const ports = usedPorts(pod);
  const taken = ports.length > 0 ? others.flatMap(usedPorts) : [];
  if (taken.some((used) => ports.some((port) => conflict(used, port))))
    return failed('NodePorts', "node(s) didn't have free ports for the requested pod ports");
  if (untoleratedTaint(node.spec?.taints, pod.spec?.tolerations, ['NoExecute']))
    return failed('TaintToleration', "node(s) had taints that the pod didn't tolerate");
  const os = pod.spec?.os?.name;
  if (os && os !== (node.status?.nodeInfo?.operatingSystem ?? 'linux'))
    return {
      reason: 'PodOSNotSupported',
      message: "Failed to admit pod as the OS field doesn't match node OS",
    };
  return undefined;
}
