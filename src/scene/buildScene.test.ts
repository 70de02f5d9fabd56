import { describe, expect, it } from 'vitest';
import type { Pod, Stored } from '../api/objects.ts';
import { createChance } from '../cluster/world/chance.ts';
import { buildScene } from './buildScene.ts';
import { contains, overlaps } from './geometry.ts';
import type { Box, SceneInput } from './scene.ts';
import { generateCluster, generatePod } from './testing/generateCluster.ts';

const sizes = [
  { nodes: 1, pods: 1, services: 1 },
  { nodes: 3, pods: 12, services: 3, trouble: 0.3 },
  { nodes: 10, pods: 300, services: 8, trouble: 0.1 },
  { nodes: 100, pods: 3000, services: 40, trouble: 0.05 },
];

const withPods = (input: SceneInput, pods: Iterable<Stored<Pod>>): SceneInput => ({
  ...input,
  pods: new Map([...pods].map((pod) => [`default/${pod.metadata.name}`, pod])),
});

describe.each(sizes)('a cluster of $nodes nodes, $pods Pods', (options) => {
  const input = generateCluster(options);
  const scene = buildScene(input);

  it('shows everything, each thing once, Pods within their node', () => {
    expect(scene.nodes.length).toBe(options.nodes);
    expect(scene.pods.length + scene.tray.hidden).toBe(options.pods);
    expect(new Set(scene.pods.map((pod) => pod.id)).size).toBe(scene.pods.length);
    for (const node of scene.nodes)
      for (const pod of node.pods) {
        expect(contains(node, pod)).toBe(true);
        expect(contains(node, { x: pod.x + pod.width, y: pod.y + pod.height })).toBe(true);
        expect(pod.y).toBeGreaterThanOrEqual(node.y + node.head);
      }
  });

  it('has nothing on top of anything else, and nothing outside', () => {
    const apart: Box[] = [...scene.parts, ...scene.clients, ...scene.ingresses, ...scene.services, ...scene.nodes];
    for (const [index, a] of apart.entries())
      for (const b of apart.slice(index + 1)) expect(overlaps(a, b), `${a.id} and ${b.id}`).toBe(false);
    for (const node of [...scene.nodes, { pods: scene.tray.pods }])
      for (const [index, a] of node.pods.entries())
        for (const b of node.pods.slice(index + 1)) expect(overlaps(a, b), `${a.id} and ${b.id}`).toBe(false);
    for (const box of scene.boxes.values()) {
      expect(contains(scene.bounds, box), box.id).toBe(true);
      expect(contains(scene.bounds, { x: box.x + box.width, y: box.y + box.height }), box.id).toBe(true);
    }
  });

  it('is the same for the same data, and leaves all in place when one Pod goes', () => {
    expect(buildScene(input)).toEqual(scene);
    const gone = scene.nodes[0]?.pods[0];
    const rest = withPods(
      input,
      [...input.pods.values()].filter((pod) => pod.metadata.uid !== gone?.uid),
    );
    const next = buildScene(rest, scene.places);
    for (const pod of next.pods)
      expect(pod).toMatchObject({ x: scene.boxes.get(pod.id)?.x, y: scene.boxes.get(pod.id)?.y });
  });

  it('puts the Pod that comes into the place of the one that went', () => {
    const gone = scene.nodes[0]!.pods[0]!;
    const others = [...input.pods.values()].filter((pod) => pod.metadata.uid !== gone.uid);
    const without = buildScene(withPods(input, others), scene.places);
    const fresh = generatePod(createChance(99), 'web', 'abc', gone.node ?? '', 0);
    const next = buildScene(withPods(input, [...others, fresh]), without.places);
    expect(next.boxes.get(`pod/${fresh.metadata.uid}`)).toMatchObject({ x: gone.x, y: gone.y });
  });

  it('keeps its places, as the same object, where only states changed', () => {
    const changed = [...input.pods.values()].map((pod) => ({
      ...pod,
      status: { ...pod.status, phase: 'Failed' as const },
    }));
    expect(buildScene(withPods(input, changed), scene.places).places).toBe(scene.places);
  });
});

