import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Node, Pod, Stored } from '../../api/objects.ts';
import { listObjects } from '../world/store.ts';
import { matchesRequiredNodeAffinity } from './nodeSelector.ts';
import { shareOf } from './podRequests.ts';
import { startScheduler } from './scheduler.ts';
import { isAlive, knowledge, noted, notedWishes, recount, recountSelected, recountWishes } from './testing/recount.ts';
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
