import type { Node } from '../objects.ts';
import { ageSince } from './age.ts';
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
  const ready = node.status?.conditions?.find((condition) => condition.type === 'Ready');
  const word = !ready ? 'Unknown' : ready.status === 'True' ? 'Ready' : 'NotReady';
  return node.spec?.unschedulable ? `${word},SchedulingDisabled` : word;
}

export const nodePrinter = printer<Node>(
  'Node',
  [
    'Name',
    'Status',
    'Roles',
    'Age',
    'Version',
    '+Internal-IP',
    '+External-IP',
    '+OS-Image',
    '+Kernel-Version',
    '+Container-Runtime',
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
      orNone(address('InternalIP')),
      orNone(address('ExternalIP')),
      info?.osImage || '<unknown>',
      info?.kernelVersion ? `${info.kernelVersion}${info.architecture ? ` (${info.architecture})` : ''}` : '<unknown>',
      info?.containerRuntimeVersion || '<unknown>',
    ];
  },
);
