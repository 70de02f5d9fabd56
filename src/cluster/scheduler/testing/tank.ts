import type { Namespace, Node, Pod, Stored } from '../../../api/objects.ts';
import { createWorld } from '../../world/create.ts';
import { peek, pop } from '../../world/queue.ts';
import { changesSince, getObject, put, remove } from '../../world/store.ts';
import { scheduler } from '../scheduler.ts';

const cause = { actor: 'test' };
const namespace = {
  apiVersion: 'v1',
  kind: 'Namespace',
  metadata: { name: 'default', uid: 'uid-default' },
  status: { phase: 'Active' },
};

/** A cluster in which nobody but the scheduler acts. */
export function createTank(seed = 1) {
  const world = createWorld({ seed });
  const begin = world.now;

  function tell(): void {
    const changes = changesSince(world.store, world.told);
    world.told = world.store.revision;
    if (changes !== 'gone') for (const change of changes) scheduler.observe?.(world, change);
  }

  put(world.store, world.now, 'namespaces', namespace as Stored<Namespace>, cause);
  tell();
  return {
    world,
    /** Milliseconds since the beginning. */
    elapsed: () => world.now - begin,
    write(resource: string, object: object): void {
      put(world.store, world.now, resource, object as Stored<Pod>, cause);
      tell();
    },
    remove(resource: string, key: string): void {
      remove(world.store, world.now, resource, key, cause);
      tell();
    },
    run(milliseconds: number): void {
      const until = world.now + milliseconds;
      for (let event = peek(world.queue); event && event.at <= until; event = peek(world.queue)) {
        pop(world.queue);
        world.now = event.at;
        if (event.to === 'scheduler') scheduler.handle(world, event.message as never);
        tell();
      }
      world.now = until;
    },
    node: (name: string) => getObject<Stored<Node>>(world.store, 'nodes', name),
    pod: (name: string) => getObject<Stored<Pod>>(world.store, 'pods', `default/${name}`),
    events: () =>
      [...(world.store.objects.get('events')?.values() ?? [])].map((event) => {
        const { reason, message, note } = event as unknown as Record<string, string>;
        return { reason, message: message ?? note };
      }),
  };
}

export type Tank = ReturnType<typeof createTank>;

export function makeNode(name: string, spec: Node['spec'] = {}, { cpu = '4', memory = '8Gi', pods = '110' } = {}) {
  return {
    apiVersion: 'v1',
    kind: 'Node',
    metadata: { name, uid: `uid-${name}`, labels: { 'kubernetes.io/hostname': name } },
    spec,
    status: { allocatable: { cpu, memory, pods } },
  };
}

export function makePod(name: string, spec: Partial<NonNullable<Pod['spec']>> = {}, requests?: Record<string, string>) {
  return {
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: { name, namespace: 'default', uid: `uid-${name}`, generation: 1 },
    spec: {
      schedulerName: 'default-scheduler',
      containers: [{ name: 'c', image: 'app:1', ...(requests && { resources: { requests } }) }],
      ...spec,
    },
    status: { phase: 'Pending' },
  };
}
