import type { ChildResult } from './child.ts';

/** The processor time, wall time and heap of this process since the call; the heap after a collection. */
export function measureSince(): () => ChildResult {
  const cpu = process.cpuUsage();
  const wall = performance.now();
  return () => {
    const { user, system } = process.cpuUsage(cpu);
    const wallSeconds = (performance.now() - wall) / 1000;
    globalThis.gc?.();
    return {
      cpuSeconds: (user + system) / 1e6,
      wallSeconds,
      heapMegabytes: process.memoryUsage().heapUsed / 2 ** 20,
    };
  };
}
