import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { parse } from 'yaml';
import { playScenario } from '../play/play.ts';
import { readScenario } from '../play/scenario.ts';
import type { NodeCommand } from './command.ts';
import { isFolderName, writeOut } from './out.ts';

export const play: NodeCommand = {
  name: 'play',
  usage: 'play SCENARIO... [--seed N] [--out FILE or FOLDER/]',
  summary: 'Plays scenarios (YAML or JSON; a recording is taken for its scenario) and writes recordings of them.',
  async run(words) {
    const { values, positionals } = parseArgs({
      args: [...words],
      options: { seed: { type: 'string', default: '1' }, out: { type: 'string' } },
      allowPositionals: true,
    });
    if (positionals.length === 0) {
      process.stderr.write(`Usage: ${play.usage}\n`);
      return 2;
    }
    const seed = Number(values.seed);
    if (!Number.isInteger(seed)) {
      process.stderr.write(`--seed must be a whole number, not ${values.seed}\n`);
      return 2;
    }
    const isFolder = isFolderName(values.out) || (positionals.length > 1 && values.out !== undefined);
    let failed = false;
    for (const file of positionals) {
      try {
        const recording = await playScenario(readScenario(parse(readFileSync(file, 'utf8'))), seed);
        const text = `${JSON.stringify(recording)}\n`;
        if (values.out === undefined) process.stdout.write(text);
        else writeOut(isFolder ? path.join(values.out, `${path.parse(file).name}.json`) : values.out, text);
      } catch (error) {
        failed = true;
        process.stderr.write(`${file}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
      }
    }
    return failed ? 1 : 0;
  },
};
