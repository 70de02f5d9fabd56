import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { buildScene } from '../buildScene.ts';
import { overlaps } from '../geometry.ts';
import { buildOwnersScene } from './build.ts';
import { type Make, ownersInput } from './testing.ts';
import type { OwnersInput } from './tree.ts';

const build = (input: OwnersInput, before?: ReturnType<typeof buildOwnersScene>) =>
  buildOwnersScene(input, buildScene(input), before?.owners);

const web = (make: Partial<Make> = {}): Make => ({ name: 'web', replicas: 3, revisions: [3], ...make });
const boxOf = (scene: ReturnType<typeof build>, name: string) => scene.owners?.boxes.find((box) => box.name === name);

describe('the arrangement by owners', () => {
  test('stands Pods below their ReplicaSet, and that below its Deployment', () => {
    const scene = build(ownersInput([web()], ['alone']));
    const [deployment, set, nobody] = scene.owners?.boxes ?? [];
    expect([deployment?.name, set?.name, nobody?.ownerKind]).toEqual(['web', 'web-1', '']);
    expect(set?.parent).toBe(deployment?.id);
    expect(set?.pods.map((pod) => pod.name)).toEqual(['web-1-0', 'web-1-1', 'web-1-2']);
    expect(nobody?.pods.map((pod) => pod.name)).toEqual(['alone']);
    for (const pod of set?.pods ?? []) expect(pod.y).toBeGreaterThan((set?.y ?? 0) + (set?.height ?? 0));
    expect(set?.y).toBeGreaterThan((deployment?.y ?? 0) + (deployment?.height ?? 0));
  });

  test('shows old and new ReplicaSet side by side while it rolls, with the numbers that bound it', () => {
    const before = build(ownersInput([web()]));
    const scene = build(ownersInput([web({ revisions: [2, 2], ready: 3 })]), before);
    const [old, fresh] = [boxOf(scene, 'web-1'), boxOf(scene, 'web-2')];
    expect(old?.y).toBe(fresh?.y);
    expect(old?.facts.old).toBe(true);
    expect(fresh?.facts).toMatchObject({ old: false, revision: 2, desired: 2, current: 2, ready: 1 });
    expect(boxOf(scene, 'web')?.facts.rollout).toMatchObject({
      state: 'progressing',
      surge: 1,
      unavailable: 0,
      most: 4,
      least: 3,
      current: 4,
      available: 3,
    });
  });

  test('moves nothing when a rollout begins, a Pod is replaced, or another workload comes', () => {
    const before = build(ownersInput([web()]));
    const rects = (scene: ReturnType<typeof build>) =>
      ['pod-web-1-0', 'pod-web-1-1'].map((uid) => {
        const box = scene.boxes.get(`pod/${uid}`);
        return [box?.x, box?.y];
      });
    for (const next of [
      ownersInput([web({ revisions: [3, 1] })]),
      ownersInput([web({ revisions: [4] })]),
      ownersInput([{ name: 'api', replicas: 2, revisions: [2] }, web()], ['alone']),
    ])
      expect(rects(build(next, before))).toEqual(rects(before));
  });

  test('a card that a rollout emptied stays where it was; older ones are counted', () => {
    const rolled = build(ownersInput([web({ revisions: [0, 3] })]), build(ownersInput([web()])));
    expect(boxOf(rolled, 'web-1')?.facts.current).toBe(0);
    const again = build(ownersInput([web({ revisions: [0, 0, 3] })]), rolled);
    expect(again.owners?.boxes.length).toBe(3);
    expect(boxOf(again, 'web')?.facts.kept).toBe(1);
  });

  test('says how many Pods found no room', () => {
    const scene = build(ownersInput([web({ replicas: 1100, revisions: [1100] })]));
    expect(scene.owners?.hidden).toBe(1100 - 1024);
    expect(scene.pods.length).toBe(1024);
  });

  test('whatever there is: nothing lies upon anything else, and what stays keeps its place among its own', () => {
    const make = fc.record({
      revisions: fc.array(fc.integer({ min: 0, max: 30 }), { minLength: 1, maxLength: 4 }),
      replicas: fc.integer({ min: 0, max: 40 }),
    });
    const cluster = fc.array(make, { maxLength: 9 }).map((list) =>
      ownersInput(
        list.map((one, index) => ({ name: `app-${index}`, ...one })),
        ['alone'],
      ),
    );
    fc.assert(
      fc.property(cluster, cluster, (first, second) => {
        const scene = build(second, build(first));
        const boxes = [...(scene.owners?.boxes ?? []), ...scene.pods, ...scene.parts];
        const upon = boxes.flatMap((a, index) => boxes.slice(index + 1).filter((b) => overlaps(a, b)));
        expect(upon.map(({ id }) => id)).toEqual([]);
        expect(scene.pods.length + (scene.owners?.hidden ?? 0)).toBe(second.pods.size);
        expect(build(second, scene).pods.map(({ x, y }) => [x, y])).toEqual(scene.pods.map(({ x, y }) => [x, y]));
      }),
      { numRuns: 40 },
    );
  });
});

describe('how a rollout stands', () => {
  const state = (make: Partial<Make>) =>
    boxOf(build(ownersInput([web({ revisions: [2, 1], ...make })])), 'web')?.facts.rollout?.state;
  const progressing = (reason: string) => ({
    status: { conditions: [{ type: 'Progressing', status: 'False', reason }], replicas: 3, updatedReplicas: 1 },
  });
  test.each([
    ['progressing', {}],
    ['complete', { revisions: [0, 3] }],
    ['unavailable', { revisions: [0, 3], ready: 2 }],
    ['stuck', progressing('ProgressDeadlineExceeded')],
    ['paused', { spec: { paused: true } }],
  ] as const)('%s', (expected, make) => expect(state(make as Partial<Make>)).toBe(expected));
});
