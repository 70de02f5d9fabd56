import type { Node, Stored, Taint } from '../../../api/objects.ts';
import { fromTimestamp, toTimestamp } from '../../../api/time.ts';
import type { Milliseconds } from '../../world/queue.ts';
import type { Write } from '../controller.ts';

export const notReady = 'node.kubernetes.io/not-ready';
export const unreachable = 'node.kubernetes.io/unreachable';

/** Of conditions: the status at which a node gets a taint, and which. Source: nodeConditionToTaintKeyStatusMap. */
const conditionTaints: readonly [type: string, status: string, key: string][] = [
  ['Ready', 'False', notReady],
  ['Ready', 'Unknown', unreachable],
  ['MemoryPressure', 'True', 'node.kubernetes.io/memory-pressure'],
  ['DiskPressure', 'True', 'node.kubernetes.io/disk-pressure'],
  ['NetworkUnavailable', 'True', 'node.kubernetes.io/network-unavailable'],
  ['PIDPressure', 'True', 'node.kubernetes.io/pid-pressure'],
];
const unschedulable = 'node.kubernetes.io/unschedulable';
const ownKeys = new Set([unschedulable, ...conditionTaints.map(([, , key]) => key)]);

/** `True`, `False`, `Unknown`; undefined where the node has never said. */
export function readiness(node: Stored<Node>): string | undefined {
  return node.status?.conditions?.find(({ type }) => type === 'Ready')?.status;
}

/** The NoSchedule taints that the node's conditions and cordon ask for. Source: doNoScheduleTaintingPass. */
export function wantedNoSchedule({ spec, status }: Stored<Node>): string[] {
  const keys = conditionTaints.flatMap(([type, value, key]) =>
    status?.conditions?.some((condition) => condition.type === type && condition.status === value) ? [key] : [],
  );
  return spec?.unschedulable ? [...keys, unschedulable] : keys;
}

/** The taint's key that a node out of reach has with NoExecute. */
export function wantedNoExecute(node: Stored<Node>): string | undefined {
  const is = readiness(node);
  if (is === 'Unknown') return unreachable;
  return is === 'False' ? notReady : undefined;
}

export const hasTaint = ({ spec }: Stored<Node>, key: string, effect: Taint['effect']): boolean =>
  spec?.taints?.some((taint) => taint.key === key && taint.effect === effect) ?? false;

/** The node's taints with the NoSchedule ones as they should be; undefined where they are so already. */
export function withNoSchedule(node: Stored<Node>, now: Milliseconds): Taint[] | undefined {
  const wanted = wantedNoSchedule(node);
  const taints = node.spec?.taints ?? [];
  const kept = taints.filter(({ key, effect }) => effect !== 'NoSchedule' || !ownKeys.has(key) || wanted.includes(key));
  const added = wanted.filter((key) => !hasTaint(node, key, 'NoSchedule'));
  if (kept.length === taints.length && added.length === 0) return undefined;
  return [...kept, ...added.map((key): Taint => ({ key, effect: 'NoSchedule', timeAdded: toTimestamp(now) }))];
}

/** The node's taints with this one key of NoExecute, or none; undefined where they are so already. */
export function withNoExecute(node: Stored<Node>, key: string | undefined, now: Milliseconds): Taint[] | undefined {
  const taints = node.spec?.taints ?? [];
  const isOther = (taint: Taint) =>
    taint.effect === 'NoExecute' && taint.key !== key && (taint.key === notReady || taint.key === unreachable);
  const kept = taints.filter((taint) => !isOther(taint));
  if (key === undefined || hasTaint(node, key, 'NoExecute')) return kept.length === taints.length ? undefined : kept;
  return [...kept, { key, effect: 'NoExecute', timeAdded: toTimestamp(now) }];
}

/** When this controller last gave the node a NoExecute taint. */
export function executedAt({ spec }: Stored<Node>): Milliseconds {
  const times = (spec?.taints ?? []).map(({ key, effect, timeAdded }) =>
    effect === 'NoExecute' && timeAdded && (key === notReady || key === unreachable) ? fromTimestamp(timeAdded) : 0,
  );
  return Math.max(0, ...times);
}

/** Writes a node's taints, unless somebody else has written the node meanwhile. */
export function writeTaints({ metadata }: Stored<Node>, taints: Taint[]): Write {
  const { name, resourceVersion } = metadata;
  const patch = { metadata: { resourceVersion }, spec: { taints: taints.length > 0 ? taints : null } };
  return { request: { verb: 'patch', resource: 'nodes', name, patchType: 'merge', patch }, tolerate: [404] };
}
