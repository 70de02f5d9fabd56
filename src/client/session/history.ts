import { fork } from '../../cluster/world/serialize.ts';
import type { World } from '../../cluster/world/world.ts';
import type { DoneCommand } from './command.ts';

/** The world at an instant, kept to go back to; `commands` had been done by then. */
export interface Checkpoint {
  world: World;
  commands: number;
}

/** What a session remembers of its past: enough to compute any instant of it again. */
export interface History {
  commands: DoneCommand[];
  /** Oldest first; the first is the beginning and always kept. */
  checkpoints: Checkpoint[];
}

/** How many checkpoints are kept; beyond it the past keeps every second one, so that gaps grow with age. */
const keptCheckpoints = 48;

/** Begins a history at a world, which it copies. */
export function createHistory(world: World): History {
  return { commands: [], checkpoints: [{ world: fork(world), commands: 0 }] };
}

/**
 * Whether enough has happened since the last checkpoint for a new one to pay: seeking costs the events since then, a
 * checkpoint costs about one event's work for each twenty objects.
 */
export function isCheckpointDue(history: History, world: World): boolean {
  const last = history.checkpoints.at(-1)?.world;
  let objects = 0;
  for (const kind of world.store.objects.values()) objects += kind.size;
  return !last || world.steps - last.steps >= Math.max(250, objects / 2);
}

/** Adds a checkpoint of the present. */
export function addCheckpoint(history: History, world: World): void {
  history.checkpoints.push({ world: fork(world), commands: history.commands.length });
  if (history.checkpoints.length <= keptCheckpoints) return;
  const [first, ...rest] = history.checkpoints;
  const half = Math.floor(rest.length / 2);
  const older = rest.slice(0, half).filter((_checkpoint, index) => index % 2 === 1);
  history.checkpoints = first ? [first, ...older, ...rest.slice(half)] : rest;
}

/** Forgets all that was done after an instant: from here on another future is made. */
export function forgetAfter(history: History, steps: number, commands: number): void {
  history.commands.length = commands;
  history.checkpoints = history.checkpoints.filter(
    (checkpoint, index) => index === 0 || (checkpoint.world.steps <= steps && checkpoint.commands <= commands),
  );
}
