import { isSame } from '../../../api/equal.ts';
import type { KubernetesObject, Namespace, NamespaceCondition, Pod, Stored } from '../../../api/objects.ts';
import { resources } from '../../../api/resources.ts';
import { toTimestamp } from '../../../api/time.ts';
import { getObject, listObjects, type Store } from '../../world/store.ts';
import type { Plan, View, Write } from '../controller.ts';
import { isPodTerminal } from '../pods.ts';
import type { LateRules } from './registry.ts';

/** Looked at again after so long. Source: namespaceDeletionGracePeriod. */
const grace = 5_000;

/** Pods first; what is there besides waits for them. Source: OrderedNamespaceDeletion. */
const others = resources.filter(({ namespaced, plural }) => namespaced && plural !== 'pods');

/** Empties namespaces that are being deleted, then lets them go. Source: pkg/controller/namespace of 1.36. */
export const namespace: LateRules = {
  keysFor: ({ key }) => [key],
  reconcile(view, key) {
    const found = getObject<Stored<Namespace>>(view.store, 'namespaces', key);
    if (!found?.metadata.deletionTimestamp || !found.spec?.finalizers?.includes('kubernetes')) return { writes: [] };
    const pods = listObjects<Stored<Pod>>(view.store, 'pods', key);
    if (pods.length > 0) return deletePods(view, found, pods);
    const left = others.flatMap(({ plural }) =>
      listObjects(view.store, plural, key).map((object) => ({ plural, object })),
    );
    const writes = left.map(({ plural, object }) => deletion(plural, object));
    // What has finalizers stays for now; the rest goes at once.
    const remaining = left.filter(({ object }) => (object.metadata.finalizers ?? []).length > 0);
    writes.push(...statusWrite(view, found, remaining));
    if (left.length === 0) writes.push(finalization(found));
    return { writes, ...(left.length > 0 && { requeueAfter: grace }) };
  },
};

function deletePods({ now, store }: View, found: Stored<Namespace>, pods: readonly Stored<Pod>[]): Plan {
  const going = pods.filter((pod) => !pod.metadata.deletionTimestamp);
  const writes = going.map((pod) => deletion('pods', pod));
  // Looked at again after half of the longest grace, and a second.
  const longest = Math.max(
    0,
    ...pods.map((pod) => (isPodTerminal(pod) ? 0 : (pod.spec?.terminationGracePeriodSeconds ?? 30))),
  );
  const held = pods.filter(({ metadata }) => (metadata.finalizers ?? []).length > 0);
  const remaining = held.map((object) => ({ plural: 'pods', object }));
  writes.push(...statusWrite({ now, store }, found, remaining));
  return { writes, requeueAfter: (Math.floor(longest / 2) + 1) * 1000 };
}

function deletion(resource: string, { metadata }: KubernetesObject): Write {
  const { name, namespace: place } = metadata;
  return {
    request: {
      verb: 'delete',
      resource,
      ...(place && { namespace: place }),
      name,
      options: { propagationPolicy: 'Background' },
    },
    tolerate: [404, 409],
  };
}

interface Remaining {
  plural: string;
  object: KubernetesObject;
}

/** The five conditions of a namespace on its way out. Source: pkg/controller/namespace/deletion status_condition_utils.go. */
function statusWrite(
  { now }: { now: number; store: Store },
  found: Stored<Namespace>,
  remaining: readonly Remaining[],
): Write[] {
  const failure = 'NamespaceDeletionDiscoveryFailure';
  const said = [
    condition(failure, 'False', 'ResourcesDiscovered', 'All resources successfully discovered'),
    condition(
      'NamespaceDeletionGroupVersionParsingFailure',
      'False',
      'ParsedGroupVersions',
      'All legacy kube types successfully parsed',
    ),
    condition(
      'NamespaceDeletionContentFailure',
      'False',
      'ContentDeleted',
      'All content successfully deleted, may be waiting on finalization',
    ),
    contentRemaining(remaining),
    finalizersRemaining(remaining),
  ];
  const before = found.status?.conditions ?? [];
  const conditions = said.map((one) => {
    const old = before.find(({ type }) => type === one.type);
    const isOld = old && old.status === one.status && old.message === one.message;
    return isOld ? old : { ...one, lastTransitionTime: toTimestamp(now) };
  });
  if (isSame(conditions, before)) return [];
  const { name } = found.metadata;
  const patch = { status: { phase: 'Terminating', conditions } };
  return [
    {
      request: { verb: 'patch', resource: 'namespaces', name, subresource: 'status', patchType: 'merge', patch },
      tolerate: [404, 409],
    },
  ];
}

const condition = (type: NamespaceCondition['type'], status: string, reason: string, message: string) => ({
  type,
  status,
  reason,
  message,
});

function contentRemaining(remaining: readonly Remaining[]) {
  const type = 'NamespaceContentRemaining';
  if (remaining.length === 0) return condition(type, 'False', 'ContentRemoved', 'All content successfully removed');
  const texts = counted(remaining.map(({ plural }) => withGroup(plural))).map(
    ([name, count]) => `${name} has ${count} resource instances`,
  );
  const message = `Some resources are remaining: ${texts.join(', ')}`;
  return condition(type, 'True', 'SomeResourcesRemain', message);
}

function finalizersRemaining(remaining: readonly Remaining[]) {
  const type = 'NamespaceFinalizersRemaining';
  if (remaining.length === 0)
    return condition(type, 'False', 'ContentHasNoFinalizers', 'All content-preserving finalizers finished');
  const texts = counted(remaining.flatMap(({ object }) => object.metadata.finalizers ?? [])).map(
    ([name, count]) => `${name} in ${count} resource instances`,
  );
  const message = `Some content in the namespace has finalizers remaining: ${texts.join(', ')}`;
  return condition(type, 'True', 'SomeFinalizersRemain', message);
}

/** `configmaps.`, `deployments.apps`. */
const withGroup = (plural: string): string =>
  `${plural}.${resources.find((resource) => resource.plural === plural)?.group ?? ''}`;

function counted(names: readonly string[]): [string, number][] {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return [...counts].sort(([a], [b]) => (a < b ? -1 : 1));
}

/** Takes the last hold off the namespace. */
function finalization(found: Stored<Namespace>): Write {
  const { name } = found.metadata;
  const object = {
    ...found,
    spec: { finalizers: (found.spec?.finalizers ?? []).filter((one) => one !== 'kubernetes') },
  };
  return {
    request: { verb: 'update', resource: 'namespaces', name, subresource: 'finalize', object: object as never },
    tolerate: [404],
  };
}
