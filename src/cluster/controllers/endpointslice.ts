import { isSame } from '../../api/equal.ts';
import type { Node, ObjectToWrite, Pod, Service, Stored } from '../../api/objects.ts';
import { matchesLabels } from '../../api/selectors/labels.ts';
import { fromTimestamp, toTimestamp } from '../../api/time.ts';
import { type Change, getObject, keyOf, listIndexed, type Store } from '../world/store.ts';
import type { Controller, Plan, Write } from './controller.ts';
import { addressTypesOf, endpointOf, hasNamedPorts, isListed, portsOf } from './endpointslice/endpoints.ts';
import {
  type Group,
  groupKey,
  isManaged,
  labelsOf,
  planSlices,
  type SlicePlan,
  type StoredSlice,
  serviceName,
  type WantedSlice,
} from './endpointslice/slices.ts';
import { isPodReady, podCondition } from './pods.ts';
import { selectedPods } from './selected.ts';

const maxEndpointsPerSlice = 100;
export const triggerTime = 'endpoints.kubernetes.io/last-change-trigger-time';

/** About what the real controller computes for each Pod of a Service in every pass: it makes and hashes all endpoints anew. */
const millisecondsPerPod = 0.05;

/** Lists the Pods that a Service selects in EndpointSlices. Source: pkg/controller/endpointslice of 1.36. */
export const endpointSlice: Controller = {
  name: 'endpointslice-controller',
  watches: ['services', 'pods', 'endpointslices', 'nodes'],
  firstBackOff: 1000,
  keysFor(change, store) {
    const { resource, key, object } = change;
    if (resource === 'services') return [key];
    if (resource === 'pods') return servicesOfPod(change, store);
    if (resource === 'nodes') return servicesOfNode(change, store);
    const service = object.metadata.labels?.[serviceName];
    return service && isManaged(object as StoredSlice) ? [`${object.metadata.namespace}/${service}`] : [];
  },
  reconcile({ store }, key) {
    const service = getObject<Stored<Service>>(store, 'services', key);
    if (!service?.spec?.selector || service.spec.type === 'ExternalName' || service.metadata.deletionTimestamp)
      return { writes: [] };
    const pods = selectedPods(store, service.metadata.namespace, (labels) =>
      matchesLabels(service.spec?.selector, labels),
    );
    const nodes = (name: string) => getObject<Stored<Node>>(store, 'nodes', name);
    const { groups, error } = groupEndpoints(service, pods, nodes);
    const existing = listIndexed<StoredSlice>(store, 'endpointSlicesByService', key).filter(isManaged);
    const plan = planSlices(service, existing, groups, maxEndpointsPerSlice);
    const writes = writesOf(service, plan, triggerOf(store, service, plan, existing.length === 0));
    const result: Plan = { writes, thinks: Math.floor(pods.length * millisecondsPerPod) };
    if (error === undefined) return result;
    writes.push(failedEvent(service, error));
    return { ...result, failed: true };
  },
};

/** The endpoints of a Service's Pods by address type and ports; the error names Pods that had to be left out. */
export function groupEndpoints(
  service: Stored<Service>,
  pods: readonly Stored<Pod>[],
  nodeOf: (name: string) => Stored<Node> | undefined,
): { groups: Map<string, Group>; error?: string } {
  const groups = new Map<string, Group>();
  const errors: string[] = [];
  const types = addressTypesOf(service);
  const common = hasNamedPorts(service) || pods.length === 0 ? undefined : portsOf(service, pods[0] as Stored<Pod>);
  const commonKeys = common && types.map((type) => groupKey(type, common));
  for (const pod of pods) {
    if (!isListed(pod)) continue;
    const nodeName = pod.spec?.nodeName ?? '';
    const node = nodeOf(nodeName);
    if (!node && nodeName && !service.spec?.publishNotReadyAddresses) {
      const { namespace, name } = service.metadata;
      errors.push(`skipping Pod ${pod.metadata.name} for Service ${namespace}/${name}: Node ${nodeName} Not Found`);
      continue;
    }
    const ports = common ?? portsOf(service, pod);
    types.forEach((addressType, index) => {
      const endpoint = endpointOf(pod, node, service, addressType);
      if (!endpoint) return;
      const key = commonKeys?.[index] ?? groupKey(addressType, ports);
      const group = groups.get(key);
      if (group) group.endpoints.set(pod.metadata.uid, endpoint);
      else groups.set(key, { addressType, ports, endpoints: new Map([[pod.metadata.uid, endpoint]]) });
    });
  }
  if (errors.length === 0) return { groups };
  return { groups, error: errors.length === 1 ? String(errors[0]) : `[${errors.join(', ')}]` };
}

/** What of a Pod a Service's slices show; undefined where the Pod is in none. */
function shapeOf(pod: Stored<Pod> | undefined): string | undefined {
  if (!pod || !isListed(pod)) return undefined;
  const { podIP, podIPs } = pod.status ?? {};
  const { nodeName, hostname, subdomain } = pod.spec ?? {};
  const addresses = podIPs?.length === 1 ? podIP : JSON.stringify(podIPs);
  const isGoing = pod.metadata.deletionTimestamp !== undefined;
  return `${isPodReady(pod)} ${isGoing} ${addresses} ${podIP} ${nodeName} ${hostname} ${subdomain} ${pod.metadata.uid}`;
}

