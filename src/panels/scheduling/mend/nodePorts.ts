import type { Container, Pod } from '../../../api/objects.ts';
import { type Change, keyOfPod, type Mender, mayGo } from './change.ts';

/** A port of the node that is taken: free it, or do without. */
export const nodePorts: Mender = {
  plugin: 'NodePorts',
  propose({ pod, node, others }) {
    const wanted = new Set(hostPortsOf(pod).map(portId));
    const holders = others.filter((other) => hostPortsOf(other).some((port) => wanted.has(portId(port))));
    const taken = new Set(holders.flatMap((holder) => hostPortsOf(holder).map(portId)).filter((id) => wanted.has(id)));
    const ports = hostPortsOf(pod).filter((port) => taken.has(portId(port)));
    if (ports.length === 0) return [];
    const changes: Change[] = [];
    if (holders.every(mayGo)) {
      changes.push({
        on: 'others',
        remove: holders.map(keyOfPod),
        words: { change: 'remove', pods: holders.map(({ metadata }) => metadata.name), node: node.metadata.name },
        cost: 1 + holders.length,
      });
    }
    const drop = (containers: Container[]): Container[] =>
      containers.map((container) => ({
        ...container,
        ...(container.ports && {
          ports: container.ports.map(({ hostPort, ...port }) =>
            hostPort !== undefined && taken.has(portId({ ...port, hostPort })) ? port : { ...port, hostPort },
          ) as NonNullable<Container['ports']>,
        }),
      }));
    // With the network of the host each port is one of the node's: leaving out hostPort would change nothing.
    if (!pod.spec?.hostNetwork) {
      changes.push({
        on: 'pod',
        words: { change: 'dropHostPort', ports: ports.map(({ hostPort }) => hostPort) },
        cost: 2,
        alter: (spec) => ({ ...spec, containers: drop(spec.containers) }),
      });
    }
    return changes;
  },
};

interface HostPort {
  hostPort: number;
  protocol?: string;
}

export const portId = ({ hostPort, protocol = 'TCP' }: HostPort): string => `${protocol} ${hostPort}`;

/** The ports that a Pod wants of its node. */
export function hostPortsOf(pod: Pod): HostPort[] {
  const ports = (pod.spec?.containers ?? []).flatMap((container) => container.ports ?? []);
  return ports.flatMap(({ hostPort, protocol }) =>
    hostPort ? [{ hostPort, ...(protocol !== undefined && { protocol }) }] : [],
  );
}
