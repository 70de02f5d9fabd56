import { bundle, runChild } from './child.ts';
import type { Benchmark, Measure } from './measure.ts';

const ours = new URL('./rollout.child.ts', import.meta.url);
const theirs = new URL('./webernetes.child.ts', import.meta.url);
const how =
  'a Deployment from nothing to all Ready, in a Node process of its own; process.cpuUsage, heap after a collection';

/** CPU time and heap for a Deployment of 30, 300 and 3,000 Pods; at 30 and 300 beside @ngrok/webernetes. */
export const rollout: Benchmark = {
  name: 'rollout',
  async run() {
    const measures: Measure[] = [];
    const [oursBundle, theirsBundle] = [await bundle(ours), await bundle(theirs)];
    for (const pods of [30, 300, 3000]) {
      const result = runChild(oursBundle, String(pods));
      measures.push(...figures(`rollout of ${pods} Pods`, pods, result.cpuSeconds, result.heapMegabytes));
    }
    for (const pods of [30, 300]) {
      const result = runChild(theirsBundle, String(pods));
      measures.push(...figures(`@ngrok/webernetes, ${pods} Pods`, pods, result.cpuSeconds, result.heapMegabytes));
    }
    return measures;
  },
};

function figures(measure: string, pods: number, cpuSeconds: number, heapMegabytes: number): Measure[] {
  return [
    { measure: `${measure}: CPU`, value: cpuSeconds, unit: 's', how },
    { measure: `${measure}: CPU for each Pod`, value: (1000 * cpuSeconds) / pods, unit: 'ms', how },
    { measure: `${measure}: heap`, value: heapMegabytes, unit: 'MB', how },
  ];
}
