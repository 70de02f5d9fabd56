import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import type { Measure } from '../bench/measure.ts';
import { benchmarks } from '../bench/registry.ts';
import type { NodeCommand } from './command.ts';

export const bench: NodeCommand = {
  name: 'bench',
  usage: 'bench [NAME...] [--json FILE]',
  summary: `Runs the benchmarks, or those named: ${benchmarks.map(({ name }) => name).join(', ')}.`,
  async run(words) {
    const { values, positionals } = parseArgs({
      args: [...words],
      options: { json: { type: 'string' } },
      allowPositionals: true,
    });
    const unknown = positionals.filter((name) => !benchmarks.some((benchmark) => benchmark.name === name));
    if (unknown.length > 0) {
      process.stderr.write(`no benchmark ${unknown.join(', ')}\nUsage: ${bench.usage}\n${bench.summary}\n`);
      return 2;
    }
    const measures: Measure[] = [];
    for (const benchmark of benchmarks) {
      if (positionals.length > 0 && !positionals.includes(benchmark.name)) continue;
      for (const measure of await benchmark.run()) {
        measures.push(measure);
        const value = measure.value.toFixed(2).padStart(10);
        process.stdout.write(`${measure.measure.padEnd(48)} ${value} ${measure.unit}\n`);
      }
    }
    if (values.json !== undefined) {
      const entries = measures.map(({ measure, value, unit, how }) => [measure, { value, unit, how }]);
      writeFileSync(values.json, `${JSON.stringify(Object.fromEntries(entries), null, 2)}\n`);
    }
    return 0;
  },
};
