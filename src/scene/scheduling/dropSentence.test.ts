import { expect, it } from 'vitest';
import type { Decision } from '../../client/client.ts';
import { dropSentence } from './dropSentence.ts';

const decision: Decision = {
  nodes: 4,
  node: 'b',
  filters: ['NodeUnschedulable'],
  feasible: ['a', 'b'],
  totals: [250, 390],
  best: ['b'],
  rejected: [
    {
      node: 'c',
      rejection: {
        plugin: 'NodeUnschedulable',
        code: 'UnschedulableAndUnresolvable',
        reasons: ['node(s) were unschedulable'],
      },
    },
  ],
  notEvaluated: 1,
  skipped: { filter: [], score: [] },
  nextStart: 0,
};

it('says of each node what would become of the Pod there', () => {
  expect(dropSentence(decision, 'b')).toBe('b passes every filter and would be taken: it has the highest total.');
  expect(dropSentence(decision, 'a')).toBe('a passes every filter, but b has a higher total: 390 against 250.');
  expect(dropSentence(decision, 'c')).toBe('NodeUnschedulable refuses c: node(s) were unschedulable.');
  expect(dropSentence(decision, 'd')).toBe('d would not be looked at: enough others pass before its turn.');
});

it('the only node that passes needs no total', () => {
  const { scores: _none, totals: _totals, ...alone } = decision;
  expect(dropSentence({ ...alone, feasible: ['b'] }, 'b')).toBe('b passes every filter and is the only one.');
});
