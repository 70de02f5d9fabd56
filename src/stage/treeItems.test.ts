import { describe, expect, it } from 'vitest';
import { setLanguage } from '../i18n/i18n.ts';
import { buildScene } from '../scene/buildScene.ts';
import { generateCluster } from '../scene/testing/generateCluster.ts';
import { boxAt } from './hitTest.ts';
import { boxOfReference, referenceOf } from './reference.ts';
import { sayBox } from './say.ts';
import { mostListed, type TreeItem, treeItems } from './treeItems.ts';

const scene = buildScene(generateCluster({ nodes: 3, pods: 12, services: 3, trouble: 0.4 }));
const flat = (items: readonly TreeItem[]): TreeItem[] => items.flatMap((item) => [item, ...flat(item.children)]);

describe('the mirrored tree', () => {
  it('has everything on the stage, Pods under their node and containers under their Pod', () => {
    const { items } = treeItems(scene);
    const ids = new Set(flat(items).map((item) => item.id));
    for (const id of scene.boxes.keys()) expect(ids).toContain(id);
    const node = items.find((item) => item.id === 'node/node-1')!;
    expect(node.children.map((item) => item.id)).toEqual(scene.nodes[0]!.pods.map((pod) => pod.id));
    expect(node.children[0]!.children.length).toBe(1);
  });

  it('says each Pod in full words, in both languages', () => {
    const pod = scene.pods.find((one) => one.facts.word === 'Running' && one.facts.ready)!;
    setLanguage('en');
    expect(sayBox(pod)).toBe(`Pod ${pod.name}, Running, ready 1 of 1, 0 restarts, ${pod.facts.ip}, on ${pod.node}`);
    setLanguage('ko');
    expect(sayBox(pod)).toBe(
      `Pod ${pod.name}, Running, ready 1개 중 1개, 재시작 0회, ${pod.facts.ip}, ${pod.node} 노드`,
    );
    setLanguage('en');
  });

  it('is capped, keeps those in trouble, and says how many it has', () => {
    const many = buildScene(generateCluster({ nodes: 10, pods: 800, services: 2, trouble: 0.1 }));
    const { items, shown, total } = treeItems(many);
    const listed = new Set(flat(items).map((item) => item.id));
    expect([shown, total]).toEqual([mostListed, many.pods.length]);
    for (const pod of many.pods) if (pod.facts.tone === 'bad') expect(listed).toContain(pod.id);
  });
});

describe('pointing', () => {
  it('finds each box at its middle, the Pod before its node', () => {
    for (const box of scene.boxes.values()) {
      const found = boxAt(scene, {
        x: box.x + box.width / 2,
        y: box.kind === 'node' ? box.y + 8 : box.y + box.height / 2,
      });
      expect(found?.id).toBe(box.id);
    }
    expect(boxAt(scene, { x: -10, y: -10 })).toBeUndefined();
  });

  it('and selecting are each other’s inverse', () => {
    for (const box of scene.boxes.values()) {
      const reference = referenceOf(box);
      expect(boxOfReference(scene, reference)?.id).toBe(box.id);
    }
  });

  it('finds a Pod by its name where nothing else is known of it', () => {
    const pod = scene.pods[4]!;
    expect(boxOfReference(scene, { resource: 'pods', key: pod.key })).toBe(pod);
    expect(boxOfReference(scene, { resource: 'configmaps', key: 'default/x' })).toBeUndefined();
  });
});
