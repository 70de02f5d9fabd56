import type { Lease, Node, NodeCondition, ObjectToWrite, Pod, Stored } from '../../../api/objects.ts';
import { fromTimestamp, toTimestamp } from '../../../api/time.ts';
import type { EventToRecord } from '../../events/record.ts';
import type { Milliseconds } from '../../world/queue.ts';
import { getObject, listIndexed, type Store } from '../../world/store.ts';
import type { Write } from '../controller.ts';
import { isPodReady } from '../pods.ts';
import { readiness } from './taints.ts';

/** How long a node may be silent; and one that has never said anything. Source: node-monitor-grace-period 50 s. */
const grace = 50_000;
const startupGrace = 60_000;

/** Conditions that become Unknown when a node falls silent. */
const monitored = ['Ready', 'MemoryPressure', 'DiskPressure', 'PIDPressure'];

/** The last sign of life: its lease, or its status. */
function lastSeen(store: Store, node: Stored<Node>): Milliseconds {
  const lease = getObject<Stored<Lease>>(store, 'leases', `kube-node-lease/${node.metadata.name}`);
  const heartbeat = node.status?.conditions?.find(({ type }) => type === 'Ready')?.lastHeartbeatTime;
  return Math.max(
    fromTimestamp(lease?.spec?.renewTime ?? node.metadata.creationTimestamp),
    fromTimestamp(heartbeat ?? node.metadata.creationTimestamp),
  );
}

/** Whether nothing has been heard of a node for too long, counted from `notBefore` at the earliest. */
export function isSilent(store: Store, node: Stored<Node>, now: Milliseconds, notBefore: Milliseconds): boolean {
  const allowed = readiness(node) === undefined ? startupGrace : grace;
  return now > Math.max(lastSeen(store, node), notBefore) + allowed;
}

/** The node with all that it had said turned Unknown; undefined where that has been done. Source: tryUpdateNodeHealth. */
export function withUnknownConditions(node: Stored<Node>, now: Milliseconds): Stored<Node> | undefined {
  const conditions = node.status?.conditions ?? [];
  const time = toTimestamp(now);
  const next = conditions.map((condition): NodeCondition => {
    if (!monitored.includes(condition.type) || condition.status === 'Unknown') return condition;
    const message = 'Kubelet stopped posting node status.';
    return { ...condition, status: 'Unknown', lastTransitionTime: time, reason: 'NodeStatusUnknown', message };
  });
  for (const type of monitored)
    if (!conditions.some((condition) => condition.type === type))
      next.push({
        type,
        status: 'Unknown',
        lastHeartbeatTime: node.metadata.creationTimestamp,
        lastTransitionTime: time,
        reason: 'NodeStatusNeverUpdated',
        message: 'Kubelet never posted node status.',
      });
  const isChanged = next.length > conditions.length || next.some((one, index) => one !== conditions[index]);
  return isChanged ? { ...node, status: { ...node.status, conditions: next } } : undefined;
}

export function writeStatus(node: Stored<Node>): Write {
  const { name } = node.metadata;
  const object = node as ObjectToWrite;
  return { request: { verb: 'update', resource: 'nodes', name, subresource: 'status', object }, tolerate: [404] };
}

/** An Event of the node controller. */
export function nodeEvent(
  about: EventToRecord['about'],
  type: 'Normal' | 'Warning',
  reason: string,
  message: string,
): EventToRecord {
  return { component: 'node-controller', about, type, reason, message };
}

/** Takes the Pods of a silent node out of service: Ready is False, without reason. Source: MarkPodsNotReady. */
export function markPodsNotReady(store: Store, node: string, now: Milliseconds): Write[] {
  return listIndexed<Stored<Pod>>(store, 'podsByNode', node)
    .filter(isPodReady)
    .map((pod) => {
      const { name, namespace, uid } = pod.metadata;
      const conditions = (pod.status?.conditions ?? []).map((condition) => {
        if (condition.type !== 'Ready') return condition;
        const { reason: _reason, message: _message, ...rest } = condition;
        return { ...rest, status: 'False', lastTransitionTime: toTimestamp(now) };
      });
      return {
        request: {
          verb: 'patch',
          resource: 'pods',
          ...(namespace && { namespace }),
          name,
          subresource: 'status',
          patchType: 'merge',
          patch: { metadata: { uid }, status: { conditions } },
        },
        tolerate: [404, 409],
        event: nodeEvent(pod, 'Warning', 'NodeNotReady', 'Node is not ready'),
      };
    });
}
