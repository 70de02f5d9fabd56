import { bundle, runChild } from './child.ts';
import type { Benchmark, Measure } from './measure.ts';

const script = new URL('./schedule.child.ts', import.meta.url);

const sizes = [
  { nodes: 100, pods: 3000 },
  { nodes: 5000, pods: 30_000 },
];
const kinds = ['plain', 'spread'] as const;
const words = { plain: 'plain Pods', spread: 'Pods with zone spreading and anti-affinity' };

/** Decisions of the scheduler in a CPU second, from no Pod on any node until all are bound. */
export const schedule: Benchmark = {
  name: 'schedule',
  async run() {
    const measures: Measure[] = [];
    const path = await bundle(script);
    for (const { nodes, pods } of sizes) {
      for (const kind of kinds) {
        const {
          cpuSeconds,
          heapMegabytes,
          decisions = 0,
          attemptMegabytes = 0,
        } = runChild(path, String(nodes), String(pods), kind);
        const name = `${nodes} nodes, ${pods} ${words[kind]}`;
        const how = `${pods} pending Pods (of 100 to a label) and ${nodes} empty nodes in 3 zones; scheduler, bindings and Events in a Node process of its own; process.cpuUsage, heap after a collection`;
        measures.push(
          { measure: `${name}: decisions`, value: decisions / cpuSeconds, unit: '1/CPU s', how },
          { measure: `${name}: heap`, value: heapMegabytes, unit: 'MB', how },
          { measure: `${name}: attempts as JSON`, value: attemptMegabytes, unit: 'MB', how },
        );
      }
    }
    return measures;
  },
};
