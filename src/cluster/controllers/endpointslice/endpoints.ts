import { isIPv6 } from '../../../api/addresses.ts';
import type {
  Container,
  DiscoveryV1EndpointPort,
  Endpoint,
  Node,
  Pod,
  Service,
  ServicePort,
  Stored,
} from '../../../api/objects.ts';
import { isPodReady, isPodTerminal } from '../pods.ts';

export type AddressType = 'IPv4' | 'IPv6';

/** The address types of a Service's slices. */
export function addressTypesOf(service: Stored<Service>): AddressType[] {
  const families = (service.spec?.ipFamilies ?? []).filter((family) => family !== '');
  return families.length > 0 ? families : ['IPv4'];
}

/** The Pod's addresses of the type. */
function addressesOf(pod: Stored<Pod>, type: AddressType): string[] {
  const { podIP, podIPs } = pod.status ?? {};
  const all = podIPs?.length ? podIPs.map(({ ip }) => ip) : podIP ? [podIP] : [];
  return all.filter((address) => (isIPv6(address) ? 'IPv6' : 'IPv4') === type);
}

/** Whether the Pod is to be listed at all. Source: ShouldPodBeInEndpoints. */
export function isListed(pod: Stored<Pod>): boolean {
  return !isPodTerminal(pod) && Boolean(pod.status?.podIP || pod.status?.podIPs?.length);
}

/** What an endpoint depends on besides its Pod. */
interface Circumstances {
  type: AddressType;
  isPublishedAlways: boolean;
  hasHostname: boolean;
  zone: string | undefined;
  endpoint: Endpoint | undefined;
}

// A Service's endpoints are all looked at whenever one changes: of a Pod that did not change it is the same object.
const known = new WeakMap<Stored<Pod>, Circumstances[]>();

/** The Pod as an endpoint of the Service; undefined where it has no address of the type. Source: podToEndpoint. */
export function endpointOf(
  pod: Stored<Pod>,
  node: Stored<Node> | undefined,
  service: Stored<Service>,
  type: AddressType,
): Endpoint | undefined {
  const { hostname, subdomain } = pod.spec ?? {};
  const isPublishedAlways = service.spec?.publishNotReadyAddresses === true;
  const hasHostname =
    Boolean(hostname) && subdomain === service.metadata.name && pod.metadata.namespace === service.metadata.namespace;
  const zone = node?.metadata.labels?.['topology.kubernetes.io/zone'];
  let list = known.get(pod);
  if (!list) {
    list = [];
    known.set(pod, list);
  }
  for (const one of list)
    if (
      one.type === type &&
      one.isPublishedAlways === isPublishedAlways &&
      one.hasHostname === hasHostname &&
      one.zone === zone
    )
      return one.endpoint;
  const circumstances: Circumstances = { type, isPublishedAlways, hasHostname, zone, endpoint: undefined };
  circumstances.endpoint = newEndpoint(pod, circumstances);
  list.push(circumstances);
  return circumstances.endpoint;
}

function newEndpoint(
  pod: Stored<Pod>,
  { type, isPublishedAlways, hasHostname, zone }: Circumstances,
): Endpoint | undefined {
  const addresses = addressesOf(pod, type);
  if (addresses.length === 0) return undefined;
  const { name, namespace, uid, deletionTimestamp } = pod.metadata;
  const serving = isPodReady(pod);
  const terminating = deletionTimestamp !== undefined;
  const ready = isPublishedAlways || (serving && !terminating);
  const { hostname, nodeName } = pod.spec ?? {};
  return {
    addresses,
    conditions: { ready, serving, terminating },
    ...(hasHostname && hostname && { hostname }),
    targetRef: { kind: 'Pod', ...(namespace && { namespace }), name, uid },
    ...(nodeName && { nodeName }),
    ...(zone && { zone }),
  };
}

/**
 * The ports of a Pod's endpoint, by name: a target port by name is looked for in the Pod's containers and sidecars;
 * one that none has is left out. (The real order is that of a hash.) Source: getEndpointPorts, FindPort.
 */
export function portsOf(service: Stored<Service>, pod: Stored<Pod>): DiscoveryV1EndpointPort[] {
  const ports = (service.spec?.ports ?? []).flatMap((port) => {
    const number = portNumber(pod, port);
    if (number === undefined) return [];
    const { name = '', protocol = 'TCP', appProtocol } = port;
    return [{ name, port: number, protocol, ...(appProtocol && { appProtocol }) }];
  });
  return ports.sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
}

function portNumber(pod: Stored<Pod>, { targetPort, port, protocol = 'TCP' }: ServicePort): number | undefined {
  if (typeof targetPort === 'number' && targetPort !== 0) return targetPort;
  if (targetPort === undefined || targetPort === 0 || targetPort === '') return port;
  const sidecars = (pod.spec?.initContainers ?? []).filter(({ restartPolicy }) => restartPolicy === 'Always');
  return findPort([...(pod.spec?.containers ?? []), ...sidecars], String(targetPort), protocol);
}

function findPort(containers: readonly Container[], name: string, protocol: string): number | undefined {
  for (const { ports = [] } of containers)
    for (const one of ports) if (one.name === name && (one.protocol ?? 'TCP') === protocol) return one.containerPort;
  return undefined;
}

/** Whether the ports of endpoints depend on the Pod. */
export function hasNamedPorts(service: Stored<Service>): boolean {
  return (service.spec?.ports ?? []).some(({ targetPort }) => typeof targetPort === 'string' && targetPort !== '');
}
