import { expect, it } from 'vitest';
import type { Decision } from '../../client/client.ts';
import { differencesOf } from './compare.ts';

const decision = (change: Partial<Decision>): Decision => ({
  nodes: 2,
  filters: ['NodeResourcesFit'],
  feasible: [],
  rejected: [],
  notEvaluated: 0,
  skipped: { filter: [], score: [] },
  best: [],
  nextStart: 0,
  ...change,
});

const short = (node: string) => ({
  node,
  rejection: { plugin: 'NodeResourcesFit', code: 'Unschedulable' as const, reasons: ['Insufficient cpu'] },
});

it('tells the nodes that came off differently, and only these', () => {
  const before = decision({ rejected: [short('a'), short('b')] });
  const after = decision({ node: 'b', feasible: ['b'], best: ['b'], rejected: [short('a')] });
  expect(differencesOf(before, after)).toMatchObject([
    { node: 'b', before: { outcome: 'refused' }, after: { outcome: 'chosen' } },
  ]);
  expect(differencesOf(before, before)).toEqual([]);
});

it('tells of a node that is new', () => {
  const after = decision({ node: 'c', feasible: ['c'], best: ['c'] });
  expect(differencesOf(decision({ nodes: 0 }), after)).toMatchObject([{ node: 'c', before: undefined }]);
});
