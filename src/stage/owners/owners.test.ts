import { beforeAll, describe, expect, it } from 'vitest';
import { setLanguage } from '../../i18n/i18n.ts';
import { buildScene } from '../../scene/buildScene.ts';
import { centreOf } from '../../scene/geometry.ts';
import { buildOwnersScene } from '../../scene/owners/build.ts';
import { ownersInput } from '../../scene/owners/testing.ts';
import { transitionsBetween } from '../../scene/transitions.ts';
import { pictureIsThere } from '../../store/firstPicture.ts';
import { loadByOwners } from '../byOwners.ts';
import { boxAt } from '../hitTest.ts';
import { boxOfReference, referenceOf } from '../reference.ts';
import { sayBox } from '../say.ts';
import { type TreeItem, treeItems } from '../treeItems.ts';
import { arithmeticOf, countsOf, statesOf } from './words.ts';

const build = (revisions: readonly number[], ready?: number) => {
  const input = ownersInput(
    [{ name: 'web', replicas: 3, revisions, ...(ready !== undefined && { ready }) }],
    ['alone'],
  );
  return buildOwnersScene(input, buildScene(input));
};
const scene = build([2, 2], 3);
const owner = (name: string, of = scene) => of.owners!.boxes.find((box) => box.name === name)!;
const flat = (items: readonly TreeItem[]): TreeItem[] => items.flatMap((item) => [item, ...flat(item.children)]);

beforeAll(async () => {
  pictureIsThere();
  await loadByOwners();
});

describe('the arrangement by owners', () => {
  it('is found under the pointer, box by box, and selecting is its inverse', () => {
    for (const box of scene.boxes.values()) {
      expect(boxAt(scene, centreOf(box))?.id).toBe(box.id);
      const reference = referenceOf(box);
      if (reference) expect(boxOfReference(scene, reference)?.id).toBe(box.id);
    }
  });

  it('is mirrored as a tree: Deployment, ReplicaSets, Pods', () => {
    const { items } = treeItems(scene);
    const ids = flat(items).map((item) => item.id);
    for (const id of scene.boxes.keys()) expect(ids).toContain(id);
    const web = items.find((item) => item.id === owner('web').id)!;
    expect(web.children.map((item) => item.id)).toEqual([owner('web-1').id, owner('web-2').id]);
    expect(web.children[1]!.children.map((item) => item.id)).toEqual(owner('web-2').pods.map((pod) => pod.id));
  });

  it('says the rollout with its arithmetic, in both languages', () => {
    setLanguage('ko');
    expect(statesOf(owner('web'))[0]).toBe('리비전 2 · 롤아웃 중: 3개 중 2개 교체');
    setLanguage('en');
    expect(countsOf(owner('web'))).toBe('3/3 ready');
    expect(arithmeticOf(owner('web'))[0]).toBe('4 of at most 4 Pods (3 + surge 1) · 3 of at least 3 available (3 − 0)');
    expect(sayBox(owner('web'))).toBe(
      'Deployment web, desired 3, current 4, ready 3, revision 2 · rolling out: 2 of 3 updated; 2 updated, 3 available; at most 4 Pods, at least 3 available',
    );
    expect(sayBox(owner('web-1'))).toBe('ReplicaSet web-1, revision 1, old, desired 2, current 2, ready 2');
  });

  it('says nothing of arithmetic where nothing rolls', () => {
    expect(arithmeticOf(owner('web', build([0, 3])))).toEqual([]);
  });

  it('lets a new Pod come from its ReplicaSet', () => {
    const [coming] = transitionsBetween(build([3]), build([3, 1]), 0).filter(({ pod }) => pod.name === 'web-2-0');
    const from = centreOf(coming!.from);
    const maker = owner('web-2', build([3, 1]));
    expect(coming!.kind).toBe('move');
    expect(from.x).toBe(maker.x + maker.width / 2);
    expect(from.y).toBe(maker.y + maker.height);
  });
});
