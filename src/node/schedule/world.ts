import type { KubernetesObject, ObjectToWrite, Pod } from '../../api/objects.ts';
import { resources } from '../../api/resources.ts';
import { priorityClasses } from '../../cluster/scenario/boot.ts';
import { seat } from '../../cluster/scheduler/alone.ts';
import { createWorld } from '../../cluster/world/create.ts';
import { put } from '../../cluster/world/store.ts';
import type { World } from '../../cluster/world/world.ts';
import type { SchedulingCase } from './case.ts';

export const cause = { actor: 'schedule' };

/** Kinds that only the scheduler looks at, and that the API server does not serve yet. */
const unserved: Readonly<Record<string, string>> = {
  CSINode: 'csinodes',
  CSIDriver: 'csidrivers',
  CSIStorageCapacity: 'csistoragecapacities',
};

/** The cluster of a case, without the Pods that are to be scheduled. Throws where the API server refuses one of its objects. */
export function worldOf({ nodes = [], pods = [], objects = [], ...pending }: SchedulingCase, seed: number): World {
  const world = createWorld({ seed });
  const namespaces = new Set(
    [...pods, ...(pending.earlier ?? []), pending.pod, ...objects].map(({ metadata }) => metadata?.namespace),
  );
  for (const name of new Set(['default', 'kube-system', ...namespaces])) {
    if (name === undefined || objects.some(({ kind, metadata }) => kind === 'Namespace' && metadata?.name === name))
      continue;
    place(world, { kind: 'Namespace', metadata: { name } });
  }
  // Namespaces first: the others are in them.
  const order = [...objects].sort((a, b) => Number(b.kind === 'Namespace') - Number(a.kind === 'Namespace'));
  for (const object of [...priorityClasses, ...order]) place(world, object);
  for (const node of nodes) placeNode(world, node);
  for (const [index, pod] of pods.entries()) place(world, existing(pod, index));
  return world;
}

/** A Node that has been there for a while: its capacity is what it can give. */
export function placeNode(world: World, node: SchedulingCase['pod'] | object): void {
  const { status, ...rest } = node as { status?: { allocatable?: object } };
  const conditions = [{ type: 'Ready', status: 'True' }];
  place(world, { kind: 'Node', ...rest, status: { capacity: status?.allocatable, conditions, ...status } });
}

/** A Pod that runs already; the later in the list, the later it began. */
function existing(pod: Pod, index: number): ObjectToWrite {
  const startTime = `2026-01-01T00:${pad(Math.trunc(index / 60))}:${pad(index % 60)}Z`;
  return { kind: 'Pod', ...pod, status: { phase: 'Running', startTime, ...pod.status } } as ObjectToWrite;
}

const pad = (number: number): string => String(number).padStart(2, '0');

function place(world: World, object: ObjectToWrite): void {
  const { kind = '' } = object;
  const resource = resources.find((one) => one.kind === kind);
  const unservedPlural = unserved[kind];
  if (!resource && unservedPlural) {
    put(world.store, world.now, unservedPlural, object as unknown as KubernetesObject, cause);
    return;
  }
  if (!resource) throw new Error(`no kind ${kind}`);
  const { group, version, plural } = resource;
  const refusal = seat(world, plural, { apiVersion: group ? `${group}/${version}` : version, ...object }, cause);
  if (refusal) throw new Error(`${kind} ${object.metadata?.name}: ${refusal.message}`);
  if (kind === 'Namespace') {
    const metadata = { name: 'default', namespace: object.metadata?.name ?? '' };
    seat(world, 'serviceaccounts', { apiVersion: 'v1', kind: 'ServiceAccount', metadata }, cause);
  }
}
