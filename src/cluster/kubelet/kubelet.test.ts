import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { runOneEvent, runUntil } from '../simulation.ts';
import { deserialize, serialize } from '../world/serialize.ts';
import type { World } from '../world/world.ts';
import { cutOff, powerOff, powerOn, reconnect, restartKubelet } from './node.ts';
import { podMachines } from './state.ts';
import { stateOf } from './status/containerStatus.ts';
import { createPod, deletePod, kinds, podNamed, tank } from './testing/tank.ts';

const seconds = (world: World, length: number) => runUntil(world, world.now + length * 1000);
const nodeOf = (world: World): string => [...world.kubelets.keys()][0] ?? '';
const kubeletOf = (world: World) => world.kubelets.get(nodeOf(world));
const restarts = (world: World, name: string) => podNamed(world, name)?.status?.containerStatuses?.[0]?.restartCount;
const isReady = (world: World, name: string) =>
  podNamed(world, name)?.status?.conditions?.some(({ type, status }) => type === 'Ready' && status === 'True');

const stateText = (state: ReturnType<typeof stateOf>): string =>
  state.running
    ? 'running'
    : state.terminated
      ? `terminated ${state.terminated.reason}`
      : `waiting ${state.waiting?.reason}`;

/** The API's phase and container states are those of the machines now, or of one that they went through lately. */
function explainer() {
  const seen = new Map<string, string[]>();
  return (world: World): void => {
    for (const worker of kubeletOf(world)?.workers.values() ?? []) {
      const { uid, name } = worker.pod.metadata;
      for (const [container, record] of Object.entries(worker.containers)) {
        const states = seen.get(`${uid}/${container}`) ?? [];
        const now = stateText(stateOf(record.container));
        // The back-off is found in the very pass that tells of the exit: what is told is the exit.
        const { last } = record.container.context;
        if (states.at(-1) !== now) states.push(...(last ? [`terminated ${last.reason}`] : []), now);
        seen.set(`${uid}/${container}`, states.slice(-6));
      }
      const pod = podNamed(world, name);
      if (pod?.metadata.uid !== uid || !worker.status) continue;
      const { phase } = worker.machine.value as { phase: string };
      expect(pod.status?.phase).toBe(phase);
      const { initContainerStatuses = [], containerStatuses = [] } = pod.status ?? {};
      for (const status of [...initContainerStatuses, ...containerStatuses]) {
        const text = stateText(status.state ?? {});
        expect(seen.get(`${uid}/${status.name}`)).toContain(text);
      }
    }
  };
}

describe('at any instant', () => {
  test('the status of a Pod is explained by its machines', () => {
    const name = fc.constantFrom(...Object.keys(kinds));
    const deletion = fc.record({
      name,
      after: fc.integer({ min: 0, max: 30_000 }),
      grace: fc.constantFrom(undefined, 0, 1, 5),
    });
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1000 }), fc.array(deletion, { maxLength: 6 }), (seed, deletions) => {
        const world = tank(seed);
        const explain = explainer();
        for (const [kind, spec] of Object.entries(kinds)) createPod(world, kind, spec);
        const start = world.now;
        const runTo = (time: number) => {
          while ((world.queue.heap[0]?.at ?? Number.POSITIVE_INFINITY) <= time) {
            runOneEvent(world);
            explain(world);
          }
          runUntil(world, time);
        };
        for (const { name: which, after, grace } of [...deletions].sort((a, b) => a.after - b.after)) {
          runTo(start + after);
          if (podNamed(world, which)) deletePod(world, which, grace);
        }
        runTo(start + 40_000);
      }),
      { numRuns: 12 },
    );
  });

  test('a world that was saved and restored goes on as the other does, to the byte', () => {
    const world = tank(7);
    for (const [kind, spec] of Object.entries(kinds)) createPod(world, kind, spec);
    const copies: World[] = [];
    for (let step = 0; step < 30; step++) {
      seconds(world, 0.31 * (1 + (step % 3)));
      if (step === 12) deletePod(world, 'slow');
      else copies.push(deserialize(serialize(world)));
    }
    for (const copy of copies.slice(12)) runUntil(copy, world.now);
    seconds(world, 20);
    const end = serialize(world);
    for (const copy of copies.slice(12)) {
      runUntil(copy, world.now);
      expect(serialize(copy)).toBe(end);
    }
  });
});

