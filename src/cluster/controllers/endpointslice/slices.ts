import { isSame } from '../../../api/equal.ts';
import type { DiscoveryV1EndpointPort, Endpoint, EndpointSlice, Service, Stored } from '../../../api/objects.ts';
import { type AddressType, addressTypesOf } from './endpoints.ts';

export type StoredSlice = Stored<EndpointSlice>;
const managedBy = 'endpointslice.kubernetes.io/managed-by';
const controllerName = 'endpointslice-controller.k8s.io';
const headless = 'service.kubernetes.io/headless';
export const serviceName = 'kubernetes.io/service-name';

/** Endpoints that share their ports, and so their slices. */
export interface Group {
  addressType: AddressType;
  ports: DiscoveryV1EndpointPort[];
  /** By the uid of the Pod. */
  endpoints: Map<string, Endpoint>;
}

/** A slice as it is to be; without `stored` it is new. */
export interface WantedSlice {
  stored?: StoredSlice;
  addressType: AddressType;
  ports: DiscoveryV1EndpointPort[];
  endpoints: Endpoint[];
}

export interface SlicePlan {
  create: WantedSlice[];
  update: WantedSlice[];
  remove: StoredSlice[];
}

/** Whether this controller made the slice. */
export const isManaged = ({ metadata }: StoredSlice): boolean => metadata.labels?.[managedBy] === controllerName;

/** The labels of a Service's slices: its own, and three that say whose they are. Source: setEndpointSliceLabels. */
export function labelsOf({ metadata, spec }: Stored<Service>): Record<string, string> {
  return {
    ...metadata.labels,
    ...(spec?.clusterIP === 'None' && { [headless]: '' }),
    [managedBy]: controllerName,
    [serviceName]: metadata.name,
  };
}

const uidOf = ({ targetRef, addresses }: Endpoint): string => targetRef?.uid ?? addresses[0] ?? '';
const portsKey = (ports: readonly DiscoveryV1EndpointPort[]): string =>
  JSON.stringify(
    ports.map(({ name = '', port, protocol = 'TCP', appProtocol }) => [name, port, protocol, appProtocol]),
  );
export const groupKey = (type: string, ports: readonly DiscoveryV1EndpointPort[]): string =>
  `${type} ${portsKey(ports)}`;

/**
 * What to do to a Service's slices so that they hold the groups' endpoints: endpoints stay where they are, new ones go
 * to slices that change anyway, then to the one unchanged slice that they fill best, then to new slices.
 * Source: k8s.io/endpointslice reconciler.go.
 */
export function planSlices(
  service: Stored<Service>,
  existing: readonly StoredSlice[],
  groups: ReadonlyMap<string, Group>,
  max: number,
): SlicePlan {
  const labels = labelsOf(service);
  const plan: SlicePlan = { create: [], update: [], remove: [] };
  for (const type of addressTypesOf(service)) {
    const ofType = existing.filter(({ addressType }) => addressType === type);
    planOfType(plan, labels, type, ofType, groups, max);
  }
  plan.remove.push(
    ...existing.filter(({ addressType }) => !addressTypesOf(service).includes(addressType as AddressType)),
  );
  return plan;
}

function planOfType(
  plan: SlicePlan,
  labels: Record<string, string>,
  addressType: AddressType,
  existing: readonly StoredSlice[],
  groups: ReadonlyMap<string, Group>,
  max: number,
): void {
  const create: WantedSlice[] = [];
  let remove: StoredSlice[] = [];
  const byKey = new Map<string, StoredSlice[]>();
  for (const slice of existing) {
    const key = groupKey(addressType, slice.ports ?? []);
    const list = byKey.get(key);
    if (list) list.push(slice);
    else byKey.set(key, [slice]);
  }
  for (const [key, slices] of byKey) if (!groups.has(key)) remove.push(...slices);
  for (const [key, group] of groups) {
    if (group.addressType !== addressType) continue;
    const part = planGroup(labels, group, byKey.get(key) ?? [], max);
    create.push(...part.create);
    plan.update.push(...part.update);
    remove.push(...part.remove);
  }
  if (existing.length === remove.length && create.length === 0) {
    // A Service without endpoints has one empty slice.
    const placeholder: WantedSlice = { addressType, ports: [], endpoints: [] };
    const [only] = remove;
    if (remove.length === 1 && only && isPlaceholder(only, labels)) remove = [];
    else create.push(placeholder);
  }
  // Slices that would go are used for those that would be new.
  while (remove.length > 0 && create.length > 0) {
    const wanted = create.pop() as WantedSlice;
    plan.update.push({ ...wanted, stored: remove.shift() as StoredSlice });
  }
  plan.create.push(...create);
  plan.remove.push(...remove);
}

