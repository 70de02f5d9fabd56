import { isIPv6 } from '../../../api/addresses.ts';
import { isSame } from '../../../api/equal.ts';
import type {
  DiscoveryV1EndpointPort,
  Endpoint,
  EndpointAddress,
  Endpoints,
  ObjectToWrite,
  Service,
  Stored,
} from '../../../api/objects.ts';
import { getObject, listIndexed } from '../../world/store.ts';
import type { Write } from '../controller.ts';
import { groupKey, type StoredSlice, serviceName } from '../endpointslice/slices.ts';
import type { LateRules } from './registry.ts';

const managedBy = 'endpointslice.kubernetes.io/managed-by';
const controllerName = 'endpointslicemirroring-controller.k8s.io';
const skipMirror = 'endpointslice.kubernetes.io/skip-mirror';
const leader = 'control-plane.alpha.kubernetes.io/leader';
/** What of the Endpoints' annotations says something about them alone. */
const ownAnnotations = [
  'endpoints.kubernetes.io/last-change-trigger-time',
  'kubectl.kubernetes.io/last-applied-configuration',
];
const mostInSlice = 100;

interface Wanted {
  addressType: 'IPv4' | 'IPv6';
  ports: DiscoveryV1EndpointPort[];
  endpoints: Endpoint[];
}

/**
 * Copies Endpoints that somebody wrote for a Service without selector into EndpointSlices, by which requests go.
 * Source: pkg/controller/endpointslicemirroring of 1.36.
 */
export const endpointSliceMirroring: LateRules = {
  keysFor({ resource, key, object }) {
    if (resource !== 'endpointslices') return [key];
    const { labels, namespace } = object.metadata;
    return labels?.[managedBy] === controllerName ? [`${namespace}/${labels[serviceName]}`] : [];
  },
  reconcile({ store }, key) {
    const endpoints = getObject<Stored<Endpoints>>(store, 'endpoints', key);
    const service = getObject<Stored<Service>>(store, 'services', key);
    const existing = listIndexed<StoredSlice>(store, 'endpointSlicesByService', key).filter(
      ({ metadata }) => metadata.labels?.[managedBy] === controllerName,
    );
    const isMirrored = endpoints && service && !service.spec?.selector && isToBeMirrored(endpoints);
    return { writes: isMirrored ? mirror(endpoints, existing) : existing.map(removal) };
  },
};

const isToBeMirrored = ({ metadata }: Stored<Endpoints>): boolean =>
  metadata.labels?.[skipMirror] !== 'true' && metadata.annotations?.[leader] === undefined;

function mirror(endpoints: Stored<Endpoints>, existing: readonly StoredSlice[]): Write[] {
  const left = [...existing];
  const writes: Write[] = [];
  const metadata = metadataOf(endpoints);
  const { namespace = '', name } = endpoints.metadata;
  const place = { resource: 'endpointslices', namespace } as const;
  for (const wanted of slicesOf(endpoints)) {
    const group = groupKey(wanted.addressType, wanted.ports);
    const index = left.findIndex((slice) => groupKey(slice.addressType, slice.ports ?? []) === group);
    const [stored] = index < 0 ? [] : left.splice(index, 1);
    if (!stored) {
      const object = { apiVersion: 'discovery.k8s.io/v1', kind: 'EndpointSlice', ...wanted };
      writes.push({
        request: {
          ...place,
          verb: 'create',
          object: { ...object, metadata: { generateName: `${name}-`, ...metadata } },
        },
      });
    } else if (!isSame(stored.endpoints, wanted.endpoints) || !isSame(stored.metadata.labels, metadata.labels)) {
      const object = { ...stored, ...wanted, metadata: { ...stored.metadata, ...metadata } } as ObjectToWrite;
      writes.push({ request: { ...place, verb: 'update', name: stored.metadata.name, object } });
    }
  }
  return [...writes, ...left.map(removal)];
}

function metadataOf({ metadata }: Stored<Endpoints>) {
  const { name, namespace = '', uid, labels, annotations = {} } = metadata;
  const kept = Object.fromEntries(Object.entries(annotations).filter(([key]) => !ownAnnotations.includes(key)));
  const owner = { apiVersion: 'v1', kind: 'Endpoints', name, uid, controller: true, blockOwnerDeletion: true };
  return {
    namespace,
    labels: { ...labels, [serviceName]: name, [managedBy]: controllerName },
    ...(Object.keys(kept).length > 0 && { annotations: kept }),
    ownerReferences: [owner],
  };
}

/** Addresses with the same ports and of the same family, a hundred in a slice. */
function slicesOf({ subsets = [] }: Stored<Endpoints>): Wanted[] {
  const slices: Wanted[] = [];
  for (const { addresses = [], notReadyAddresses = [], ports = [] } of subsets) {
    const all = [
      ...addresses.map((address) => endpointOf(address, true)),
      ...notReadyAddresses.map((address) => endpointOf(address, false)),
    ];
    const named = ports.map(({ name = '', port, protocol = 'TCP', appProtocol }) => ({
      name,
      port,
      protocol,
      ...(appProtocol && { appProtocol }),
    }));
    for (const addressType of ['IPv4', 'IPv6'] as const) {
      const ofType = all.filter((endpoint) => isIPv6(endpoint.addresses[0] ?? '') === (addressType === 'IPv6'));
      for (let from = 0; from < ofType.length; from += mostInSlice)
        slices.push({ addressType, ports: named, endpoints: ofType.slice(from, from + mostInSlice) });
    }
  }
  return slices;
}

function endpointOf({ ip, hostname, nodeName, targetRef }: EndpointAddress, ready: boolean): Endpoint {
  return {
    addresses: [ip],
    conditions: { ready },
    ...(hostname && { hostname }),
    ...(targetRef && { targetRef }),
    ...(nodeName && { nodeName }),
  };
}

const removal = ({ metadata }: StoredSlice): Write => ({
  request: { verb: 'delete', resource: 'endpointslices', namespace: metadata.namespace ?? '', name: metadata.name },
  tolerate: [404],
});
