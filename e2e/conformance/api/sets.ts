import { defaulting } from './defaulting.ts';
import { patches } from './patches.ts';
import type { ConformanceSet } from './set.ts';
import { tables } from './tables.ts';
import { validation } from './validation.ts';

/** A case of any set, and how to compare it. */
export interface AnyCase {
  name: string;
  expected(): unknown;
  /** What the simulator says; its error where it breaks, which is no answer that was recorded. */
  answer(): Promise<unknown>;
}

const casesOf = <T extends { name: string }>({ cases, expected, answer }: ConformanceSet<T>): AnyCase[] =>
  cases.map((one) => ({
    name: one.name,
    expected: () => expected(one),
    async answer() {
      try {
        return await answer(one);
      } catch (error) {
        return error;
      }
    },
  }));

export const sets: Record<string, AnyCase[]> = {
  defaulting: casesOf(defaulting),
  patches: casesOf(patches),
  tables: casesOf(tables),
  validation: casesOf(validation),
};
