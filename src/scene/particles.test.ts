import { describe, expect, it } from 'vitest';
import { buildScene } from './buildScene.ts';
import { contains } from './geometry.ts';
import { journeyDuration, mostParticles, particleSpeed, particlesAt } from './particles.ts';
import { pointAt, roundedPath } from './path.ts';
import { ratesAt, shortNumber } from './rates.ts';
import { generateCluster, generatedNow, generateTraffic } from './testing/generateCluster.ts';

const input = generateCluster({ nodes: 4, pods: 24, services: 3 });
const scene = buildScene(input);
const traffic = generateTraffic(input, 20, 12);

describe('particles', () => {
  it('begin at the client when the request is sent, come to the Pod, and end at the client', () => {
    const request = { ...traffic.find((one) => one.status === 200)!, answeredAt: traffic[0]!.sentAt };
    const duration = journeyDuration(scene, request);
    const at = (share: number) => particlesAt(scene, [request], request.sentAt + duration * share).particles[0]!;
    const client = scene.boxes.get('client/visitors')!;
    const pod = scene.boxes.get(`pod/${request.hops.at(-1)!.uid}`)!;
    expect(at(0)).toMatchObject({ kind: 'request', x: client.x + client.width });
    const nearPod = { x: pod.x - 40, y: pod.y - 20, width: pod.width + 80, height: pod.height };
    expect(contains(nearPod, at(0.5))).toBe(true);
    expect(at(0.75).kind).toBe('answer');
    expect(at(0.9999).x).toBeCloseTo(client.x + client.width, 0);
    expect(particlesAt(scene, [request], request.sentAt + duration).particles).toEqual([]);
    expect(particlesAt(scene, [request], request.sentAt - 1).particles).toEqual([]);
  });

  it('never go faster than their speed, but through boxes', () => {
    const request = traffic[3]!;
    const step = 4;
    for (let age = 0; age + step < journeyDuration(scene, request); age += step) {
      const [a, b] = [age, age + step].map((t) => particlesAt(scene, [request], request.sentAt + t).particles[0]!);
      const moved = Math.hypot(b!.x - a!.x, b!.y - a!.y);
      const through = [...scene.ingresses, ...scene.services].some((box) => a!.x <= box.x + 4 !== b!.x <= box.x + 4);
      if (!through) expect(moved).toBeLessThanOrEqual((particleSpeed * step) / 1000 + 0.01);
    }
  });

  it('are a function of the instant alone', () => {
    expect(particlesAt(scene, traffic, generatedNow)).toEqual(
      particlesAt(scene, [...traffic].reverse().reverse(), generatedNow),
    );
  });

  it('wait at the Pod for as long as the answer takes', () => {
    const quick = traffic[0]!;
    const slow = { ...quick, answeredAt: quick.answeredAt + 3000 };
    expect(journeyDuration(scene, slow)).toBe(journeyDuration(scene, quick) + 3000);
  });

  it('come back as errors where they failed', () => {
    const failed = traffic.find((one) => one.status === 503)!;
    const late = failed.sentAt + journeyDuration(scene, failed) - 10;
    expect(particlesAt(scene, [failed], late).particles[0]).toMatchObject({ kind: 'error' });
  });

  it('end before a Pod that is not there any more', () => {
    const request = {
      ...traffic[0]!,
      hops: traffic[0]!.hops.map((hop) => (hop.kind === 'pod' ? { ...hop, uid: 'gone' } : hop)),
    };
    expect(journeyDuration(scene, request)).toBeGreaterThan(0);
    expect(journeyDuration(scene, request)).toBeLessThan(journeyDuration(scene, traffic[0]!));
  });

  it('are capped, and then each says how many it stands for', () => {
    const many = generateTraffic(input, 1000, 4);
    const { particles, standsFor } = particlesAt(scene, many, generatedNow);
    expect(particles.length).toBeLessThanOrEqual(mostParticles * 1.05);
    expect(standsFor).toBeGreaterThan(2);
  });
});

describe('rates', () => {
  it('count requests and errors a second through each box', () => {
    const rates = ratesAt(traffic, generatedNow);
    expect(rates.get('client/visitors')?.requests).toBe(20);
    const services = ['cart', 'checkout', 'web'].map((name) => rates.get(`service/default/${name}`)?.requests ?? 0);
    expect(services.reduce((sum, one) => sum + one)).toBe(20);
    const errors = traffic.filter((one) => one.status >= 400 && one.sentAt > generatedNow - 4000).length / 4;
    expect(rates.get('ingress/default/shop')?.errors).toBe(errors);
  });

  it.each([
    [0.25, '0.3'],
    [3, '3'],
    [12.4, '12'],
    [1234, '1.2k'],
    [45_678, '46k'],
  ])('write %d as %s', (value, text) => {
    expect(shortNumber(value)).toBe(text);
  });
});

describe('a way', () => {
  it('goes through its length evenly', () => {
    const path = roundedPath(
      [
        { x: 0, y: 0 },
        { x: 100, y: 0 },
        { x: 100, y: 100 },
      ],
      10,
    );
    expect(pointAt(path, -5)).toEqual({ x: 0, y: 0 });
    expect(pointAt(path, 50)).toEqual({ x: 50, y: 0 });
    expect(pointAt(path, path.length + 5)).toEqual({ x: 100, y: 100 });
    expect(path.length).toBeLessThan(200);
    expect(path.length).toBeGreaterThan(190);
  });
});