function isPlaceholder({ endpoints, ports, metadata }: StoredSlice, labels: Record<string, string>): boolean {
  return (endpoints ?? []).length === 0 && (ports ?? []).length === 0 && isSame(metadata.labels, labels);
}

/** Source: reconcileByPortMapping. */
function planGroup(
  labels: Record<string, string>,
  { addressType, ports, endpoints }: Group,
  existing: readonly StoredSlice[],
  max: number,
): SlicePlan {
  const update: WantedSlice[] = [];
  const unchanged: StoredSlice[] = [];
  const remove: StoredSlice[] = [];
  let placed = 0;
  for (const slice of existing) {
    const before = slice.endpoints ?? [];
    const changes = changesOf(before, endpoints);
    placed += before.length - changes.gone;
    if (before.length > 0 && changes.gone === before.length) remove.push(slice);
    else if (changes.gone > 0 || changes.different || !isSame(slice.metadata.labels, labels)) {
      const kept = before.flatMap((endpoint) => endpoints.get(uidOf(endpoint)) ?? []);
      update.push({ stored: slice, addressType, ports, endpoints: kept });
    } else unchanged.push(slice);
  }
  const rest = placed === endpoints.size ? [] : notIn(existing, endpoints);
  for (const slice of [...update].sort((a, b) => b.endpoints.length - a.endpoints.length))
    slice.endpoints.push(...rest.splice(0, max - slice.endpoints.length));
  const create: WantedSlice[] = [];
  while (rest.length > 0) {
    const best = rest.length < max ? bestFit(unchanged, rest.length, max) : undefined;
    if (best) unchanged.splice(unchanged.indexOf(best), 1);
    const added = rest.splice(0, max - (best?.endpoints?.length ?? 0));
    if (best) update.push({ stored: best, addressType, ports, endpoints: [...(best.endpoints ?? []), ...added] });
    else create.push({ addressType, ports, endpoints: added });
  }
  return { create, update, remove };
}

/** How many of a slice's endpoints are not wanted any more, and whether others are not as they are wanted. */
function changesOf(before: readonly Endpoint[], wanted: ReadonlyMap<string, Endpoint>) {
  const changes = { gone: 0, different: false };
  for (const endpoint of before) {
    const now = wanted.get(uidOf(endpoint));
    if (now === undefined) changes.gone++;
    else if (now !== endpoint && !changes.different) changes.different = !isSame(now, endpoint);
  }
  return changes;
}

/** The wanted endpoints that are in none of the slices. */
function notIn(slices: readonly StoredSlice[], wanted: ReadonlyMap<string, Endpoint>): Endpoint[] {
  const there = new Set(slices.flatMap(({ endpoints }) => (endpoints ?? []).map(uidOf)));
  return [...wanted].flatMap(([uid, endpoint]) => (there.has(uid) ? [] : [endpoint]));
}

/** The slice that is fullest once all are in it; undefined where they fit into none. Source: getSliceToFill. */
function bestFit(slices: readonly StoredSlice[], count: number, max: number): StoredSlice | undefined {
  let best: StoredSlice | undefined;
  for (const slice of slices) {
    const size = slice.endpoints?.length ?? 0;
    if (size + count <= max && size > (best?.endpoints?.length ?? -1)) best = slice;
  }
  return best;
}
