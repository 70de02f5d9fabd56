import type { TrafficRequest } from '../cluster/network/state.ts';
import type { Rect } from '../scene/geometry.ts';
import { particlesAt } from '../scene/particles.ts';
import { type Message, pulseDuration, pulsesAt } from '../scene/pulses.ts';
import { ratesAt } from '../scene/rates.ts';
import { relatedTo } from '../scene/relations.ts';
import { routeBetween } from '../scene/route.ts';
import type { Box, PodBox, Scene } from '../scene/scene.ts';
import { type Transition, transitionAt } from '../scene/transitions.ts';
import { drawEviction, drawTerminating, drawTransition } from './draw/drawChanges.ts';
import { drawFront } from './draw/drawFront.ts';
import { drawFlying, drawPods } from './draw/drawPods.ts';
import { addPath } from './draw/drawTracks.ts';
import { drawArrivals, drawArrows, drawParticles, drawPulses, drawRates } from './draw/drawTraffic.ts';
import { inWorld, isVisible, type Paint } from './draw/paint.ts';
import { write } from './draw/text.ts';
import type { StageWords } from './words.ts';

/** What there is to draw on the canvas of moving things. */
export interface MovingThings {
  scene: Scene;
  now: number;
  transitions: readonly Transition[];
  /** All Pods, while they fly from one arrangement to another. */
  flying: readonly { pod: PodBox; rect: Rect }[] | undefined;
  /** Requests that may be on their drawn way. */
  requests: readonly TrafficRequest[];
  /** The last messages of the control plane, oldest first. */
  messages: readonly Message[];
  /** False where movement is left out: then arrows and numbers. */
  particles: boolean;
  selected: Box | undefined;
  words: StageWords;
}

/** Draws all that moves. Tells whether there will be something to draw in the next frame, and whether the rest is dimmed. */
export function drawMoving(paint: Paint, things: MovingThings): { goesOn: boolean; dimmed: boolean } {
  const { context, ratio } = paint;
  const { scene, now, transitions, requests, words, selected } = things;
  context.setTransform(ratio, 0, 0, ratio, 0, 0);
  context.clearRect(0, 0, paint.width, paint.height);
  const dimmed = selected !== undefined && relates.has(selected.kind);
  const related = dimmed ? relatedTo(scene, selected.id) : undefined;
  if (related) drawRelated(paint, scene, related, words);
  else if (selected?.kind === 'pod') drawWays(paint, scene, new Set([selected.id, ...waysTo(scene, selected.id)]));

  if (things.flying) {
    drawFlying(paint, things.flying);
    return { goesOn: true, dimmed };
  }
  const terminating = scene.pods.filter((pod) => pod.facts.terminating);
  const onTheWay = new Set(transitions.map((one) => one.pod.id));
  for (const pod of terminating) if (!onTheWay.has(pod.id)) drawTerminating(paint, pod, now);

  const counting = scene.nodes.filter((node) => node.eviction && isVisible(paint, node));
  for (const node of counting) drawEviction(paint, node, scene.arrangement.gutter.y, now, words);

  const pulses = things.particles ? pulsesAt(scene, things.messages, now) : [];
  drawPulses(paint, pulses);
  const last = things.messages.at(-1);
  if (things.particles && last) drawArrivals(paint, scene, arrival(now - last.at));

  const rates = ratesAt(requests, now);
  drawRates(paint, scene, rates, words);
  if (things.particles) {
    const shown = dimmed ? requests.filter((request) => goesThrough(request, selected)) : requests;
    const { particles, standsFor } = particlesAt(scene, shown, now);
    drawParticles(paint, particles);
    if (standsFor > 1)
      write(paint, words.standsFor(standsFor), paint.width / 2, paint.height - 16, paint.width / 2, {
        size: 12,
        colour: paint.palette.textQuiet,
        align: 'center',
      });
  } else drawArrows(paint, scene, rates);

  for (const one of transitions) {
    const state = transitionAt(one, now);
    if (state) drawTransition(paint, one, state);
  }
  const goesOn =
    transitions.length + counting.length + terminating.length + requests.length + pulses.length > 0 ||
    last !== undefined;
  return { goesOn, dimmed };
}

function goesThrough(request: TrafficRequest, box: Box): boolean {
  if (box.kind === 'client') return request.client === box.client.name;
  return request.hops.some((hop) => `${hop.kind}/${hop.key}` === box.id);
}

/** Selecting one of these shows what belongs to it, and dims the rest. */
const relates: ReadonlySet<Box['kind']> = new Set(['service', 'ingress', 'client']);

/** How bright the API server's light is so long after the last message was sent. */
function arrival(age: number): number {
  const since = age - pulseDuration * 0.8;
  return since < 0 ? 0 : Math.max(0, 1 - since / 400);
}

function waysTo(scene: Scene, id: string): string[] {
  return scene.links.filter((link) => link.to === id).map((link) => link.from);
}

function drawRelated(paint: Paint, scene: Scene, related: ReadonlySet<string>, words: StageWords): void {
  drawWays(paint, scene, related);
  const within = <T extends Box>(boxes: readonly T[]): T[] => boxes.filter((box) => related.has(box.id));
  drawFront(
    paint,
    {
      ...scene,
      clients: within(scene.clients),
      ingresses: within(scene.ingresses),
      services: within(scene.services),
      headings: [],
    },
    words,
  );
  const pods: PodBox[] = within(scene.pods).filter((pod) => !pod.facts.terminating);
  drawPods(paint, pods);
}

const mostWays = 300;

function drawWays(paint: Paint, scene: Scene, related: ReadonlySet<string>): void {
  const { context, palette, camera } = paint;
  inWorld(paint, () => {
    context.beginPath();
    let drawn = 0;
    for (const link of scene.links) {
      if (drawn >= mostWays || !related.has(link.from) || !related.has(link.to)) continue;
      addPath(context, routeBetween(scene, link.from, link.to));
      drawn++;
    }
    context.strokeStyle = palette.accent;
    context.lineWidth = 1.5 / camera.k;
    context.stroke();
  });
}
