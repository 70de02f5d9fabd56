import type { TrafficHop, TrafficRequest } from '../cluster/network/state.ts';
import type { Point } from './geometry.ts';
import { joined, type Path, pointAt } from './path.ts';
import { routeBetween } from './route.ts';
import type { Places, Scene } from './scene.ts';

/**
 * How fast a request is drawn, in world pixels per second of virtual time at front scale 1. Real latencies are a few
 * milliseconds, far too short to see, so the drawn journey keeps the truth that matters and gives up the rest: it
 * begins at `sentAt`, runs everywhere at this one speed (so density is rate), waits at its last stop for as long as the
 * answer really took, and comes back the same way.
 */
export const particleSpeed = 640;

/** No more than this many are drawn; then every n-th request stands for n, and the stage says so. */
export const mostParticles = 400;

export interface Particle extends Point {
  /** The request goes, the answer comes back, or the error does. */
  kind: 'request' | 'answer' | 'error';
  request: TrafficRequest;
}

export interface ParticlesAtInstant {
  particles: Particle[];
  /** Each drawn one stands for so many requests. */
  standsFor: number;
}

/** The requests on their drawn way at the instant `now` (virtual milliseconds): a pure function of its arguments. */
export function particlesAt(scene: Scene, requests: Iterable<TrafficRequest>, now: number): ParticlesAtInstant {
  const underWay: { request: TrafficRequest; journey: Journey }[] = [];
  for (const request of requests) {
    if (request.sentAt > now) continue;
    const journey = journeyOf(scene, request);
    if (journey && now < request.sentAt + journey.duration) underWay.push({ request, journey });
  }
  const standsFor = Math.max(1, Math.ceil(underWay.length / mostParticles));
  const particles: Particle[] = [];
  for (const { request, journey } of underWay)
    if (request.id % standsFor === 0) particles.push(particleAt(request, journey, now - request.sentAt));
  return { particles, standsFor };
}

interface Journey {
  path: Path;
  /** Milliseconds on the way there, waiting there, and altogether. */
  there: number;
  wait: number;
  duration: number;
}

const known = new WeakMap<Places, WeakMap<TrafficRequest, Journey | undefined>>();

/** How long a request's journey is drawn, in virtual milliseconds; 0 where it cannot be drawn. */
export function journeyDuration(scene: Scene, request: TrafficRequest): number {
  return journeyOf(scene, request)?.duration ?? 0;
}

function journeyOf(scene: Scene, request: TrafficRequest): Journey | undefined {
  let journeys = known.get(scene.places);
  if (!journeys) {
    journeys = new WeakMap();
    known.set(scene.places, journeys);
  }
  if (journeys.has(request)) return journeys.get(request);
  const journey = planned(scene, request);
  journeys.set(request, journey);
  return journey;
}

function planned(scene: Scene, request: TrafficRequest): Journey | undefined {
  const stops = [`client/${request.client}`, ...request.hops.map(boxOf)].filter((id, i, all) => id !== all[i - 1]);
  const paths: Path[] = [];
  for (const [index, stop] of stops.entries()) {
    const before = stops[index - 1];
    if (before === undefined) continue;
    const path = routeBetween(scene, before, stop);
    // A stop that is gone from the picture (a Pod that was replaced meanwhile) ends the drawn way before it.
    if (!path) break;
    paths.push(path);
  }
  if (paths.length === 0) return undefined;
  const path = joined(paths);
  const there = (path.length / (particleSpeed * scene.arrangement.scale)) * 1000;
  const wait = Math.max(0, request.answeredAt - (request.hops.at(-1)?.at ?? request.sentAt));
  return { path, there, wait, duration: 2 * there + wait };
}

function boxOf(hop: TrafficHop): string {
  return hop.kind === 'pod' ? `pod/${hop.uid}` : `${hop.kind}/${hop.key}`;
}

function particleAt(request: TrafficRequest, { path, there, wait }: Journey, age: number): Particle {
  if (age <= there + wait)
    return { kind: 'request', request, ...pointAt(path, (Math.min(age, there) / there) * path.length) };
  const failed = request.status === 0 || request.status >= 400;
  const back = 1 - (age - there - wait) / there;
  return { kind: failed ? 'error' : 'answer', request, ...pointAt(path, back * path.length) };
}
