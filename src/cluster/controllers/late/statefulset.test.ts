import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Pod, StatefulSet, Stored } from '../../../api/objects.ts';
import { isPodReady } from '../pods.ts';
import { createBench } from '../testing/bench.ts';
import { statefulSet } from './statefulset.ts';

const key = 'default/db';
const labels = { app: 'db' };

function bench(options: { replicas: number; parallel?: boolean; claims?: boolean }) {
  const made = createBench(statefulSet, new Map());
  let generation = 0;
  const apply = (change: { replicas?: number; image?: string; partition?: number; policy?: object }) => {
    const old = made.get<Stored<StatefulSet>>('statefulsets', key);
    const image = change.image ?? old?.spec?.template.spec?.containers[0]?.image ?? 'v1';
    const { policy = old?.spec?.persistentVolumeClaimRetentionPolicy } = change;
    const partition = change.partition ?? old?.spec?.updateStrategy?.rollingUpdate?.partition ?? 0;
    made.set('statefulsets', {
      apiVersion: 'apps/v1',
      kind: 'StatefulSet',
      metadata: { name: 'db', namespace: 'default', uid: 'sts', creationTimestamp: '', generation: ++generation },
      spec: {
        serviceName: 'db',
        replicas: change.replicas ?? old?.spec?.replicas ?? options.replicas,
        podManagementPolicy: options.parallel ? 'Parallel' : 'OrderedReady',
        selector: { matchLabels: labels },
        template: { metadata: { labels }, spec: { containers: [{ name: 'c', image }] } },
        updateStrategy: { type: 'RollingUpdate', rollingUpdate: { partition } },
        ...(policy && { persistentVolumeClaimRetentionPolicy: policy }),
        ...(options.claims && { volumeClaimTemplates: [{ metadata: { name: 'data' }, spec: {} }] }),
      },
      status: old?.status ?? { replicas: 0 },
    });
  };
  apply({});
  const step = (isReady: (pod: Stored<Pod>) => boolean) => {
    const { writes } = made.pass(key);
    const reaped = made.reap();
    const waiting = made.pods().filter((pod) => pod.status?.phase === 'Pending' && isReady(pod));
    for (const pod of waiting) made.setPod(pod, 'Running', true);
    made.advance(1000);
    return writes.length + waiting.length + reaped;
  };
  const settle = () => {
    for (let round = 0; round < 80; round++) if (step(() => true) === 0) return;
    throw new Error('it does not come to rest');
  };
  const names = () =>
    made
      .pods()
      .map(({ metadata }) => metadata.name)
      .sort();
  const ready = () => made.pods().filter((pod) => isPodReady(pod) && !pod.metadata.deletionTimestamp);
  return { ...made, apply, step, settle, names, ready };
}

describe('StatefulSet', () => {
  it('makes one Pod after another, each when all before it are ready', () => {
    const made = bench({ replicas: 3 });
    made.pass(key);
    made.pass(key);
    expect(made.names()).toEqual(['db-0']);
    made.settle();
    expect(made.names()).toEqual(['db-0', 'db-1', 'db-2']);
    expect(made.events).toContain('SuccessfulCreate Create Pod db-2 in StatefulSet db successful');
  });

  it('comes to its Pods whatever happens, one of each ordinal, and no later one without those before it', () => {
    const happening = fc.record({
      what: fc.constantFrom('scale', 'fail', 'delete', 'update', 'step'),
      which: fc.nat(4),
    });
    fc.assert(
      fc.property(fc.array(happening, { maxLength: 14 }), fc.boolean(), (happenings, parallel) => {
        const made = bench({ replicas: 3, parallel });
        let [replicas, version] = [3, 1];
        for (const { what, which } of happenings) {
          const pod = made.pods()[which];
          if (what === 'scale') made.apply({ replicas: which });
          if (what === 'scale') replicas = which;
          if (what === 'update') made.apply({ image: `v${++version}` });
          if (pod && what === 'fail') made.setPod(pod, 'Failed');
          if (pod && what === 'delete')
            made.set('pods', { ...pod, metadata: { ...pod.metadata, deletionTimestamp: '2026-01-01T00:00:00Z' } });
          const before = new Map(made.pods().map((one) => [one.metadata.name, isPodReady(one)]));
          made.step((one) => Number(one.metadata.name.slice(3)) !== which);
          if (parallel) continue;
          const fresh = made.names().filter((name) => !before.has(name));
          expect(fresh.length).toBeLessThanOrEqual(1);
          for (const name of fresh)
            for (let ordinal = 0; ordinal < Number(name.slice(3)); ordinal++)
              expect([name, before.get(`db-${ordinal}`)]).toEqual([name, true]);
        }
        made.settle();
        expect(made.names()).toEqual(Array.from({ length: replicas }, (_, ordinal) => `db-${ordinal}`));
        const images = made.pods().map((pod) => pod.spec?.containers[0]?.image);
        expect(images.every((image) => image === `v${version}`)).toBe(true);
      }),
      { numRuns: 80 },
    );
  });

  it('updates from the highest, one at a time, and leaves alone what is below the partition', () => {
    fc.assert(
      fc.property(fc.nat(4), fc.boolean(), (partition, parallel) => {
        const made = bench({ replicas: 4, parallel });
        made.settle();
        made.apply({ image: 'v2', partition });
        for (let round = 0; round < 30; round++) {
          made.step(() => true);
          expect(made.ready().length).toBeGreaterThanOrEqual(3);
        }
        const updated = made.pods().filter((pod) => pod.spec?.containers[0]?.image === 'v2');
        expect(updated.map(({ metadata }) => metadata.name).sort()).toEqual(
          ['db-0', 'db-1', 'db-2', 'db-3'].slice(partition),
        );
      }),
    );
  });

  it('keeps claims, or gives them owners with which they go', () => {
    const made = bench({ replicas: 2, claims: true });
    made.settle();
    const claims = () => made.store.objects.get('persistentvolumeclaims');
    const owner = (name: string) =>
      claims()
        ?.get(`default/${name}`)
        ?.metadata.ownerReferences?.map(({ kind }) => kind)[0];
    expect([...(claims()?.keys() ?? [])].sort()).toEqual(['default/data-db-0', 'default/data-db-1']);
    expect(owner('data-db-0')).toBeUndefined();
    made.apply({ policy: { whenDeleted: 'Delete', whenScaled: 'Delete' } });
    made.settle();
    expect([owner('data-db-0'), owner('data-db-1')]).toEqual(['StatefulSet', 'StatefulSet']);
    expect(made.events).toContain('SuccessfulUpdate Update Pod db-0 in StatefulSet db successful');
    made.apply({ replicas: 1 });
    made.settle();
    expect([owner('data-db-0'), owner('data-db-1')]).toEqual(['StatefulSet', 'Pod']);
  });
});
