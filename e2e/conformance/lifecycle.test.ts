import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { playScenario } from '../../src/node/play/play.ts';
import { readScenario } from '../../src/node/play/scenario.ts';
import { compare } from './compare.ts';
import type { Recorded } from './recording.ts';

const folder = 'e2e/conformance/recordings/lifecycle';
const read = (file: string) => JSON.parse(readFileSync(file, 'utf8'));
const unstable: Record<string, string[]> = read(`${folder}/unstable.json`);
/** Those that differ today, and why. The list only shrinks. */
const differs: Record<string, string> = read('e2e/conformance/differs.json');

/** Without those that depend on the recording machine (`reference`). */
const names = readdirSync(folder)
  .filter((file) => file !== 'unstable.json' && !read(`${folder}/${file}`).scenario.reference)
  .map((file) => file.replace(/\.json$/, ''));

async function check(name: string): Promise<string> {
  const recorded: Recorded = read(`${folder}/${name}.json`);
  try {
    const simulated = (await playScenario(readScenario(recorded))) as unknown as Recorded;
    const { pass, differences } = compare(recorded, simulated, unstable[name]);
    if (pass) return 'same';
    const [first] = differences;
    return `${first?.part} ${first?.key}\n  recorded  ${JSON.stringify(first?.recorded)}\n  simulated ${JSON.stringify(first?.simulated)}`;
  } catch (error) {
    return `cannot be played: ${error instanceof Error ? error.message : String(error)}`;
  }
}

describe('what a real node did', () => {
  it.each(names.filter((name) => !(name in differs)))('%s is the same', async (name) => {
    expect(await check(name)).toBe('same');
  });

  it.each(Object.keys(differs))('%s differs still; once it does not, take it off differs.json', async (name) => {
    expect(await check(name)).not.toBe('same');
  });

  it('lists no recording that is not there', () => {
    expect(Object.keys(differs).filter((name) => !names.includes(name))).toEqual([]);
  });
});
