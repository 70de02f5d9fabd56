import type { Container } from '../../api/objects.ts';
import { recordEvent } from '../events/record.ts';
import { type Cause, getObject } from '../world/store.ts';
import type { World } from '../world/world.ts';
import { advance, type EventOf } from './machines/advance.ts';
import type { ContainerRecord, KubeletState, PodWorker } from './state.ts';
import { containersOf, type Role } from './status/spec.ts';

/** The Pod that is worked on, and where. */
export interface PodScope {
  world: World;
  node: string;
  kubelet: KubeletState;
  worker: PodWorker;
}

/** The worker of a Pod on a node, if there is one. */
export function scopeOf(world: World, node: string, uid: string): PodScope | undefined {
  const kubelet = world.kubelets.get(node);
  const worker = kubelet?.workers.get(uid);
  return kubelet && worker ? { world, node, kubelet, worker } : undefined;
}

/** A container of the Pod with all that belongs to it. */
export interface ContainerScope {
  spec: Container;
  role: Role;
  record: ContainerRecord;
}

/** The Pod's containers, init containers first, in the order of the spec. */
export function containersIn({ worker }: PodScope): ContainerScope[] {
  const list: ContainerScope[] = [];
  for (const { spec, role } of containersOf(worker.pod)) {
    const record = worker.containers[spec.name];
    if (record) list.push({ spec, role, record });
  }
  return list;
}

export function containerNamed(scope: PodScope, name: string): ContainerScope | undefined {
  return containersIn(scope).find(({ spec }) => spec.name === name);
}

/** Sends an event to the Pod's machine. */
export function tellPod({ world, worker }: PodScope, event: EventOf<'pod'>): void {
  worker.machine = advance(worker.machine, event, world.now);
}

/** Sends an event to a container's machine. */
export function tellContainer({ world }: PodScope, record: ContainerRecord, event: EventOf<'container'>): void {
  record.container = advance(record.container, event, world.now);
}

/** Sends an event to the machine of a container's image pull. */
export function tellImagePull({ world }: PodScope, record: ContainerRecord, event: EventOf<'imagePull'>): void {
  record.imagePull = advance(record.imagePull, event, world.now);
}

/** Who writes, and upon what. */
export function causeOf({ node, worker }: PodScope): Cause {
  return { actor: `kubelet/${node}`, saw: Number(worker.pod.metadata.resourceVersion) };
}

const lists = {
  init: 'initContainers',
  sidecar: 'initContainers',
  main: 'containers',
  ephemeral: 'ephemeralContainers',
} as const;

/** Records an Event about the Pod, or about one container of it. */
export function say(
  scope: PodScope,
  type: 'Normal' | 'Warning',
  reason: string,
  message: string,
  container?: ContainerScope,
): void {
  const { world, node, worker } = scope;
  recordEvent(
    world,
    {
      component: 'kubelet',
      host: node,
      about: worker.pod,
      ...(container && { fieldPath: `spec.${lists[container.role]}{${container.spec.name}}` }),
      type,
      reason,
      message,
    },
    causeOf(scope),
  );
}

/** `web_default(uid)`, as messages name a Pod. Source: kubelet util/format. */
export function podText({ worker }: PodScope): string {
  const { name, namespace, uid } = worker.pod.metadata;
  return `${name}_${namespace}(${uid})`;
}

/** The node's own address. */
export function nodeIP({ world, node }: Pick<PodScope, 'world' | 'node'>): string {
  const object = getObject(world.store, 'nodes', node) as
    | { status?: { addresses?: { type: string; address: string }[] } }
    | undefined;
  return object?.status?.addresses?.find(({ type }) => type === 'InternalIP')?.address ?? '';
}
