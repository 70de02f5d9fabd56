import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Node, Pod, Stored } from '../../api/objects.ts';
import { type Selector, selects } from '../../api/selectors/labels.ts';
import { listObjects } from '../world/store.ts';
import { matchesRequiredNodeAffinity } from './nodeSelector.ts';
import { shareOf } from './podRequests.ts';
import { startScheduler } from './scheduler.ts';
import { createTank, makeNode, makePod, type Tank } from './testing/tank.ts';
import { untoleratedTaint } from './tolerations.ts';

const nodeName = fc.constantFrom('node-1', 'node-2', 'node-3');
const podName = fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f', 'g');
const disk = fc.constantFrom('ssd', 'hdd');

const action = fc.oneof(
  fc.record({
    do: fc.constant('node' as const),
    name: nodeName,
    disk,
    cordoned: fc.boolean(),
    tainted: fc.boolean(),
  }),
  fc.record({ do: fc.constant('removeNode' as const), name: nodeName }),
  fc.record({
    do: fc.constant('pod' as const),
    name: podName,
    milliCPU: fc.integer({ min: 0, max: 2500 }),
    memory: fc.constantFrom(undefined, '1Gi', '100M'),
    disk: fc.option(disk, { nil: undefined }),
    tolerant: fc.boolean(),
    app: fc.constantFrom('x', 'y'),
    spread: fc.boolean(),
    hostPort: fc.constantFrom(undefined, 80, 443),
    apart: fc.boolean(),
    priority: fc.constantFrom(0, 0, 100),
    on: fc.oneof({ weight: 6, arbitrary: fc.constant(undefined) }, { weight: 1, arbitrary: nodeName }),
  }),
  fc.record({ do: fc.constant('removePod' as const), name: podName }),
  fc.record({ do: fc.constant('finish' as const), name: podName }),
  fc.record({ do: fc.constant('terminate' as const), name: podName }),
  fc.record({ do: fc.constant('relabel' as const), name: podName, app: fc.constantFrom('x', 'y') }),
  fc.record({ do: fc.constant('run' as const), milliseconds: fc.constantFrom(1, 7, 500, 20_000, 400_000) }),
);
type Action = typeof action extends fc.Arbitrary<infer T> ? T : never;

const history = fc.array(action, { minLength: 10, maxLength: 50, size: 'max' });

const apartFrom = (app: string) => ({
  requiredDuringSchedulingIgnoredDuringExecution: [
    { topologyKey: 'kubernetes.io/hostname', labelSelector: { matchLabels: { app } } },
  ],
});

/** Whether one of two Pods on a node does not want the other there. */
const areApart = (a: Stored<Pod>, b: Stored<Pod>): boolean =>
  [a, b].some((one) => {
    const other = one === a ? b : a;
    const terms = one.spec?.affinity?.podAntiAffinity?.requiredDuringSchedulingIgnoredDuringExecution ?? [];
    return terms.some(({ labelSelector }) => labelSelector?.matchLabels?.app === other.metadata.labels?.app);
  });

function perform(tank: Tank, step: Action): void {
  switch (step.do) {
    case 'node': {
      const taints = [{ key: 'dedicated', effect: 'NoSchedule' as const }];
      const node = makeNode(step.name, { unschedulable: step.cordoned, ...(step.tainted && { taints }) });
      tank.write('nodes', {
        ...node,
        metadata: { ...node.metadata, labels: { ...node.metadata.labels, disk: step.disk } },
      });
      return;
    }
    case 'removeNode':
      tank.remove('nodes', step.name);
      return;
    case 'pod': {
      if (tank.pod(step.name)) return;
      const requests = { cpu: `${step.milliCPU}m`, ...(step.memory && { memory: step.memory }) };
      const pod = makePod(step.name, {}, requests);
      const [container] = pod.spec.containers;
      const ports = step.hostPort ? [{ containerPort: step.hostPort, hostPort: step.hostPort }] : [];
      tank.write('pods', {
        ...pod,
        metadata: { ...pod.metadata, labels: { app: step.app } },
        spec: {
          ...pod.spec,
          containers: [{ ...container, ports }],
          ...(step.disk && { nodeSelector: { disk: step.disk } }),
          ...(step.tolerant && { tolerations: [{ operator: 'Exists' }] }),
          ...(step.spread && {
            topologySpreadConstraints: [
              {
                maxSkew: 1,
                topologyKey: 'disk',
                whenUnsatisfiable: 'ScheduleAnyway' as const,
                labelSelector: { matchLabels: { app: step.app } },
              },
            ],
          }),
          ...(step.apart && { affinity: { podAntiAffinity: apartFrom(step.app) } }),
          priority: step.priority,
          ...(step.on && { nodeName: step.on }),
        },
      });
      return;
    }
    case 'removePod':
      tank.remove('pods', `default/${step.name}`);
      return;
    case 'finish': {
      const pod = tank.pod(step.name);
      if (pod) tank.write('pods', { ...pod, status: { ...pod.status, phase: 'Succeeded' } });
      return;
    }
    case 'terminate': {
      const pod = tank.pod(step.name);
      const deletionTimestamp = '2026-01-01T00:00:00Z';
      if (pod?.spec?.nodeName) tank.write('pods', { ...pod, metadata: { ...pod.metadata, deletionTimestamp } });
      return;
    }
    case 'relabel': {
      const pod = tank.pod(step.name);
      if (pod) tank.write('pods', { ...pod, metadata: { ...pod.metadata, labels: { app: step.app } } });
      return;
    }
    case 'run':
      tank.run(step.milliseconds);
  }
}

