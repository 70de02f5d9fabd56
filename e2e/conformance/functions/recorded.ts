import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

/** One recorded call: what went in, and what Kubernetes 1.36 made of it. */
export interface Case<In, Out> {
  name: string;
  in: In;
  out: Out;
}

export function readCases<In, Out>(file: string): Case<In, Out>[] {
  return JSON.parse(readFileSync(join(import.meta.dirname, '../recordings/functions', file), 'utf8')) as Case<
    In,
    Out
  >[];
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, inner]) => inner !== undefined)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, inner]) => [key, sorted(inner)]),
  );
}

/**
 * A test for each case. Those in `differing` are known to differ, for the reason given; the list is held to be exact,
 * so one that comes to agree fails until it is taken off.
 */
export function testCases<In, Out>(
  cases: readonly Case<In, Out>[],
  run: (input: In) => unknown,
  differing: Record<string, string> = {},
): void {
  test('every case that is listed as differing was recorded', () => {
    const names = new Set(cases.map((recorded) => recorded.name));
    expect(Object.keys(differing).filter((name) => !names.has(name))).toEqual([]);
  });
  for (const recorded of cases) {
    const reason = differing[recorded.name];
    test(reason ? `${recorded.name} (differs: ${reason})` : recorded.name, () => {
      const actual = sorted(run(recorded.in));
      if (reason) expect(actual).not.toEqual(sorted(recorded.out));
      else expect(actual).toEqual(sorted(recorded.out));
    });
  }
}
