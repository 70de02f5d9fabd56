import { between, type Rect } from './geometry.ts';
import type { PodBox, Scene } from './scene.ts';

/** Milliseconds of virtual time that a change is shown for. */
export const durations = { enter: 220, leave: 180, move: 420, restart: 900 } as const;
/** Shorter than this on the wall's clock, a change is a cut. */
export const shortestShown = 60;
/** No more changes than this are under way at once: beyond, single ones cannot be followed, and they are cuts. */
export const mostTransitions = 80;

/** A Pod on its way into, out of, or across the picture, or restarting in its place. */
export interface Transition {
  kind: keyof typeof durations;
  pod: PodBox;
  /** Where it comes from; its own place but for moves. */
  from: Rect;
  /** Virtual milliseconds. */
  start: number;
}

/** How a transition is drawn at an instant. */
export interface TransitionState {
  rect: Rect;
  opacity: number;
  /** 0 to 1, eased. */
  progress: number;
}

/**
 * What changed from one scene to the next, as transitions that begin at `now`. A new Pod comes from who made it or gave
 * it its place. More than `mostTransitions` changes at once are cuts.
 */
export function transitionsBetween(before: Scene, after: Scene, now: number): Transition[] {
  const transitions: Transition[] = [];
  const add = (kind: Transition['kind'], pod: PodBox, from: Rect): void => {
    transitions.push({ kind, pod, from, start: now });
  };
  for (const pod of after.pods) {
    const old = before.boxes.get(pod.id);
    if (old?.kind !== 'pod') {
      const maker = makerOf(after, pod);
      if (maker) add('move', pod, doorOf(maker, pod));
      else add('enter', pod, pod);
    } else if (old.x !== pod.x || old.y !== pod.y) add('move', pod, old);
    else if (pod.facts.restarts > old.facts.restarts) add('restart', pod, pod);
  }
  for (const old of before.pods) if (!after.boxes.has(old.id)) add('leave', old, old);
  return transitions.length > mostTransitions ? [] : transitions;
}

/** Whether changes are shown at all at a speed of the clock (virtual seconds in a second). */
export function isCut(kind: Transition['kind'], speed: number): boolean {
  return durations[kind] / speed < shortestShown;
}

/** The transition at an instant; undefined once it is over, or where the instant lies before it. */
export function transitionAt(transition: Transition, now: number): TransitionState | undefined {
  const share = (now - transition.start) / durations[transition.kind];
  if (share < 0 || share >= 1) return undefined;
  const progress = 1 - (1 - share) ** 3;
  const { kind, pod, from } = transition;
  if (kind === 'leave') return { rect: pod, opacity: 1 - progress, progress };
  if (kind === 'enter') return { rect: shrunk(pod, 0.08 * (1 - progress)), opacity: progress, progress };
  if (kind === 'move') return { rect: between(from, pod, progress), opacity: 0.4 + 0.6 * progress, progress };
  return { rect: pod, opacity: 1, progress };
}

/** The rectangle, smaller by a share on all sides. */
export function shrunk(rect: Rect, share: number): Rect {
  const x = rect.width * share;
  const y = rect.height * share;
  return { x: rect.x + x, y: rect.y + y, width: rect.width - 2 * x, height: rect.height - 2 * y };
}

/**
 * Where a new Pod comes from: its owner, where that is on the stage; else who gave it its place: the scheduler, and for
 * one that waits for a node the controller that made it, or the client that did.
 */
function makerOf({ owners, boxes }: Scene, pod: PodBox): Rect | undefined {
  if (owners) return owners.boxes.find((owner) => owner.pods.includes(pod));
  if (pod.node !== undefined) return boxes.get('part/scheduler');
  return boxes.get(pod.facts.owner ? 'part/controllerManager' : 'part/kubectl');
}

function doorOf(maker: Rect, pod: Rect): Rect {
  return {
    x: maker.x + maker.width / 2 - pod.width / 2,
    y: maker.y + maker.height - pod.height / 2,
    width: pod.width,
    height: pod.height,
  };
}

/**
 * How much of a Pod that is being deleted is left of its grace period at `now`: 1 to 0. Undefined where it is not
 * being deleted.
 */
export function graceLeft(pod: PodBox, now: number): { share: number; seconds: number } | undefined {
  const terminating = pod.facts.terminating;
  if (!terminating) return undefined;
  const left = Math.max(0, terminating.until - now);
  return {
    share: terminating.grace === 0 ? 0 : Math.min(1, left / terminating.grace),
    seconds: Math.ceil(left / 1000),
  };
}
