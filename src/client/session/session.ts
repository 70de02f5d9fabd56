import { isDryRun } from '../../cluster/apiserver/apiserver.ts';
import type { ApiRequest } from '../../cluster/apiserver/request.ts';
import { laterParts } from '../../cluster/later/later.ts';
import { nextEventAt, runOneEvent, runUntil } from '../../cluster/simulation.ts';
import { fork } from '../../cluster/world/serialize.ts';
import type { World } from '../../cluster/world/world.ts';
import type { Command } from './command.ts';
import {
  addCheckpoint,
  type Checkpoint,
  createHistory,
  forgetAfter,
  type History,
  isCheckpointDue,
} from './history.ts';
import { type Outcome, perform } from './perform.ts';
import { reached } from './reached.ts';

/** A simulated cluster with a past: the present world, and what is needed to compute any earlier instant again. */
export interface Session {
  world: World;
  history: History;
  /** How many commands of the history have been done in the present world; fewer than all after going back. */
  done: number;
  /** The latest instant that was reached. */
  latest: number;
  /** Raised whenever the present was replaced by another instant: what clients know of it is void then. */
  jumps: number;
}

export function createSession(world: World): Session {
  return { world, history: createHistory(world), done: 0, latest: world.now, jumps: 0 };
}

/** A command cannot be done, and nothing has been: the cluster is as it was. */
export class CommandRefused extends Error {}

/** Does a command now; throws `CommandRefused` for an action that cannot be done, `Unreachable` where the API server is stopped. After having gone back, what was once done later is forgotten, unless the call only reads. */
export function command(session: Session, order: Command): Outcome {
  const { history } = session;
  const world = order.kind === 'act' ? session.world : reached(session);
  if (order.kind === 'request' && isReading(order.request)) return perform(world, order, session.done);
  const refused = order.kind === 'act' ? laterParts('an action').actions.refusedAction(world, order.action) : undefined;
  if (refused !== undefined) throw new CommandRefused(refused);
  forgetAfter(history, world.steps, session.done);
  history.commands.push({ at: world.now, steps: world.steps, command: order });
  session.done = history.commands.length;
  session.latest = world.now;
  return perform(world, order, session.done);
}

function isReading(request: ApiRequest): boolean {
  return request.verb === 'get' || request.verb === 'list' || isDryRun(request);
}

/** Events between two looks at whether a checkpoint is due. */
const eventsAtOnce = 250;

/**
 * Runs on to `time`; on a stretch that was lived before, what was done in it is done again. With `budget` it may stop
 * early, after so many events. Returns how many ran.
 */
export function advance(session: Session, time: number, budget = Number.POSITIVE_INFINITY): number {
  let ran = 0;
  for (;;) {
    const next = session.history.commands[session.done];
    if (!next || next.at > time) break;
    while (session.world.steps < next.steps) {
      if (ran >= budget) return ran;
      runOneEvent(session.world);
      ran++;
    }
    session.world.now = next.at;
    session.done++;
    perform(session.world, next.command, session.done);
  }
  for (let chunk = eventsAtOnce; chunk === eventsAtOnce && ran < budget; ran += chunk) {
    chunk = runUntil(session.world, time, Math.min(eventsAtOnce, budget - ran));
    session.latest = Math.max(session.latest, session.world.now);
    keepCheckpoint(session);
  }
  return ran;
}

/** Runs one event, or does the command that was once done before it. False where nothing is due. */
export function stepEvent(session: Session): boolean {
  const next = session.history.commands[session.done];
  if (next && session.world.steps >= next.steps) {
    session.world.now = next.at;
    session.done++;
    perform(session.world, next.command, session.done);
    return true;
  }
  const ran = runOneEvent(session.world);
  session.latest = Math.max(session.latest, session.world.now);
  keepCheckpoint(session);
  return ran;
}

/** The most events that a step to the next change may take: a cluster in which nothing changes is not run for ever. */
const longestStep = 200_000;

/** Runs until an object has changed that a person would care for: heartbeats and Events are not that. */
export function stepChange(session: Session): void {
  const before = session.world.store.revision;
  for (let steps = 0; steps < longestStep && stepEvent(session); steps++) {
    if (hasNotableChange(session.world, before)) return;
  }
}

function hasNotableChange(world: World, since: number): boolean {
  for (let index = world.store.log.length - 1; index >= 0; index--) {
    const change = world.store.log[index];
    if (!change || change.revision <= since) return false;
    if (change.resource !== 'leases' && change.resource !== 'events') return true;
  }
  return false;
}

/** Goes to an instant, back or forward: what was lived before is computed again from the last checkpoint before it. */
export function seek(session: Session, time: number): void {
  const start = session.history.checkpoints[0]?.world.now ?? session.world.now;
  const target = Math.max(start, time);
  const nearest = session.history.checkpoints.findLast(({ world }) => world.now <= target);
  if (nearest && (target < session.world.now || nearest.world.steps > session.world.steps)) restore(session, nearest);
  advance(session, target);
}

/** Goes back to just before the last notable change, or to the beginning where there was none. */
export function stepBack(session: Session): void {
  const end = { steps: session.world.steps, done: session.done };
  for (let checkpoint = session.history.checkpoints.length - 1; checkpoint >= 0; checkpoint--) {
    const from = session.history.checkpoints[checkpoint];
    if (!from || from.world.steps > end.steps || from.commands > end.done) continue;
    const before = lastNotableStep(session, from, end);
    if (!before && checkpoint > 0) continue;
    restore(session, from);
    while (before && (session.world.steps < before.steps || session.done < before.done)) stepEvent(session);
    return;
  }
}

interface Instant {
  steps: number;
  done: number;
}

/** The instant just before the last notable change in a stretch of the past, found by living it once more in a copy. */
function lastNotableStep(session: Session, from: Checkpoint, end: Instant): Instant | undefined {
  const copy: Session = { ...session, history: { ...session.history, checkpoints: [...session.history.checkpoints] } };
  restore(copy, from);
  let found: Instant | undefined;
  while (copy.world.steps < end.steps || copy.done < end.done) {
    const instant = { steps: copy.world.steps, done: copy.done };
    const revision = copy.world.store.revision;
    if (!stepEvent(copy)) break;
    if (hasNotableChange(copy.world, revision)) found = instant;
  }
  return found;
}

/**
 * After an event was broken off by an error: back to the last checkpoint, so that no half-done event stays. Running on
 * lives again what was lived since.
 */
export function recover(session: Session): void {
  const last = session.history.checkpoints.at(-1);
  if (last) restore(session, last);
}

function restore(session: Session, checkpoint: Checkpoint): void {
  session.world = fork(checkpoint.world);
  session.done = checkpoint.commands;
  session.jumps++;
}

function keepCheckpoint(session: Session): void {
  const last = session.history.checkpoints.at(-1);
  if (last && session.world.steps > last.world.steps && isCheckpointDue(session.history, session.world))
    addCheckpoint(session.history, session.world);
}

/** When something is due next: an event, or a command of the past that is lived again. */
export function nextDueAt(session: Session): number | undefined {
  const event = nextEventAt(session.world);
  const again = session.history.commands[session.done]?.at;
  return again === undefined ? event : Math.min(again, event ?? again);
}
