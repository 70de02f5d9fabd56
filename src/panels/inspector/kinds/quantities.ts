import { effectiveRequests } from '../../../api/effective.ts';
import type { Pod } from '../../../api/objects.ts';
import { toBytes, toMillicores } from '../../../api/quantity.ts';

const gibibyte = 1024 ** 3;

export const cores = (quantity: string): number => toMillicores(quantity) / 1000;
export const gibibytes = (quantity: string): number => toBytes(quantity) / gibibyte;

/** What Pods ask for together, as the scheduler counts it: cores and gibibytes. */
export function requestsOf(pods: readonly Pod[]): { cpu: number; memory: number } {
  let [cpu, memory] = [0, 0];
  for (const pod of pods) {
    const requests = effectiveRequests(pod);
    cpu += requests.milliCPU / 1000;
    memory += requests.memory / gibibyte;
  }
  return { cpu, memory };
}
