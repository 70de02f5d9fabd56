/**
 * How much of each set is the same: `npx tsx e2e/conformance/api/report.ts [SET] [TEXT IN THE NAME]`. With a text, what
 * differs is shown in full.
 */
import { isDeepStrictEqual } from 'node:util';
import { sets } from './sets.ts';

const [only, filter] = process.argv.slice(2);

for (const [set, cases] of Object.entries(sets)) {
  if (only && only !== set) continue;
  const chosen = cases.filter(({ name }) => !filter || name.includes(filter));
  const differing: string[] = [];
  for (const { name, expected, answer } of chosen) {
    const [wanted, got] = [expected(), await answer()];
    if (isDeepStrictEqual(got, wanted)) continue;
    differing.push(name);
    if (filter) console.log(name, JSON.stringify({ wanted, got: got instanceof Error ? got.stack : got }, null, 1));
  }
  const same = chosen.length - differing.length;
  console.log(`${set}: ${same} of ${chosen.length} (${((100 * same) / chosen.length).toFixed(1)} %)`);
  for (const name of differing) console.log(`  ${name}`);
}
