import type { Milliseconds } from '../world/queue.ts';
import type { Container } from './state.ts';

/** Processor time is told as the mean over this. Source: metrics-server's --metric-resolution. */
export const usagePeriod: Milliseconds = 15_000;

/** Memory of a shell or another small program, in bytes. */
export const smallProgram = 600 * 1024;

/** A container has used so much processor time, in milliseconds of one core. */
export function noteWork(container: Container, now: Milliseconds, used: Milliseconds): void {
  const period = Math.floor(now / usagePeriod);
  const { work } = container;
  if (work?.period === period) work.used += used;
  else container.work = { period, used, before: work?.period === period - 1 ? work.used : 0 };
}

/** Processor time that a container used in the last whole period. */
export function workBefore({ work }: Container, now: Milliseconds): Milliseconds {
  const period = Math.floor(now / usagePeriod);
  if (work?.period === period) return work.before;
  return work?.period === period - 1 ? work.used : 0;
}