const isAlive = (pod: Stored<Pod>) => pod.status?.phase !== 'Succeeded' && pod.status?.phase !== 'Failed';

/** What the noted sums should be, by counting every Pod there is. */
function recount({ world }: Tank) {
  const sums: Record<string, { pods: number; cpu: number; memory: number; nonZero: number; ports: number[] }> = {};
  for (const { metadata } of listObjects(world.store, 'nodes'))
    sums[metadata.name] = { pods: 0, cpu: 0, memory: 0, nonZero: 0, ports: [] };
  for (const pod of listObjects<Stored<Pod>>(world.store, 'pods')) {
    const name = pod.spec?.nodeName ?? world.scheduler.assumed.get(`default/${pod.metadata.name}`);
    if (!name || !isAlive(pod)) continue;
    sums[name] ??= { pods: 0, cpu: 0, memory: 0, nonZero: 0, ports: [] };
    const sum = sums[name];
    const share = shareOf(pod);
    sum.pods++;
    sum.cpu += share.requested.cpu;
    sum.memory += share.requested.memory;
    sum.nonZero += share.nonZero.memory;
    sum.ports.push(...share.ports.map(({ port }) => port));
    sum.ports.sort();
  }
  return sums;
}

/** By node the Pods that a selector selects, by counting every Pod there is. */
function recountSelected({ world }: Tank, selector: Selector, terminating: boolean) {
  const counts: Record<string, number> = {};
  for (const pod of listObjects<Stored<Pod>>(world.store, 'pods')) {
    const name = pod.spec?.nodeName ?? world.scheduler.assumed.get(`default/${pod.metadata.name}`);
    if (!name || !isAlive(pod) || (pod.metadata.deletionTimestamp && !terminating)) continue;
    if (!selects(selector, pod.metadata.labels)) continue;
    counts[name] = (counts[name] ?? 0) + 1;
  }
  return counts;
}

/** By node how many Pods have wishes about others, by counting every Pod there is. */
function recountWishes({ world }: Tank) {
  const counts: Record<string, number> = {};
  for (const pod of listObjects<Stored<Pod>>(world.store, 'pods')) {
    const name = pod.spec?.nodeName ?? world.scheduler.assumed.get(`default/${pod.metadata.name}`);
    if (name && isAlive(pod) && pod.spec?.affinity?.podAntiAffinity) counts[name] = (counts[name] ?? 0) + 1;
  }
  return counts;
}

function notedWishes({ world }: Tank) {
  const sums: Record<string, number> = {};
  for (const { counts } of world.scheduler.affinityGroups.values())
    for (const [name, count] of counts) sums[name] = (sums[name] ?? 0) + count;
  return sums;
}

/** What does not depend on how the scheduler came to know it. */
function knowledge({ world }: Tank) {
  const { nodes, affinityGroups, nominated, nodeOrder: _void, ...rest } = world.scheduler;
  const sorted = <T>(map: ReadonlyMap<string, T>) => Object.fromEntries([...map].sort(([a], [b]) => (a < b ? -1 : 1)));
  const infos = [...nodes].map(([name, info]) => [
    name,
    { ...info, ports: info.ports.map((one) => JSON.stringify(one)).sort() },
  ]);
  const waiting = [...rest.queue.pods.keys()].sort();
  return { nodes: Object.fromEntries(infos), groups: sorted(affinityGroups), nominated: sorted(nominated), waiting };
}

function noted({ world }: Tank) {
  return Object.fromEntries(
    [...world.scheduler.nodes].map(([name, info]) => [
      name,
      {
        pods: info.pods,
        cpu: info.requested.cpu,
        memory: info.requested.memory,
        nonZero: info.nonZero.memory,
        ports: info.ports.map(({ port }) => port).sort(),
      },
    ]),
  );
}

