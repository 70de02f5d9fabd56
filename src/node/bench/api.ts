import { bundle, runChild } from './child.ts';
import type { Benchmark } from './measure.ts';

const pods = 10_000;
const how = `calls from outside (strict, validated, admitted) at ${pods} Pods, in a Node process of its own; process.cpuUsage`;

const names: Record<string, string> = {
  fill: `create the first ${pods} Pods`,
  create: 'create a Pod',
  patch: 'strategic merge patch of a Pod',
  apply: 'server-side apply of a Pod',
  list: 'list all Pods',
  selected: 'list by a label selector',
  page: 'list 500 of them',
};

/** What the API server does in a second of CPU at 10,000 Pods. */
export const api: Benchmark = {
  name: 'api',
  async run() {
    const result = runChild(await bundle(new URL('./api.child.ts', import.meta.url)), String(pods));
    return Object.entries(names).map(([key, measure]) => ({
      measure,
      value: result[key] ?? Number.NaN,
      unit: 'calls a CPU second',
      how,
    }));
  },
};
