import { bundle, runChild } from './child.ts';
import type { Benchmark } from './measure.ts';

const script = new URL('./scale.child.ts', import.meta.url);
const nodes = 1000;
const pods = 30_000;

/** CPU time and heap for a full cluster of 1,000 nodes from nothing to all Ready, and for the failure of one of its nodes. */
export const scale: Benchmark = {
  name: 'scale',
  async run() {
    const result = runChild(await bundle(script), String(nodes), String(pods));
    const what = `${nodes} nodes, ${pods} Pods`;
    const how =
      '300 Deployments of 100 without probes, in a Node process of its own; process.cpuUsage, heap after a collection when all are Ready';
    const failing = 'power of one node cut, 400 virtual seconds and until all are Ready again; process.cpuUsage';
    return [
      { measure: `${what}: CPU`, value: result.cpuSeconds, unit: 's', how },
      { measure: `${what}: CPU for each Pod`, value: (1000 * result.cpuSeconds) / pods, unit: 'ms', how },
      { measure: `${what}: heap`, value: result.heapMegabytes, unit: 'MB', how },
      { measure: `${what}: a node fails, CPU`, value: result.failureCpuSeconds ?? Number.NaN, unit: 's', how: failing },
    ];
  },
};