describe('a room that grows', () => {
  it('leaves its Pods where they are in it, and all nodes in their column and row', () => {
    const few = generateCluster({ nodes: 20, pods: 40, services: 2 });
    const many = generateCluster({ nodes: 20, pods: 400, services: 2 });
    const before = buildScene(few);
    const after = buildScene({ ...many, nodes: few.nodes, pods: new Map([...few.pods, ...many.pods]) }, before.places);
    expect(after.places.roomSize).toBeGreaterThan(before.places.roomSize);
    for (const node of before.nodes) {
      const grown = after.nodes.find((one) => one.key === node.key)!;
      expect([grown.column, grown.row]).toEqual([node.column, node.row]);
      const pod = node.pods[0]!;
      const there = after.boxes.get(pod.id)!;
      expect([there.x - grown.x, there.y - grown.y - grown.head]).toEqual([pod.x - node.x, pod.y - node.y - node.head]);
    }
  });
});

describe('the tray', () => {
  it('holds Pods without a node, and says how many found no room', () => {
    const input = generateCluster({ nodes: 1, pods: 40, services: 1 });
    const unbound = [...input.pods.values()].map((pod) => ({
      ...pod,
      spec: { containers: pod.spec?.containers ?? [] },
    }));
    const { tray } = buildScene(withPods(input, unbound));
    expect(tray.pods.length).toBe(tray.capacity);
    expect(tray.pods.length + tray.hidden).toBe(40);
    for (const pod of tray.pods) expect(contains(tray, pod)).toBe(true);
  });
});

describe('the columns in front of the nodes', () => {
  const without = (nodes: number) => {
    const input = generateCluster({ nodes, pods: nodes, services: 1 });
    const none = { services: new Map(), ingresses: new Map(), endpointSlices: new Map(), clients: [] };
    return [buildScene({ ...input, ...none }), buildScene(input)] as const;
  };

  it('keep their room in a small cluster, so that the first Service moves nothing', () => {
    const [empty, filled] = without(3);
    expect(empty.nodes.map(({ x, y }) => [x, y])).toEqual(filled.nodes.map(({ x, y }) => [x, y]));
  });

  it('are left out of a large cluster while they are empty', () => {
    const [empty, filled] = without(60);
    expect(empty.nodesLeft).toBe(0);
    expect(filled.nodesLeft).toBeGreaterThan(0);
  });
});

describe('what is not shown', () => {
  it('is the Service of the API server, which stands above', () => {
    const input = generateCluster({ nodes: 1, pods: 2, services: 1 });
    const [service] = input.services.values();
    const metadata = { ...service!.metadata, name: 'kubernetes', uid: 'k' };
    const services = new Map([...input.services, ['default/kubernetes', { ...service!, metadata }] as const]);
    expect(buildScene({ ...input, services }).services.map((one) => one.name)).toEqual(['web']);
  });
});

describe('endpoints', () => {
  it('are counted with those that are no Pods', () => {
    const input = generateCluster({ nodes: 1, pods: 2, services: 1 });
    const [slice] = input.endpointSlices.values();
    const endpoints = [...(slice!.endpoints ?? []), { addresses: ['192.0.2.7'], conditions: { ready: true } }];
    const scene = buildScene({ ...input, endpointSlices: new Map([['default/web-x', { ...slice!, endpoints }]]) });
    expect(scene.services[0]).toMatchObject({ ready: 3 });
    expect(scene.services[0]?.endpoints.length).toBe(3);
  });
});

describe('links', () => {
  it('lead from client to ingress by host, on to Services, and to the Pods behind them', () => {
    const input = generateCluster({ nodes: 2, pods: 4, services: 2 });
    const { links } = buildScene(input);
    const from = (id: string): string[] => links.filter((link) => link.from === id).map((link) => link.to);
    expect(from('client/visitors')).toEqual(['ingress/default/shop']);
    expect(from('ingress/default/shop').sort()).toEqual(['service/default/cart', 'service/default/web']);
    expect(from('service/default/web').length).toBe(2);
  });

  it('lead from a client straight to the Service that it names', () => {
    const input = generateCluster({ nodes: 1, pods: 1, services: 1 });
    const clients = [{ name: 'batch', perSecond: 1, targets: [{ host: 'web.default.svc.cluster.local', path: '/' }] }];
    const { links } = buildScene({ ...input, ingresses: new Map(), clients });
    expect(links).toContainEqual({ from: 'client/batch', to: 'service/default/web', ready: true });
  });
});