/** The Services whose endpoints a change of a Pod concerns. */
export function servicesOfPod({ type, object, previous }: Change, store: Store): string[] {
  const pod = type === 'DELETED' ? undefined : (object as Stored<Pod>);
  const before = previous as Stored<Pod> | undefined;
  const shape = shapeOf(pod);
  const shapeBefore = shapeOf(before);
  if (shape === undefined && shapeBefore === undefined) return [];
  const labels = pod?.metadata.labels;
  const labelsBefore = before?.metadata.labels;
  if (shape === shapeBefore && isSame(labels, labelsBefore)) return [];
  const { namespace } = object.metadata;
  const keys: string[] = [];
  for (const service of (store.objects.get('services')?.values() ?? []) as Iterable<Stored<Service>>) {
    const selector = service.spec?.selector;
    if (!selector || service.metadata.namespace !== namespace) continue;
    const isSelected = pod !== undefined && matchesLabels(selector, labels);
    if (isSelected || (before !== undefined && matchesLabels(selector, labelsBefore)))
      keys.push(keyOf(service.metadata));
  }
  return keys;
}

/** A Node that comes or goes, or changes its zone, concerns the Services of its Pods. */
function servicesOfNode({ key, type, object, previous }: Change, store: Store): string[] {
  const zone = 'topology.kubernetes.io/zone';
  if (type === 'MODIFIED' && object.metadata.labels?.[zone] === previous?.metadata.labels?.[zone]) return [];
  // A Node that is gone keeps its endpoints until something else changes them.
  if (type === 'DELETED') return [];
  const keys = new Set<string>();
  for (const pod of listIndexed<Stored<Pod>>(store, 'podsByNode', key))
    for (const service of (store.objects.get('services')?.values() ?? []) as Iterable<Stored<Service>>)
      if (service.metadata.namespace === pod.metadata.namespace && service.spec?.selector)
        if (matchesLabels(service.spec.selector, pod.metadata.labels)) keys.add(keyOf(service.metadata));
  return [...keys];
}

/**
 * When what made this pass necessary happened, where that is known: the earliest change of readiness among the
 * endpoints that changed. Source: k8s.io/endpointslice TriggerTimeTracker.
 */
function triggerOf(store: Store, service: Stored<Service>, plan: SlicePlan, isFirst: boolean): string | undefined {
  let earliest = isFirst ? fromTimestamp(service.metadata.creationTimestamp) : Number.POSITIVE_INFINITY;
  for (const { stored, endpoints } of [...plan.create, ...plan.update]) {
    const before = new Map((stored?.endpoints ?? []).map((one) => [one.targetRef?.uid, one.conditions?.serving]));
    for (const { targetRef, conditions } of endpoints) {
      if (before.get(targetRef?.uid) === conditions?.serving) continue;
      const pod = getObject<Stored<Pod>>(store, 'pods', `${targetRef?.namespace}/${targetRef?.name}`);
      const changed = pod && podCondition(pod, 'Ready')?.lastTransitionTime;
      if (changed) earliest = Math.min(earliest, fromTimestamp(changed));
    }
  }
  return Number.isFinite(earliest) ? toTimestamp(earliest) : undefined;
}

function writesOf(service: Stored<Service>, plan: SlicePlan, trigger: string | undefined): Write[] {
  const { name, namespace, uid } = service.metadata;
  const place = { resource: 'endpointslices', ...(namespace && { namespace }) } as const;
  const annotations = trigger === undefined ? {} : { annotations: { [triggerTime]: trigger } };
  const owner = { apiVersion: 'v1', kind: 'Service', name, uid, controller: true, blockOwnerDeletion: true };
  // Lists without elements are null, as Go writes them.
  const body = ({ addressType, ports, endpoints }: WantedSlice) => ({
    addressType,
    ports: ports.length > 0 ? ports : null,
    endpoints: endpoints.length > 0 ? endpoints : null,
  });
  return [
    ...plan.create.map((wanted): Write => {
      const metadata = {
        generateName: `${name}-`,
        ...(namespace && { namespace }),
        labels: labelsOf(service),
        ...annotations,
        ownerReferences: [owner],
      };
      return {
        request: {
          ...place,
          verb: 'create',
          object: { apiVersion: 'discovery.k8s.io/v1', kind: 'EndpointSlice', metadata, ...body(wanted) },
        },
      };
    }),
    ...plan.update.map((wanted): Write => {
      const stored = wanted.stored as StoredSlice;
      const { annotations: old, ...metadata } = stored.metadata;
      const { [triggerTime]: _old, ...others } = old ?? {};
      const next = { ...others, ...annotations.annotations };
      const object = {
        ...stored,
        metadata: {
          ...metadata,
          labels: labelsOf(service),
          ...(Object.keys(next).length > 0 && { annotations: next }),
        },
        ...body(wanted),
      } as ObjectToWrite;
      return { request: { ...place, verb: 'update', name: metadata.name, object } };
    }),
    ...plan.remove.map(
      ({ metadata }): Write => ({ request: { ...place, verb: 'delete', name: metadata.name }, tolerate: [404] }),
    ),
  ];
}

function failedEvent(service: Stored<Service>, error: string): Write {
  const { namespace, name } = service.metadata;
  const message = `Error updating Endpoint Slices for Service ${namespace}/${name}: ${error}`;
  const reason = 'FailedToUpdateEndpointSlices';
  return { event: { component: 'endpoint-slice-controller', about: service, type: 'Warning', reason, message } };
}
