import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Taint, Toleration } from '../../../src/api/objects.ts';
import { secondsUntilEviction, tolerates, untoleratedTaint } from '../../../src/cluster/scheduler/tolerations.ts';

interface TolerationCase {
  name: string;
  in: {
    fn: string;
    taint: Taint;
    toleration: Toleration;
    taints: Taint[];
    tolerations: Toleration[];
    noExecuteTaints: Taint[];
  };
  out: Record<string, unknown>;
}

const cases: TolerationCase[] = JSON.parse(
  readFileSync(new URL('../recordings/functions/tolerations.json', import.meta.url), 'utf8'),
);

function answer({ fn, taint, toleration, taints, tolerations, noExecuteTaints }: TolerationCase['in']) {
  if (fn === 'ToleratesTaint') return { tolerates: tolerates(toleration, taint) };
  if (fn === 'NoExecute deletion') {
    const deleteAfterSeconds = secondsUntilEviction(noExecuteTaints, tolerations);
    return { deleteAfterSeconds };
  }
  const untolerated = untoleratedTaint(taints, tolerations, ['NoSchedule', 'NoExecute']);
  const untoleratedNoExecute = untoleratedTaint(taints, tolerations, ['NoExecute']);
  return {
    schedulable: untolerated === undefined,
    mayStay: untoleratedNoExecute === undefined,
    ...(untolerated && { untolerated }),
    ...(untoleratedNoExecute && { untoleratedNoExecute }),
  };
}

describe('taints and tolerations, as recorded', () => {
  it.each(cases)('$in.fn: $name', ({ in: input, out }) => {
    // `withComparisonOperators` is what an alpha gate would make of it; `tolerated` follows from the seconds.
    const { withComparisonOperators: _, tolerated: __, ...expected } = out;
    expect(answer(input)).toEqual(expected);
  });
});
