import { describe, expect, it } from 'vitest';
import type { Pod, Stored } from '../api/objects.ts';
import { buildScene } from './buildScene.ts';
import type { SceneInput } from './scene.ts';
import { generateCluster, generatedNow } from './testing/generateCluster.ts';
import { graceLeft, isCut, transitionAt, transitionsBetween } from './transitions.ts';

const input = generateCluster({ nodes: 2, pods: 6, services: 1 });
const scene = buildScene(input);
const pods = [...input.pods.values()];
const first = pods[0]!;
const having = (list: Stored<Pod>[]): SceneInput => ({
  ...input,
  pods: new Map(list.map((pod) => [pod.metadata.name, pod])),
});
const later = (list: Stored<Pod>[]) => buildScene(having(list), scene.places);

describe('transitions', () => {
  it('are none where nothing changed', () => {
    expect(transitionsBetween(scene, buildScene(input, scene.places), 0)).toEqual([]);
  });

  it('let a Pod that is gone leave, and one that is new come from the scheduler', () => {
    const next = later([...pods.slice(1), { ...first, metadata: { ...first.metadata, uid: 'new' } }]);
    const found = transitionsBetween(scene, next, 0);
    expect(found.map((one) => [one.kind, one.pod.uid]).sort()).toEqual([
      ['leave', first.metadata.uid],
      ['move', 'new'],
    ]);
    const scheduler = next.boxes.get('part/scheduler')!;
    const coming = found.find((one) => one.kind === 'move')!;
    expect(coming.from.x + coming.from.width / 2).toBe(scheduler.x + scheduler.width / 2);
  });

  it('let a Pod that restarted in its place pulse there', () => {
    const statuses = first.status?.containerStatuses?.map((one) => ({ ...one, restartCount: 1 })) ?? [];
    const restarted = { ...first, status: { ...first.status, containerStatuses: statuses } };
    const found = transitionsBetween(scene, later([restarted, ...pods.slice(1)]), 0);
    expect(found.map((one) => one.kind)).toEqual(['restart']);
  });

  it('let a Pod fly from the tray to its node', () => {
    const waiting = { ...first, spec: { containers: [] } };
    const before = buildScene(having([waiting, ...pods.slice(1)]));
    const found = transitionsBetween(before, buildScene(input, before.places), 0);
    expect(found.map((one) => [one.kind, one.pod.uid])).toEqual([['move', first.metadata.uid]]);
    expect(found[0]?.from).toMatchObject({ x: before.tray.pods[0]?.x });
  });

  it('begin where they come from and end in place, and are over then', () => {
    const next = later([...pods.slice(1), { ...first, metadata: { ...first.metadata, uid: 'new' } }]);
    const coming = transitionsBetween(scene, next, 1000).find((one) => one.kind === 'move')!;
    expect(transitionAt(coming, 1000)?.rect).toEqual({ ...coming.from });
    expect(transitionAt(coming, 1419)?.rect.x).toBeCloseTo(coming.pod.x, 0);
    expect(transitionAt(coming, 1420)).toBeUndefined();
    expect(transitionAt(coming, 999)).toBeUndefined();
  });

  it('are cuts at high speed, and where very much changes at once', () => {
    expect(isCut('enter', 1)).toBe(false);
    expect(isCut('enter', 4)).toBe(true);
    expect(isCut('move', 7)).toBe(false);
    expect(isCut('move', 8)).toBe(true);
    const many = generateCluster({ nodes: 2, pods: 200, services: 1 });
    const large = buildScene(many);
    expect(transitionsBetween(buildScene({ ...many, pods: new Map() }), large, 0)).toEqual([]);
  });
});

describe('the grace period', () => {
  it('runs down with virtual time', () => {
    const deleted = {
      ...first,
      metadata: { ...first.metadata, deletionTimestamp: '2026-01-01T00:05:30Z', deletionGracePeriodSeconds: 30 },
    };
    const box = later([deleted, ...pods.slice(1)]).pods.find((pod) => pod.uid === first.metadata.uid)!;
    expect(graceLeft(box, generatedNow)).toEqual({ share: 1, seconds: 30 });
    expect(graceLeft(box, generatedNow + 15_000)).toEqual({ share: 0.5, seconds: 15 });
    expect(graceLeft(box, generatedNow + 40_000)).toEqual({ share: 0, seconds: 0 });
    expect(graceLeft(scene.pods[0]!, generatedNow)).toBeUndefined();
  });
});
