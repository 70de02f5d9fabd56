import type { Node } from '../objects.ts';
import { ageSince } from './age.ts';
import { ageColumn, nameColumn, text, wide } from './columns.ts';
import { orNone, printer } from './printer.ts';

const rolePrefix = 'node-role.kubernetes.io/';

/** Roles out of labels, sorted. Source: printersinternal.findNodeRoles. */
export function nodeRoles(node: Node): string[] {
  const roles = Object.entries(node.metadata?.labels ?? {}).flatMap(([key, value]) => {
    if (key.startsWith(rolePrefix) && key.length > rolePrefix.length) return [key.slice(rolePrefix.length)];
    return key === 'kubernetes.io/role' && value ? [value] : [];
  });
  return [...new Set(roles)].sort();
}

function statusOf(node: Node): string {
  const ready = node.status?.conditions?.findLast((condition) => condition.type === 'Ready');
  const word = !ready ? 'Unknown' : ready.status === 'True' ? 'Ready' : 'NotReady';
  return node.spec?.unschedulable ? `${word},SchedulingDisabled` : word;
}

export const nodePrinter = printer<Node>(
  'Node',
  [
    nameColumn,
    text('Status', 'The status of the node'),
    text('Roles', 'The roles of the node'),
    ageColumn,
    text('Version', 'Kubelet Version reported by the node.'),
    wide(
      text(
        'Internal-IP',
        "List of addresses reachable to the node. Queried from cloud provider, if available. More info: https://kubernetes.io/docs/reference/node/node-status/#addresses Note: This field is declared as mergeable, but the merge key is not sufficiently unique, which can cause data corruption when it is merged. Callers should instead use a full-replacement patch. See https://pr.k8s.io/79391 for an example. Consumers should assume that addresses can change during the lifetime of a Node. However, there are some exceptions where this may not be possible, such as Pods that inherit a Node's address in its own status or consumers of the downward API (status.hostIP).",
      ),
    ),
    wide(
      text(
        'External-IP',
        "List of addresses reachable to the node. Queried from cloud provider, if available. More info: https://kubernetes.io/docs/reference/node/node-status/#addresses Note: This field is declared as mergeable, but the merge key is not sufficiently unique, which can cause data corruption when it is merged. Callers should instead use a full-replacement patch. See https://pr.k8s.io/79391 for an example. Consumers should assume that addresses can change during the lifetime of a Node. However, there are some exceptions where this may not be possible, such as Pods that inherit a Node's address in its own status or consumers of the downward API (status.hostIP).",
      ),
    ),
    wide(text('OS-Image', 'OS Image reported by the node from /etc/os-release (e.g. Debian GNU/Linux 7 (wheezy)).')),
    wide(text('Kernel-Version', "Kernel Version reported by the node from 'uname -r' (e.g. 3.16.0-0.bpo.4-amd64).")),
    wide(
      text(
        'Container-Runtime',
        'ContainerRuntime Version reported by the node through runtime remote API (e.g. containerd://1.4.2).',
      ),
    ),
  ],
  (node, now) => {
    const address = (type: string) => node.status?.addresses?.find((entry) => entry.type === type)?.address;
    const info = node.status?.nodeInfo;
    return [
      node.metadata.name,
      statusOf(node),
      orNone(nodeRoles(node).join(',')),
      ageSince(node.metadata.creationTimestamp, now),
      info?.kubeletVersion ?? '',
      address('InternalIP') ?? '<none>',
      address('ExternalIP') ?? '<none>',
      info?.osImage || '<unknown>',
      info?.kernelVersion ? `${info.kernelVersion}${info.architecture ? ` (${info.architecture})` : ''}` : '<unknown>',
      info?.containerRuntimeVersion || '<unknown>',
    ];
  },
);
