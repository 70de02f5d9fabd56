import type { Pod, Stored } from '../../api/objects.ts';
import type { PluginRejection } from '../../cluster/scheduler/decision.ts';
import { matchesNodeSelector } from '../../cluster/scheduler/nodeSelector.ts';
import { st } from '../../i18n/scheduling.ts';
import { amountText, freeOf, requestOf } from '../../scene/scheduling/amounts.ts';
import { taintText } from '../../scene/scheduling/nodeTags.ts';
import { type ClusterView, podsTakingRoom } from './mend/change.ts';
import { hostPortsOf, portId } from './mend/nodePorts.ts';
import { shortOf } from './mend/nodeResourcesFit.ts';
import { untoleratedTaints } from './mend/taintToleration.ts';

/** What stands behind a refusal, in numbers and names, as the cluster is now; empty where the reason says it all. */
export function detailOf(pod: Stored<Pod>, name: string, rejection: PluginRejection, cluster: ClusterView): string {
  const node = cluster.nodes.get(name);
  if (!node) return '';
  switch (rejection.plugin) {
    case 'NodeResourcesFit': {
      const others = podsTakingRoom(cluster, name);
      return shortOf(rejection.reasons)
        .map((resource) =>
          st('detail.free', {
            resource,
            wants: amountText(resource, requestOf(pod, resource)),
            free: amountText(resource, Math.max(0, freeOf(node, others, resource))),
          }),
        )
        .join('; ');
    }
    case 'TaintToleration':
      return untoleratedTaints(pod, node).map(taintText).join(', ');
    case 'NodeAffinity': {
      const wanted = Object.entries(pod.spec?.nodeSelector ?? {});
      const missing = wanted.filter(([key, value]) => node.metadata.labels?.[key] !== value);
      const required = pod.spec?.affinity?.nodeAffinity?.requiredDuringSchedulingIgnoredDuringExecution;
      const texts = missing.map(([key, value]) => `${key}=${value}`);
      return [...texts, ...(required && !matchesNodeSelector(required, node) ? ['nodeAffinity'] : [])].join(', ');
    }
    case 'NodePorts': {
      const wanted = new Set(hostPortsOf(pod).map(portId));
      return podsTakingRoom(cluster, name)
        .flatMap((other) =>
          hostPortsOf(other)
            .filter((port) => wanted.has(portId(port)))
            .map(({ hostPort }) => st('detail.port', { port: hostPort, pod: other.metadata.name })),
        )
        .join('; ');
    }
    default:
      return '';
  }
}
