import type { Service, ServicePort, Stored } from '../../../api/objects.ts';
import type { FieldError } from '../../../api/status.ts';
import { freeServiceIP, holdServiceIP, refusedServiceIP } from '../../network/clusterIP.ts';
import { freeNodePort, holdNodePorts, isNodePortTaken, refusedNodePort } from '../../network/nodePorts.ts';
import { keyOf } from '../../world/store.ts';
import type { World } from '../../world/world.ts';
import {
  getsNodePorts,
  needsClusterIP,
  needsHealthCheckPort,
  withFamilies,
  withGiven,
  withOneClusterIP,
  withoutVoidFields,
} from './serviceFields.ts';
import type { Strategy } from './strategy.ts';

type Spec = NonNullable<Service['spec']>;

/** The node ports that are asked for, with their fields. */
function askedPorts({ ports = [], healthCheckNodePort }: Spec): { port: number; protocol: string; field: string }[] {
  const asked = ports.flatMap(({ nodePort: port, protocol = 'TCP' }, index) =>
    port ? [{ port, protocol, field: `spec.ports[${index}].nodePort` }] : [],
  );
  if (healthCheckNodePort)
    asked.push({ port: healthCheckNodePort, protocol: 'TCP', field: 'spec.healthCheckNodePort' });
  return asked;
}

function checkNodePorts(world: World, key: string, spec: Spec, dryRun: boolean): FieldError[] {
  const seen = new Set<string>();
  for (const { port, protocol, field } of askedPorts(spec)) {
    const own = `${protocol}/${port}`;
    const isTaken = isNodePortTaken(world, key, port) || seen.has(own);
    // A dry run asks no allocator, so it does not know the range.
    const detail = isTaken ? 'provided port is already allocated' : dryRun ? undefined : refusedNodePort(port);
    if (detail) return [{ type: 'Invalid value', field, value: port, detail }];
    seen.add(own);
  }
  return [];
}

/** Node ports for all that need one and have none: the same for two protocols of one port. */
function withNodePorts(world: World, spec: Spec): Spec {
  const held = new Set(askedPorts(spec).map(({ port }) => port));
  const free = () => {
    const port = freeNodePort(world, held);
    held.add(port);
    return port;
  };
  const byPort = new Map<number, number>();
  const given = (port: ServicePort): ServicePort => {
    const nodePort = port.nodePort || byPort.get(port.port) || free();
    byPort.set(port.port, nodePort);
    return { ...port, nodePort };
  };
  const out = { ...spec };
  if (spec.ports && getsNodePorts(spec)) out.ports = spec.ports.map(given);
  if (needsHealthCheckPort(spec) && !spec.healthCheckNodePort) out.healthCheckNodePort = free();
  return out;
}

/** A Service holds its cluster IP for life, and node ports while its type has them. Source: pkg/registry/core/service. */
export const service: Strategy<Stored<Service>> = {
  hasStatus: true,
  hasGeneration: false,
  prepareForCreate: (_world, object) => ({
    ...object,
    spec: withFamilies(withOneClusterIP(object.spec ?? {})),
    status: { loadBalancer: {} },
  }),
  prepareForUpdate(_world, object, old) {
    const [next, before] = [object.spec ?? {}, old.spec ?? {}];
    const kept = withoutVoidFields(withOneClusterIP(withGiven(next, before), before), before);
    return { ...object, spec: withFamilies(kept) };
  },
  checkWishes(world, object, dryRun) {
    const key = keyOf(object.metadata);
    const spec = object.spec ?? {};
    const wanted = spec.clusterIP;
    const detail = !dryRun && wanted && wanted !== 'None' ? refusedServiceIP(world, key, wanted) : undefined;
    if (detail) return [{ type: 'Invalid value', field: 'spec.clusterIPs', value: [wanted], detail }];
    return checkNodePorts(world, key, spec, dryRun);
  },
  allocate(world, object, dryRun) {
    const key = keyOf(object.metadata);
    const given = object.spec ?? {};
    const address = needsClusterIP(given) ? given.clusterIP || freeServiceIP(world) : undefined;
    const addressed = address ? { ...given, clusterIP: address, clusterIPs: given.clusterIPs ?? [address] } : given;
    const spec = withNodePorts(world, addressed);
    if (!dryRun) {
      holdServiceIP(world, key, address === 'None' ? undefined : address);
      holdNodePorts(world, key, new Set(askedPorts(spec).map(({ port }) => port)));
    }
    return { ...object, spec };
  },
  afterRemoval(world, object) {
    holdServiceIP(world, keyOf(object.metadata), undefined);
    holdNodePorts(world, keyOf(object.metadata), new Set());
  },
};
