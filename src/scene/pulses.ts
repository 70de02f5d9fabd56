import type { Point } from './geometry.ts';
import { type Path, pointAt } from './path.ts';
import { wireToApiServer } from './route.ts';
import type { Scene } from './scene.ts';

/** A write as it reached the API server; what the store keeps of the watch's causes. */
export interface Message {
  /** Virtual milliseconds. */
  at: number;
  actor: string;
  resource: string;
  key: string;
  uid: string;
}

/** How long a message is seen on its wire, in virtual milliseconds, and how long its tail is, as a share of that. */
export const pulseDuration = 600;
const tail = 0.22;
/** At most so many are drawn, the latest. */
export const mostPulses = 80;

/** A message on its wire: a short piece of the wire, from its tail to its head. */
export interface Pulse {
  message: Message;
  points: Point[];
}

/** The box from which an actor speaks; undefined where it is not on the stage, or is the API server itself. */
export function boxOfActor(actor: string): string | undefined {
  if (actor.startsWith('kubelet/')) return `node/${actor.slice('kubelet/'.length)}`;
  if (actor === 'kube-apiserver' || actor.includes('ingress-controller')) return undefined;
  if (actor.includes('scheduler')) return 'part/scheduler';
  return people.test(actor) ? 'part/kubectl' : 'part/controllerManager';
}

/** Who writes from outside: kubectl and the page's own clients. All others are controllers. */
const people = /^(kubectl|podarium|client|user|tank)/;

/** The messages on their wires at the instant `now`; given oldest first. */
export function pulsesAt(scene: Scene, messages: readonly Message[], now: number): Pulse[] {
  const pulses: Pulse[] = [];
  const seen = new Set<string>();
  for (let index = messages.length - 1; index >= 0 && pulses.length < mostPulses; index--) {
    const message = messages[index];
    if (!message || message.at <= now - pulseDuration) break;
    if (message.at > now) continue;
    const from = boxOfActor(message.actor);
    if (from === undefined) continue;
    // One actor's messages of the same instant lie upon each other: one is enough.
    const same = `${from} ${message.at}`;
    if (seen.has(same)) continue;
    seen.add(same);
    const wire = wireToApiServer(scene, from);
    if (wire) pulses.push({ message, points: pieceOf(wire, (now - message.at) / pulseDuration) });
  }
  return pulses;
}

function pieceOf(wire: Path, share: number): Point[] {
  const head = Math.min(1, share * (1 + tail)) * wire.length;
  const end = Math.max(0, share * (1 + tail) - tail) * wire.length;
  const points = [pointAt(wire, end)];
  for (const [index, distance] of wire.distances.entries()) {
    const point = wire.points[index];
    if (point && distance > end && distance < head) points.push(point);
  }
  points.push(pointAt(wire, head));
  return points;
}
