import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const recordings = join(import.meta.dirname, '../recordings/api');

/** One recorded case of a set, and how to ask the simulator the same. */
export interface ConformanceSet<T extends { name: string }> {
  cases: T[];
  expected(one: T): unknown;
  answer(one: T): Promise<unknown> | unknown;
}

export const readRecording = <T>(name: string): T =>
  JSON.parse(readFileSync(join(recordings, `${name}.json`), 'utf8')) as T;

/** The cases of a set that differ today, with why; the list is exact, and only shrinks. */
export const readDiffering = (name: string): Record<string, string> =>
  JSON.parse(readFileSync(join(import.meta.dirname, `../differs/${name}.json`), 'utf8')) as Record<string, string>;
