import { isSame } from '../../api/equal.ts';
import type {
  EndpointAddress,
  EndpointPort,
  Endpoints,
  ObjectMeta,
  ObjectToWrite,
  Pod,
  Service,
  Stored,
} from '../../api/objects.ts';
import { matchesLabels } from '../../api/selectors/labels.ts';
import { fromTimestamp, toTimestamp } from '../../api/time.ts';
import { getObject } from '../world/store.ts';
import type { Controller, Write } from './controller.ts';
import { endpointOf, isListed, portsOf } from './endpointslice/endpoints.ts';
import { servicesOfPod, triggerTime } from './endpointslice.ts';
import { isPodReady, podCondition } from './pods.ts';
import { selectedPods } from './selected.ts';

const managedBy = 'endpoints.kubernetes.io/managed-by';
const headless = 'service.kubernetes.io/headless';
const overCapacity = 'endpoints.kubernetes.io/over-capacity';
/** More addresses than these are left out. Source: maxCapacity. */
const capacity = 1000;

type Subset = NonNullable<Endpoints['subsets']>[number];
type Body = Pick<Endpoints, 'subsets'> & { isTruncated: boolean };

/** Lists the Pods of a Service in its Endpoints, the form of old. Source: pkg/controller/endpoint of 1.36. */
export const endpoints: Controller = {
  name: 'endpoints-controller',
  watches: ['services', 'pods', 'endpoints'],
  firstBackOff: 1000,
  keysFor(change, store) {
    if (change.resource === 'pods') return servicesOfPod(change, store);
    // Of Endpoints only that they are gone: the controller keeps no watch over what others write into them.
    return change.resource === 'services' || change.type === 'DELETED' ? [change.key] : [];
  },
  reconcile({ store }, key) {
    const service = getObject<Stored<Service>>(store, 'services', key);
    const current = getObject<Stored<Endpoints>>(store, 'endpoints', key);
    const [namespace = '', name = ''] = key.split('/');
    const place = { resource: 'endpoints', namespace, name } as const;
    if (!service) return { writes: current ? [{ request: { ...place, verb: 'delete' }, tolerate: [404] }] : [] };
    const { selector, type, clusterIP } = service.spec ?? {};
    if (!selector || type === 'ExternalName') return { writes: [] };
    const pods = selectedPods(store, namespace, (labels) => matchesLabels(selector, labels));
    const { subsets, isTruncated } = subsetsOf(service, pods);
    const labels: Record<string, string> = { ...service.metadata.labels, [managedBy]: 'endpoint-controller' };
    delete labels[headless];
    if (clusterIP === 'None') labels[headless] = '';
    if (current && isSame(current.subsets, subsets) && isSame(current.metadata.labels, labels)) return { writes: [] };
    const annotations = annotationsOf(current, pods, isTruncated);
    const metadata: ObjectMeta = { ...(current?.metadata ?? { name, namespace }), labels };
    delete metadata.annotations;
    if (Object.keys(annotations).length > 0) metadata.annotations = annotations;
    const object = { apiVersion: 'v1', kind: 'Endpoints', metadata, ...(subsets && { subsets }) } as ObjectToWrite;
    const write: Write = current
      ? { request: { ...place, verb: 'update', object } }
      : { request: { resource: 'endpoints', namespace, verb: 'create', object } };
    return { writes: [write] };
  },
};

function annotationsOf(current: Stored<Endpoints> | undefined, pods: readonly Stored<Pod>[], isTruncated: boolean) {
  const { [triggerTime]: _trigger, [overCapacity]: _over, ...kept } = current?.metadata.annotations ?? {};
  const annotations: Record<string, string> = kept;
  const trigger = triggerOf(current, pods);
  if (trigger !== undefined) annotations[triggerTime] = trigger;
  if (isTruncated) annotations[overCapacity] = 'truncated';
  return annotations;
}

/** The earliest change of readiness among the Pods that were not listed so before. Source: TriggerTimeTracker. */
function triggerOf(current: Stored<Endpoints> | undefined, pods: readonly Stored<Pod>[]): string | undefined {
  const before = new Map<string | undefined, boolean>();
  for (const { addresses = [], notReadyAddresses = [] } of current?.subsets ?? []) {
    for (const { targetRef } of addresses) before.set(targetRef?.uid, true);
    for (const { targetRef } of notReadyAddresses) before.set(targetRef?.uid, false);
  }
  let earliest = Number.POSITIVE_INFINITY;
  for (const pod of pods) {
    if (pod.metadata.deletionTimestamp || before.get(pod.metadata.uid) === isPodReady(pod)) continue;
    const changed = podCondition(pod, 'Ready')?.lastTransitionTime;
    if (changed) earliest = Math.min(earliest, fromTimestamp(changed));
  }
  return Number.isFinite(earliest) ? toTimestamp(earliest) : undefined;
}

