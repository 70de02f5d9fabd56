import type { EndpointSlice, Ingress, Namespace, Node, PriorityClass } from '../objects.ts';
import { type ResourceList, storedResourceList } from './resources.ts';
import { mapShared } from './share.ts';

/** A Namespace with the label that carries its name. Source: SetDefaults_Namespace. */
export function defaultNamespace(namespace: Namespace): Namespace {
  const { metadata } = namespace;
  const out: Namespace = { ...namespace, status: { ...namespace.status, phase: namespace.status?.phase || 'Active' } };
  if (metadata?.name)
    out.metadata = { ...metadata, labels: { ...metadata.labels, 'kubernetes.io/metadata.name': metadata.name } };
  return out;
}

const nothingKnown = {
  machineID: '',
  systemUUID: '',
  bootID: '',
  kernelVersion: '',
  osImage: '',
  containerRuntimeVersion: '',
  kubeletVersion: '',
  kubeProxyVersion: '',
  operatingSystem: '',
  architecture: '',
};

/** The old field holds the first of the new; where they differ, the old one wins. Source: core/v1 conversion.go. */
function withNetworks(spec: NonNullable<Node['spec']>): NonNullable<Node['spec']> {
  const { podCIDR, podCIDRs } = spec;
  const all = podCIDR && podCIDR !== podCIDRs?.[0] ? [podCIDR] : podCIDRs;
  const [first] = all ?? [];
  return first === undefined || (first === podCIDR && all === podCIDRs)
    ? spec
    : { ...spec, podCIDR: first, podCIDRs: all as string[] };
}

/** A Node with its defaults: what is allocatable is the capacity where not said. Source: SetDefaults_NodeStatus. */
export function defaultNode(node: Node): Node {
  const status = {
    daemonEndpoints: { kubeletEndpoint: { Port: 0 } },
    nodeInfo: nothingKnown,
    ...node.status,
  };
  if (status.capacity) status.capacity = storedResourceList(status.capacity as ResourceList) as typeof status.capacity;
  const allocatable = status.allocatable ?? status.capacity;
  if (allocatable) status.allocatable = storedResourceList(allocatable as ResourceList) as typeof allocatable;
  return { ...node, spec: withNetworks(node.spec ?? {}), status };
}

/** An Ingress as the server encodes it. */
export function defaultIngress(ingress: Ingress): Ingress {
  return { ...ingress, spec: ingress.spec ?? {}, status: ingress.status ?? { loadBalancer: {} } };
}

/** An EndpointSlice with its defaults: ports without a name or protocol. Source: discovery/v1 defaults.go. */
export function defaultEndpointSlice(slice: EndpointSlice): EndpointSlice {
  const ports = mapShared(slice.ports, (port) =>
    port.name !== undefined && port.protocol
      ? port
      : { ...port, name: port.name ?? '', protocol: port.protocol || 'TCP' },
  );
  return ports === slice.ports || !ports ? slice : { ...slice, ports };
}

/** A PriorityClass with its defaults. Source: SetDefaults_PriorityClass. */
export function defaultPriorityClass(priorityClass: PriorityClass): PriorityClass {
  return {
    ...priorityClass,
    value: priorityClass.value ?? 0,
    preemptionPolicy: priorityClass.preemptionPolicy ?? 'PreemptLowerPriority',
  };
}
