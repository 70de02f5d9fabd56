import type { KubernetesObject, Pod } from '../objects.ts';
import { fromTimestamp } from '../time.ts';
import { ageSince, humanDuration } from './age.ts';
import { ageColumn, nameColumn, text, wide } from './columns.ts';
import { isPodConditionTrue, summarizePod } from './podSummary.ts';
import { orNone, type Printer, printer, type RowCondition } from './printer.ts';

function readinessGates(pod: Pod): string {
  const gates = pod.spec?.readinessGates ?? [];
  if (gates.length === 0) return '<none>';
  return `${gates.filter((gate) => isPodConditionTrue(pod, gate.conditionType)).length}/${gates.length}`;
}

const endings: Readonly<Record<string, string>> = {
  Succeeded: 'The pod has completed successfully.',
  Failed: 'The pod failed.',
};

/** A Pod that has ended is a completed row. */
function conditions(object: KubernetesObject): RowCondition[] {
  const reason = (object as Pod).status?.phase ?? '';
  const message = endings[reason];
  return message ? [{ type: 'Completed', status: 'True', reason, message }] : [];
}

const rows = printer<Pod>(
  'Pod',
  [
    nameColumn,
    text('Ready', 'The aggregate readiness state of this pod for accepting traffic.'),
    text('Status', 'The aggregate status of the containers in this pod.'),
    text(
      'Restarts',
      'The number of times the containers in this pod have been restarted and when the last container in this pod has restarted.',
    ),
    ageColumn,
    wide(
      text(
        'IP',
        'podIP address allocated to the pod. Routable at least within the cluster. Empty if not yet allocated.',
      ),
    ),
    wide(
      text(
        'Node',
        'NodeName indicates in which node this pod is scheduled. If empty, this pod is a candidate for scheduling by the scheduler defined in schedulerName. Once this field is set, the kubelet for this node becomes responsible for the lifecycle of this pod. This field should not be used to express a desire for the pod to be scheduled on a specific node. https://kubernetes.io/docs/concepts/scheduling-eviction/assign-pod-node/#nodename',
      ),
    ),
    wide(
      text(
        'Nominated Node',
        'nominatedNodeName is set only when this pod preempts other pods on the node, but it cannot be scheduled right away as preemption victims receive their graceful termination periods. This field does not guarantee that the pod will be scheduled on this node. Scheduler may decide to place the pod elsewhere if other nodes become available sooner. Scheduler may also decide to give the resources on this node to a higher priority pod that is created after preemption. As a result, this field may be different than PodSpec.nodeName when the pod is scheduled.',
      ),
    ),
    wide(
      text(
        'Readiness Gates',
        'If specified, all readiness gates will be evaluated for pod readiness. A pod is ready when all its containers are ready AND all conditions specified in the readiness gates have status equal to "True" More info: https://git.k8s.io/enhancements/keps/sig-network/580-pod-readiness-gates',
      ),
    ),
  ],
  (pod, now) => {
    const { ready, status, restarts, lastRestart } = summarizePod(pod);
    const ago = restarts > 0 && lastRestart ? ` (${humanDuration(now - fromTimestamp(lastRestart))} ago)` : '';
    return [
      pod.metadata.name,
      ready,
      status,
      `${restarts}${ago}`,
      ageSince(pod.metadata.creationTimestamp, now),
      orNone(pod.status?.podIPs?.[0]?.ip ?? pod.status?.podIP),
      orNone(pod.spec?.nodeName),
      orNone(pod.status?.nominatedNodeName),
      readinessGates(pod),
    ];
  },
);

export const podPrinter: Printer = { ...rows, conditions };