/** The Pods' addresses, those together that offer the same ports. Source: syncService, RepackSubsets. */
function subsetsOf(service: Stored<Service>, pods: readonly Stored<Pod>[]): Body {
  const { publishNotReadyAddresses = false, ipFamilies } = service.spec ?? {};
  const byPort = new Map<string, { port: EndpointPort | undefined; addresses: Map<string, Address> }>();
  const family = ipFamilies?.[0] === 'IPv6' ? 'IPv6' : 'IPv4';
  for (const pod of pods) {
    if (!isListed(pod) || (pod.metadata.deletionTimestamp && !publishNotReadyAddresses)) continue;
    const endpoint = endpointOf(pod, undefined, service, family);
    const ip = endpoint?.addresses[0];
    if (!endpoint || !ip) continue;
    const { hostname, nodeName, targetRef } = endpoint;
    const address = {
      ip,
      ...(hostname && { hostname }),
      ...(nodeName && { nodeName }),
      ...(targetRef && { targetRef }),
    };
    const ports = portsOf(service, pod);
    const hasNone = (service.spec?.ports ?? []).length === 0;
    for (const port of hasNone ? [undefined] : ports.map(withoutEmptyName)) {
      const key = JSON.stringify(port ?? null);
      const offered = byPort.get(key) ?? { port, addresses: new Map<string, Address>() };
      offered.addresses.set(pod.metadata.uid, { address, isReady: publishNotReadyAddresses || isPodReady(pod) });
      byPort.set(key, offered);
    }
  }
  const byAddresses = new Map<string, { ports: EndpointPort[]; addresses: Address[] }>();
  for (const { port, addresses } of byPort.values()) {
    const key = [...addresses.keys()].join(' ');
    const group = byAddresses.get(key) ?? { ports: [], addresses: [...addresses.values()] };
    if (port) group.ports.push(port);
    byAddresses.set(key, group);
  }
  return truncated([...byAddresses.values()].map(subsetOf));
}

interface Address {
  address: EndpointAddress;
  isReady: boolean;
}

function withoutEmptyName({ name, port, protocol, appProtocol }: ReturnType<typeof portsOf>[number]): EndpointPort {
  return { ...(name && { name }), port: port ?? 0, ...(protocol && { protocol }), ...(appProtocol && { appProtocol }) };
}

function subsetOf({ ports, addresses }: { ports: EndpointPort[]; addresses: Address[] }): Subset {
  const sorted = [...addresses].sort((a, b) => (sortKey(a) < sortKey(b) ? -1 : 1));
  const ready = sorted.filter(({ isReady }) => isReady).map(({ address }) => address);
  const notReady = sorted.filter(({ isReady }) => !isReady).map(({ address }) => address);
  return {
    ...(ready.length > 0 && { addresses: ready }),
    ...(notReady.length > 0 && { notReadyAddresses: notReady }),
    ...(ports.length > 0 && { ports }),
  };
}

/** Source: LessEndpointAddress. */
const sortKey = ({ address }: Address): string => `${address.ip} ${address.targetRef?.uid}`;

/** At most so many addresses, the ready ones first. Source: truncateEndpoints. */
function truncated(subsets: Subset[]): Body {
  const count = (list: readonly unknown[] | undefined) => list?.length ?? 0;
  const all = subsets.reduce((sum, one) => sum + count(one.addresses) + count(one.notReadyAddresses), 0);
  if (all === 0) return { isTruncated: false };
  if (all <= capacity) return { subsets, isTruncated: false };
  let room = capacity;
  const take = (list: EndpointAddress[] | undefined) => {
    const taken = list?.slice(0, room);
    room -= count(taken);
    return taken?.length ? taken : undefined;
  };
  const ready = subsets.map(({ addresses }) => take(addresses));
  const cut = subsets.flatMap(({ notReadyAddresses, ports }, index): Subset[] => {
    const addresses = ready[index];
    const rest = take(notReadyAddresses);
    if (!addresses && !rest) return [];
    return [{ ...(addresses && { addresses }), ...(rest && { notReadyAddresses: rest }), ...(ports && { ports }) }];
  });
  return { subsets: cut, isTruncated: true };
}
