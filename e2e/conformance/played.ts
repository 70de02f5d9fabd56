import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { playScenario } from '../../src/node/play/play.ts';
import { readScenario } from '../../src/node/play/scenario.ts';
import { compare } from './compare.ts';
import type { Recorded } from './recording.ts';

/** A recording is one draw of the real cluster's chance (a retry after 10 to 15 seconds, say): one of ours must be it. */
const seeds = [1, 2, 3, 4, 5];

const read = (file: string) => JSON.parse(readFileSync(`e2e/conformance/${file}`, 'utf8'));

/**
 * Plays every recording of a folder and compares. Those that differ today stand in `differs/FOLDER.json` with the
 * reason; that list only shrinks: one that has become the same fails until it is taken off.
 */
export function testRecordings(folder: string): void {
  const unstable: Record<string, string[]> = read(`recordings/${folder}/unstable.json`);
  const differs: Record<string, string> = read(`differs/${folder}.json`);
  // Without those that depend on the recording machine.
  const recordings = readdirSync(`e2e/conformance/recordings/${folder}`)
    .filter((file) => file !== 'unstable.json')
    .map((file): [string, Recorded] => [file.replace(/\.json$/, ''), read(`recordings/${folder}/${file}`)])
    .filter(([, recorded]) => !recorded.scenario.reference);

  const check = async (name: string, recorded: Recorded): Promise<string> => {
    let verdict = '';
    for (const seed of seeds) {
      verdict = await checkWith(seed, name, recorded);
      if (verdict === 'same') return verdict;
    }
    return verdict;
  };

  const checkWith = async (seed: number, name: string, recorded: Recorded): Promise<string> => {
    try {
      const simulated = (await playScenario(readScenario(recorded), seed)) as unknown as Recorded;
      const { pass, differences } = compare(recorded, simulated, unstable[name]);
      if (pass) return 'same';
      const [first] = differences;
      return `${first?.part} ${first?.key}\n  recorded  ${JSON.stringify(first?.recorded)}\n  simulated ${JSON.stringify(first?.simulated)}`;
    } catch (error) {
      return `cannot be played: ${error instanceof Error ? error.message : String(error)}`;
    }
  };

  describe(`recordings/${folder}`, () => {
    it.each(recordings.filter(([name]) => !(name in differs)))('%s is the same', async (name, recorded) => {
      expect(await check(name, recorded)).toBe('same');
    });

    it.each(recordings.filter(([name]) => name in differs))(
      '%s differs still; once it does not, take it off the list',
      async (name, recorded) => {
        expect(await check(name, recorded)).not.toBe('same');
      },
    );

    it('lists no recording that is not there', () => {
      const names = recordings.map(([name]) => name);
      expect(Object.keys(differs).filter((name) => !names.includes(name))).toEqual([]);
    });
  });
}