describe('a Pod', () => {
  test('that is deleted leaves nothing behind on its node', () => {
    const world = tank();
    for (const [kind, spec] of Object.entries(kinds)) createPod(world, kind, spec);
    seconds(world, 15);
    for (const kind of Object.keys(kinds)) deletePod(world, kind);
    seconds(world, 45);
    expect(world.store.objects.get('pods')?.size ?? 0).toBe(0);
    expect(kubeletOf(world)?.workers.size).toBe(0);
    expect(kubeletOf(world)?.imageBackOffs.size).toBe(0);
    expect(world.runtimes.get(nodeOf(world))?.containers.size).toBe(0);
    expect(world.runtimes.get(nodeOf(world))?.sandboxes.size).toBe(0);
  });

  test('that runs well costs no events of the kubelet', () => {
    const world = tank();
    createPod(world, 'plain', { containers: [{ name: 'app', image: 'nginx:1.27' }] });
    seconds(world, 5);
    const due = world.queue.heap
      .filter(({ to }) => to === 'kubelet')
      .map(({ message }) => (message as { type: string }).type);
    expect(due).toEqual(['heartbeat']);
  });

  test('that outlives its activeDeadlineSeconds is stopped and has failed', () => {
    const world = tank();
    createPod(world, 'late', { activeDeadlineSeconds: 8, containers: [{ name: 'app', image: 'nginx:1.27' }] });
    seconds(world, 6);
    expect(isReady(world, 'late')).toBe(true);
    seconds(world, 5);
    const { phase, reason, message } = podNamed(world, 'late')?.status ?? {};
    expect([phase, reason, message]).toEqual([
      'Failed',
      'DeadlineExceeded',
      'Pod was active on the node longer than the specified deadline',
    ]);
  });

  test('shows its machines', () => {
    const world = tank();
    createPod(world, 'crashing', { containers: [{ name: 'app', image: 'busybox:1.36', command: ['false'] }] });
    seconds(world, 5);
    const machines = podMachines(world, podNamed(world, 'crashing')?.metadata.uid ?? '');
    expect(machines?.pod.value).toEqual({ worker: 'Syncing', phase: 'Running' });
    expect(machines?.containers.app?.[0]?.value).toEqual({ waiting: 'CrashLoopBackOff' });
    expect(podMachines(world, 'no such uid')).toBeUndefined();
  });
});

describe('a node', () => {
  test('that loses power restarts its Pods when it has power again', () => {
    const world = tank();
    createPod(world, 'plain', { containers: [{ name: 'app', image: 'nginx:1.27' }] });
    seconds(world, 5);
    powerOff(world, nodeOf(world));
    seconds(world, 5);
    expect(isReady(world, 'plain')).toBe(true);
    powerOn(world, nodeOf(world));
    seconds(world, 5);
    expect(restarts(world, 'plain')).toBe(1);
    expect(isReady(world, 'plain')).toBe(true);
  });

  test('that is cut off says nothing, and says all when it is back', () => {
    const world = tank();
    createPod(world, 'done', {
      restartPolicy: 'Never',
      containers: [{ name: 'app', image: 'busybox:1.36', command: ['sleep', '2'] }],
    });
    createPod(world, 'plain', { containers: [{ name: 'app', image: 'nginx:1.27' }] });
    seconds(world, 1.5);
    cutOff(world, nodeOf(world));
    deletePod(world, 'plain');
    seconds(world, 10);
    expect(podNamed(world, 'done')?.status?.phase).toBe('Running');
    expect(podNamed(world, 'plain')).toBeDefined();
    reconnect(world, nodeOf(world));
    seconds(world, 5);
    expect(podNamed(world, 'done')?.status?.phase).toBe('Succeeded');
    expect(podNamed(world, 'plain')).toBeUndefined();
  });

  test('whose kubelet restarts keeps its containers running', () => {
    const world = tank();
    createPod(world, 'plain', { containers: [{ name: 'app', image: 'nginx:1.27' }] });
    seconds(world, 5);
    restartKubelet(world, nodeOf(world));
    seconds(world, 5);
    expect(restarts(world, 'plain')).toBe(0);
    expect(isReady(world, 'plain')).toBe(true);
    deletePod(world, 'plain');
    seconds(world, 5);
    expect(podNamed(world, 'plain')).toBeUndefined();
  });
});