describe('after any history', () => {
  it('what is noted of the nodes is what a count of all Pods gives', () => {
    fc.assert(
      fc.property(history, fc.integer(), (steps, seed) => {
        const tank = createTank(seed);
        for (const step of steps) {
          perform(tank, step);
          expect(noted(tank)).toEqual(recount(tank));
          expect(notedWishes(tank)).toEqual(recountWishes(tank));
          for (const { selector, terminating, counts } of tank.world.scheduler.spread.values()) {
            expect(Object.fromEntries(counts)).toEqual(recountSelected(tank, selector, terminating));
          }
        }
      }),
      { numRuns: 200 },
    );
  });

  it('a scheduler that starts anew knows the same', () => {
    fc.assert(
      fc.property(history, fc.integer(), (steps, seed) => {
        const tank = createTank(seed);
        for (const step of steps) perform(tank, step);
        // Bindings that are under way would be lost.
        tank.run(30);
        const known = knowledge(tank);
        startScheduler(tank.world);
        expect(knowledge(tank)).toEqual(known);
      }),
      { numRuns: 100 },
    );
  });

  it('only less important Pods are preempted', () => {
    fc.assert(
      fc.property(history, fc.integer(), (steps, seed) => {
        const tank = createTank(seed);
        for (const step of steps) {
          perform(tank, step);
          for (const attempt of [...tank.world.scheduler.attempts.values()].flat()) {
            const priority = tank.pod(attempt.pod.name)?.spec?.priority ?? 0;
            for (const victim of attempt.decision.preemption?.victims ?? []) {
              const [, name = ''] = victim.split('/');
              expect(tank.pod(name)?.spec?.priority ?? -1).toBeLessThan(priority);
            }
          }
        }
      }),
      { numRuns: 100 },
    );
  });

  it('no Pod is where a hard rule forbids it, and no node is over what it can give', () => {
    fc.assert(
      fc.property(history, fc.integer(), (steps, seed) => {
        const tank = createTank(seed);
        for (const step of steps) {
          if (step.do === 'pod' && step.on) continue;
          const before = new Map(
            listObjects<Stored<Pod>>(tank.world.store, 'pods').map((pod) => [pod.metadata.uid, pod]),
          );
          perform(tank, step);
          // Bindings that are under way end before the cluster changes again.
          tank.run(30);
          for (const pod of listObjects<Stored<Pod>>(tank.world.store, 'pods')) {
            if (!pod.spec?.nodeName || before.get(pod.metadata.uid)?.spec?.nodeName) continue;
            const node = tank.node(pod.spec.nodeName)!;
            expect(node.spec?.unschedulable && !pod.spec.tolerations?.length).toBeFalsy();
            expect(untoleratedTaint(node.spec?.taints, pod.spec.tolerations, ['NoSchedule'])).toBeUndefined();
            expect(matchesRequiredNodeAffinity(pod, node)).toBe(true);
            for (const other of listObjects<Stored<Pod>>(tank.world.store, 'pods')) {
              const isThere = other.spec?.nodeName === pod.spec.nodeName && isAlive(other);
              if (isThere && other.metadata.uid !== pod.metadata.uid) expect(areApart(pod, other)).toBe(false);
            }
          }
          for (const [name, { cpu, memory, ports }] of Object.entries(recount(tank))) {
            if (!tank.node(name)) continue;
            expect(cpu).toBeLessThanOrEqual(4000);
            expect(memory).toBeLessThanOrEqual(8 * 1024 ** 3);
            expect(new Set(ports).size).toBe(ports.length);
          }
        }
      }),
      { numRuns: 200 },
    );
  });

  it('every Pod that fits somewhere is bound in the end', () => {
    fc.assert(
      fc.property(history, fc.integer(), (steps, seed) => {
        const tank = createTank(seed);
        for (const step of steps) perform(tank, step);
        tank.run(20_000);
        const waiting = listObjects<Stored<Pod>>(tank.world.store, 'pods').filter(
          (pod) => !pod.spec?.nodeName && isAlive(pod),
        );
        for (const pod of waiting) {
          const message = pod.status?.conditions?.find(({ type }) => type === 'PodScheduled')?.message;
          expect(message).toBeDefined();
          for (const node of listObjects<Stored<Node>>(tank.world.store, 'nodes')) {
            const sum = recount(tank)[node.metadata.name]!;
            const share = shareOf(pod);
            const fits =
              (!node.spec?.unschedulable || pod.spec?.tolerations?.length) &&
              !untoleratedTaint(node.spec?.taints, pod.spec?.tolerations, ['NoSchedule']) &&
              matchesRequiredNodeAffinity(pod, node) &&
              (share.requested.cpu === 0 || sum.cpu + share.requested.cpu <= 4000) &&
              (share.requested.memory === 0 || sum.memory + share.requested.memory <= 8 * 1024 ** 3) &&
              !share.ports.some(({ port }) => sum.ports.includes(port)) &&
              // Room that others, at least as important, are to have when their victims are gone is not to be had.
              ![...tank.world.scheduler.nominated.values()].includes(node.metadata.name) &&
              !listObjects<Stored<Pod>>(tank.world.store, 'pods').some(
                (other) => other.spec?.nodeName === node.metadata.name && isAlive(other) && areApart(pod, other),
              );
            expect(fits).toBeFalsy();
          }
        }
      }),
      { numRuns: 200 },
    );
  });
});
