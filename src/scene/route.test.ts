import { describe, expect, it } from 'vitest';
import { buildScene } from './buildScene.ts';
import { contains, type Rect } from './geometry.ts';
import { neighbourOf } from './neighbour.ts';
import { pointAt } from './path.ts';
import { boxOfActor, pulseDuration, pulsesAt } from './pulses.ts';
import { relatedTo } from './relations.ts';
import { routeBetween, wireToApiServer } from './route.ts';
import { generateCluster } from './testing/generateCluster.ts';

const scene = buildScene(generateCluster({ nodes: 6, pods: 48, services: 4 }));
const large = buildScene(generateCluster({ nodes: 60, pods: 600, services: 90 }));
const inner = (rect: Rect): Rect => ({ x: rect.x + 1, y: rect.y + 1, width: rect.width - 2, height: rect.height - 2 });

describe.each([
  ['small', scene],
  ['large', large],
])('ways in a %s cluster', (_size, shown) => {
  it('go from box to box and through no other', () => {
    const obstacles = [...shown.clients, ...shown.ingresses, ...shown.services, ...shown.pods].map((box) => ({
      id: box.id,
      rect: inner(box),
    }));
    for (const link of shown.links.filter((_, index) => index % 7 === 0)) {
      const path = routeBetween(shown, link.from, link.to)!;
      for (let at = 0; at <= path.length; at += 12) {
        const point = pointAt(path, at);
        const hit = obstacles.find(({ rect }) => contains(rect, point));
        expect(hit?.id ?? link.to, `${link.from} to ${link.to}`).toBe(link.to);
      }
    }
  });

  it('have a wire to the API server for every part and node', () => {
    for (const box of [...shown.parts.filter((part) => part.part !== 'apiServer'), ...shown.nodes])
      expect(wireToApiServer(shown, box.id)?.length, box.id).toBeGreaterThan(0);
  });
});

describe('ways', () => {
  it('are not there for what is not there', () => {
    expect(routeBetween(scene, 'service/default/web', 'pod/none')).toBeUndefined();
  });
});

describe('messages of the control plane', () => {
  it.each([
    ['kubelet/node-2', 'node/node-2'],
    ['default-scheduler', 'part/scheduler'],
    ['replicaset-controller', 'part/controllerManager'],
    ['garbage-collector', 'part/controllerManager'],
    ['kubectl', 'part/kubectl'],
    ['nginx-ingress-controller', undefined],
  ])('of %s come from %s', (actor, box) => {
    expect(boxOfActor(actor)).toBe(box);
  });

  it('run along their wire to the API server while they are drawn', () => {
    const message = { at: 1000, actor: 'kubelet/node-2', resource: 'pods', key: 'default/x', uid: 'u' };
    const wire = wireToApiServer(scene, 'node/node-2')!;
    expect(pulsesAt(scene, [message], 999)).toEqual([]);
    expect(pulsesAt(scene, [message], 1000 + pulseDuration)).toEqual([]);
    const head = (now: number) => pulsesAt(scene, [message], now)[0]!.points.at(-1)!;
    expect(head(1000)).toEqual(wire.points[0]);
    expect(head(1000 + pulseDuration - 1)).toEqual(wire.points.at(-1));
  });

  it('of the same sender and instant are one', () => {
    const message = { at: 1000, actor: 'kubectl', resource: 'pods', key: 'default/x', uid: 'u' };
    expect(pulsesAt(scene, [message, message, { ...message, at: 1001 }], 1100).length).toBe(2);
  });
});

describe('what belongs together', () => {
  it('is the whole way of a Service', () => {
    const related = relatedTo(scene, 'service/default/web');
    expect(related).toContain('client/visitors');
    expect(related).toContain('ingress/default/shop');
    const web = scene.services.find((service) => service.name === 'web')!;
    for (const uid of web.endpoints) expect(related).toContain(`pod/${uid}`);
    expect([...related].filter((id) => id.startsWith('service/'))).toEqual(['service/default/web']);
    expect([...related].filter((id) => id.startsWith('pod/')).length).toBe(web.endpoints.length);
  });

  it('is nothing for what is not there', () => {
    expect(relatedTo(scene, 'pod/none').size).toBe(0);
  });
});

describe('arrow keys', () => {
  it('go to the neighbouring Pod and back', () => {
    const pod = scene.nodes[0]!.pods[0]!;
    const right = neighbourOf(scene, pod.id, 'right')!;
    expect(right).toMatchObject({ kind: 'pod', node: pod.node, y: pod.y });
    expect(neighbourOf(scene, right.id, 'left')?.id).toBe(pod.id);
    const down = neighbourOf(scene, pod.id, 'down')!;
    expect(down).toMatchObject({ kind: 'pod', node: pod.node, x: pod.x });
  });

  it('reach every Pod from every other', () => {
    const seen = new Set([scene.pods[0]!.id]);
    for (const id of seen)
      for (const direction of ['left', 'right', 'up', 'down'] as const) {
        const next = neighbourOf(scene, id, direction);
        if (next) seen.add(next.id);
      }
    for (const pod of scene.pods) expect(seen).toContain(pod.id);
  });
});
