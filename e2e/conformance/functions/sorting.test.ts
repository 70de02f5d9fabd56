import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Pod, Stored } from '../../../src/api/objects.ts';
import { fromTimestamp } from '../../../src/api/time.ts';
import { byActivity, byLogging, inOrderOfDeletion } from '../../../src/cluster/controllers/podorder.ts';

interface SortingCase {
  name: string;
  in: { fn: string; now?: string; pods: Stored<Pod>[]; otherPodsOfTheSameOwner?: Stored<Pod>[] };
  out: string[];
}

const cases: SortingCase[] = JSON.parse(
  readFileSync(new URL('../recordings/functions/sorting.json', import.meta.url), 'utf8'),
);

function sorted({ fn, now = '2026-03-01T12:00:00Z', pods, otherPodsOfTheSameOwner = [] }: SortingCase['in']) {
  if (fn === 'ByLogging') return byLogging(pods);
  if (fn === 'ActivePods') return byActivity(pods);
  return inOrderOfDeletion(pods, [...pods, ...otherPodsOfTheSameOwner], fromTimestamp(now));
}

describe('which Pod goes first, as recorded', () => {
  it.each(cases)('$in.fn: $name', ({ in: input, out }) => {
    expect(sorted(input).map((pod) => pod.metadata.name)).toEqual(out);
  });
});
