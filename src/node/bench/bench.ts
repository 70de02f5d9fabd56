import { writeFileSync } from 'node:fs';
import type { Measure } from './measure.ts';
import { benchmarks } from './registry.ts';

/** `podarium bench [NAME...] [--json FILE]`: runs the named benchmarks, or all; a table, and the figures as JSON. Returns the exit code. */
export async function bench(words: readonly string[]): Promise<number> {
  const at = words.indexOf('--json');
  const file = at >= 0 ? words[at + 1] : undefined;
  const names = words.filter((_word, index) => at < 0 || (index !== at && index !== at + 1));
  const unknown = names.filter((name) => !benchmarks.some((benchmark) => benchmark.name === name));
  if (unknown.length > 0) {
    console.error(`no benchmark ${unknown.join(', ')}; there are: ${benchmarks.map(({ name }) => name).join(', ')}`);
    return 1;
  }
  const measures: Measure[] = [];
  for (const benchmark of benchmarks) {
    if (names.length > 0 && !names.includes(benchmark.name)) continue;
    for (const measure of await benchmark.run()) {
      measures.push(measure);
      console.log(`${measure.measure.padEnd(48)} ${measure.value.toFixed(2).padStart(10)} ${measure.unit}`);
    }
  }
  if (file) {
    const entries = measures.map(({ measure, value, unit, how }) => [measure, { value, unit, how }]);
    writeFileSync(file, `${JSON.stringify(Object.fromEntries(entries), null, 2)}\n`);
  }
  return 0;
}
