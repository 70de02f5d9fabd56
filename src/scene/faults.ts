import type { Node, Pod, Stored } from '../api/objects.ts';
import { fromTimestamp } from '../api/time.ts';
import type { ControlPlanePart, TankParts } from '../client/client.ts';
import { secondsUntilEviction } from '../cluster/scheduler/tolerations.ts';
import type { Part } from './scene.ts';

/** What was done to a node from outside; the API hears of it late, or never. */
export type NodeFault = 'poweredOff' | 'cutOff' | 'kubeletStopped' | 'slow' | 'upgrading';

const none: readonly NodeFault[] = [];

/** The faults of a node, the gravest first. */
export function faultsOf(name: string, parts: TankParts | undefined): readonly NodeFault[] {
  if (!parts) return none;
  const faults: NodeFault[] = [];
  if (parts.poweredOff.includes(name)) faults.push('poweredOff');
  if (parts.cutOff.includes(name)) faults.push('cutOff');
  if (parts.stoppedKubelets.includes(name)) faults.push('kubeletStopped');
  if (name in parts.upgrading) faults.push('upgrading');
  if (name in parts.slow) faults.push('slow');
  return faults.length === 0 ? none : faults;
}

/** What can be stopped of what stands above the nodes; kubectl runs on somebody's own machine. */
export const processOf: Readonly<Partial<Record<Part, ControlPlanePart>>> = {
  apiServer: 'apiserver',
  controllerManager: 'controller-manager',
  scheduler: 'scheduler',
};

/** Whether a part of the control plane is stopped. */
export function isStopped(part: Part, parts: TankParts | undefined): boolean {
  const name = processOf[part];
  return name !== undefined && (parts?.stopped.includes(name) ?? false);
}

/** When the next Pods are evicted from a node, and how many then; Pods that stay for ever do not count. */
export interface NextEviction {
  /** Virtual milliseconds. */
  at: number;
  pods: number;
}

/** When a Pod is evicted from its node for the taints there: undefined where it may stay. Source: taint-eviction-controller. */
export function evictionOf(pod: Stored<Pod>, node: Stored<Node> | undefined): number | undefined {
  const taints = (node?.spec?.taints ?? []).filter(({ effect }) => effect === 'NoExecute');
  if (taints.length === 0 || pod.metadata.deletionTimestamp) return undefined;
  const seconds = secondsUntilEviction(taints, pod.spec?.tolerations);
  const [since] = taints.flatMap(({ timeAdded }) => (timeAdded ? [fromTimestamp(String(timeAdded))] : [])).sort();
  return seconds === null || since === undefined ? undefined : since + seconds * 1000;
}

/** The next evictions from a node; those at the same second together. Undefined where none will come. */
export function nextEviction(node: Stored<Node>, pods: readonly Stored<Pod>[]): NextEviction | undefined {
  if (!node.spec?.taints?.some(({ effect }) => effect === 'NoExecute')) return undefined;
  const times = pods.flatMap((pod) => evictionOf(pod, node) ?? []);
  if (times.length === 0) return undefined;
  const at = Math.min(...times);
  return { at, pods: times.filter((time) => time - at < 1000).length };
}

/** `4:07` of so many milliseconds, rounded up; never below nothing. */
export function countdown(left: number): string {
  const seconds = Math.max(0, Math.ceil(left / 1000));
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}
