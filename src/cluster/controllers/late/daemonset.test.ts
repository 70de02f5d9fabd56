import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { DaemonSet, Pod, Stored } from '../../../api/objects.ts';
import { isPodReady } from '../pods.ts';
import { createBench } from '../testing/bench.ts';
import { targetNode } from './daemonset/template.ts';
import { daemonSet } from './daemonset.ts';

const key = 'default/agent';
const labels = { app: 'agent' };

function bench(names: readonly string[], rollingUpdate: object) {
  const made = createBench(daemonSet, { looks: new Map(), failed: new Map() });
  const node = (name: string, taints: object[] = []) =>
    made.set('nodes', { apiVersion: 'v1', kind: 'Node', metadata: { name, uid: name }, spec: { taints } });
  for (const name of names) node(name);
  const template = (image: string) => ({ metadata: { labels }, spec: { containers: [{ name: 'c', image }] } });
  let generation = 0;
  const apply = (image: string) => {
    const old = made.get<Stored<DaemonSet>>('daemonsets', key);
    const metadata = {
      name: 'agent',
      namespace: 'default',
      uid: 'ds',
      creationTimestamp: '2026-01-01T00:00:00Z',
      annotations: { 'deprecated.daemonset.template.generation': String(++generation) },
    };
    const updateStrategy = { type: 'RollingUpdate', rollingUpdate };
    const spec = { selector: { matchLabels: labels }, template: template(image), updateStrategy };
    made.set('daemonsets', { apiVersion: 'apps/v1', kind: 'DaemonSet', metadata, spec, status: old?.status });
  };
  /** All Pods run and are ready, nothing is left to do. */
  const settle = () => {
    for (let round = 0; round < 60; round++) {
      const { writes } = made.pass(key);
      const reaped = made.reap();
      const waiting = made.pods().filter((pod) => pod.status?.phase === 'Pending');
      for (const pod of waiting) made.setPod(pod, 'Running', true);
      made.advance(1000);
      if (writes.length + waiting.length + reaped === 0) return;
    }
    throw new Error('it does not come to rest');
  };
  const staying = () => made.pods().filter(({ metadata }) => !metadata.deletionTimestamp);
  const nodesOf = (pods: readonly Stored<Pod>[]) => pods.map((pod) => targetNode(pod)).sort();
  return { ...made, node, apply, settle, staying, nodesOf };
}

const names = ['a', 'b', 'c', 'd'];

describe('DaemonSet', () => {
  it('comes to one Pod on each node that it may run on, whatever happened to nodes and Pods', () => {
    const happening = fc.record({
      what: fc.constantFrom('taint', 'untaint', 'fail', 'succeed', 'delete', 'update', 'pass'),
      which: fc.nat(3),
    });
    fc.assert(
      fc.property(fc.array(happening, { maxLength: 12 }), fc.nat(1), (happenings, maxSurge) => {
        const made = bench(names, maxSurge > 0 ? { maxSurge, maxUnavailable: 0 } : { maxSurge, maxUnavailable: 1 });
        made.apply('v1');
        const tainted = new Set<string>();
        let version = 1;
        for (const { what, which } of happenings) {
          const name = names[which] ?? '';
          const pod = made.staying()[which];
          if (what === 'taint') made.node(name, [{ key: 'k', effect: 'NoExecute' }]);
          if (what === 'untaint') made.node(name);
          if (what === 'taint') tainted.add(name);
          if (what === 'untaint') tainted.delete(name);
          if (what === 'update') made.apply(`v${++version}`);
          if (what === 'pass') made.pass(key);
          if (pod && what === 'fail') made.setPod(pod, 'Failed');
          if (pod && what === 'succeed') made.setPod(pod, 'Succeeded');
          if (pod && what === 'delete')
            made.set('pods', { ...pod, metadata: { ...pod.metadata, deletionTimestamp: '2026-01-01T00:00:00Z' } });
          made.reap();
          made.advance(500);
        }
        made.advance(20_000);
        made.settle();
        expect(made.nodesOf(made.staying())).toEqual(names.filter((name) => !tainted.has(name)));
        const images = new Set(made.staying().map((pod) => pod.spec?.containers[0]?.image));
        expect([...images]).toEqual(images.size > 0 ? [`v${version}`] : []);
      }),
      { numRuns: 60 },
    );
  });

  it('never takes away more than may be unavailable, and with a surge nothing at all', () => {
    const becoming = fc.array(fc.nat(7), { maxLength: 60 });
    fc.assert(
      fc.property(becoming, fc.integer({ min: 0, max: 3 }), (order, maxUnavailable) => {
        const maxSurge = maxUnavailable === 0 ? 2 : 0;
        const made = bench(names, { maxSurge, maxUnavailable });
        made.apply('v1');
        made.settle();
        made.apply('v2');
        for (const which of [...order, ...Array.from({ length: 40 }, (_, index) => index % 8)]) {
          made.pass(key);
          const served = new Set(made.nodesOf(made.staying().filter(isPodReady)));
          expect(names.length - served.size).toBeLessThanOrEqual(maxUnavailable);
          const doubled = made.staying().length - new Set(made.nodesOf(made.staying())).size;
          expect(doubled).toBeLessThanOrEqual(maxSurge);
          made.reap();
          const pod = made.staying()[which];
          if (pod?.status?.phase === 'Pending') made.setPod(pod, 'Running', true);
          made.advance(100);
        }
        made.settle();
        expect(made.staying().every((pod) => pod.spec?.containers[0]?.image === 'v2')).toBe(true);
      }),
      { numRuns: 40 },
    );
  });

  it('replaces failed Pods at once, then less and less soon', () => {
    const made = bench(['a'], { maxUnavailable: 1 });
    made.apply('v1');
    made.settle();
    const fail = () => {
      const [pod] = made.staying();
      if (pod) made.setPod(pod, 'Failed');
      return made.pass(key);
    };
    fail();
    expect(made.events.at(-1)).toMatch(/^SuccessfulDelete/);
    expect(made.events).toContainEqual(expect.stringMatching(/^FailedDaemonPod Found failed daemon pod .* on node a/));
    made.reap();
    made.reap();
    made.pass(key);
    expect(fail().requeueAfter).toBe(1000);
  });

  it('takes an earlier revision again, with a new number', () => {
    const made = bench(['a'], { maxUnavailable: 1 });
    for (const image of ['v1', 'v2', 'v1']) {
      made.apply(image);
      made.settle();
    }
    const revisions = made.store.objects.get('controllerrevisions');
    expect([...(revisions?.values() ?? [])].map((one) => (one as { revision?: number }).revision).sort()).toEqual([
      2, 3,
    ]);
  });

  it('tolerates that a node is cordoned', () => {
    const made = bench(['a', 'b'], { maxUnavailable: 1 });
    made.node('b', [{ key: 'node.kubernetes.io/unschedulable', effect: 'NoSchedule' }]);
    made.apply('v1');
    made.pass(key);
    expect(made.nodesOf(made.pods())).toEqual(['a', 'b']);
  });
});
