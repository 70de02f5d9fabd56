import type { ClusterClient } from '../client.ts';
import { createWorkerClient, type WorkerLike } from './workerClient.ts';

/** The simulated cluster of a scenario, in a Web Worker of this page. */
export function connectToSimulator(scenario: string, seed: number): ClusterClient {
  return createWorkerClient({
    scenario,
    seed,
    createWorker: () => new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' }) as WorkerLike,
  });
}
