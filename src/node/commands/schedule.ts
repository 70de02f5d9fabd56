import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { parse } from 'yaml';
import type { SchedulingCase } from '../schedule/case.ts';
import { decideCase } from '../schedule/decide.ts';
import type { NodeCommand } from './command.ts';
import { isFolderName, writeOut } from './out.ts';

export const schedule: NodeCommand = {
  name: 'schedule',
  usage: 'schedule CASES... [--seed N] [--out FILE or FOLDER/]',
  summary: 'Decides scheduling cases (lists in JSON or YAML) and writes them with their outcomes.',
  async run(words) {
    const { values, positionals } = parseArgs({
      args: [...words],
      options: { seed: { type: 'string', default: '1' }, out: { type: 'string' } },
      allowPositionals: true,
    });
    const seed = Number(values.seed);
    if (positionals.length === 0 || !Number.isInteger(seed)) {
      process.stderr.write(`Usage: ${schedule.usage}\n`);
      return 2;
    }
    const isFolder = isFolderName(values.out) || (positionals.length > 1 && values.out !== undefined);
    let failed = false;
    for (const file of positionals) {
      const lines: string[] = [];
      for (const one of read(file)) {
        try {
          lines.push(JSON.stringify({ ...one, outcome: decideCase(one, seed) }));
        } catch (error) {
          failed = true;
          process.stderr.write(`${file}: ${one.name}: ${error instanceof Error ? error.stack : String(error)}\n`);
        }
      }
      const text = `[\n${lines.join(',\n')}\n]\n`;
      if (values.out === undefined) process.stdout.write(text);
      else writeOut(isFolder ? path.join(values.out, `${path.parse(file).name}.json`) : values.out, text);
    }
    return failed ? 1 : 0;
  },
};

/** The cases of a file; one case may stand alone. */
function read(file: string): SchedulingCase[] {
  const text = readFileSync(file, 'utf8');
  const cases: SchedulingCase | SchedulingCase[] = file.endsWith('.json') ? JSON.parse(text) : parse(text);
  return Array.isArray(cases) ? cases : [cases];
}
