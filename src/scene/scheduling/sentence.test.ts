import { afterEach, expect, it } from 'vitest';
import '../../i18n/loadAll.ts';
import type { Decision } from '../../client/client.ts';
import { setLanguage } from '../../i18n/i18n.ts';
import { whySentence } from './sentence.ts';

afterEach(() => setLanguage('en'));

const base: Decision = {
  nodes: 3,
  filters: ['NodeUnschedulable', 'TaintToleration', 'NodeResourcesFit'],
  feasible: [],
  rejected: [],
  notEvaluated: 0,
  skipped: { filter: [], score: [] },
  best: [],
  nextStart: 0,
};

const refused = (node: string, plugin: string, reason: string) => ({
  node,
  rejection: { plugin, code: 'Unschedulable' as const, reasons: [reason] },
});

const nowhere: Decision = {
  ...base,
  rejected: [
    refused('a', 'NodeResourcesFit', 'Insufficient cpu'),
    refused('b', 'TaintToleration', 'node(s) had untolerated taint(s)'),
    refused('c', 'NodeResourcesFit', 'Insufficient cpu'),
  ],
};

const somewhere: Decision = {
  ...base,
  node: 'b',
  feasible: ['a', 'b'],
  best: ['b'],
  totals: [250, 390],
  scores: [
    { plugin: 'NodeResourcesFit', weight: 1, normalized: [90, 80] },
    { plugin: 'TaintToleration', weight: 3, normalized: [50, 100] },
  ],
  rejected: [refused('c', 'NodeUnschedulable', 'node(s) were unschedulable')],
};

it('why a Pod is nowhere: by reason, the most frequent first', () => {
  expect(whySentence(nowhere)).toBe(
    'None of 3 nodes takes it: NodeResourcesFit refuses a and c (Insufficient cpu) and TaintToleration refuses b (node(s) had untolerated taint(s)).',
  );
  setLanguage('ko');
  expect(whySentence(nowhere)).toBe(
    '노드 3개 중 받아 주는 노드가 없습니다. NodeResourcesFit에서 a 및 c(Insufficient cpu) 및 TaintToleration에서 b(node(s) had untolerated taint(s)) 거부됐습니다.',
  );
});

it('why it is where it is: the totals, and which plugin set them apart', () => {
  expect(whySentence(somewhere)).toBe(
    '2 of 3 nodes passed every filter, and b has the highest total: 390, against 250 for a. TaintToleration makes most of the difference. As for the others, NodeUnschedulable refuses c (node(s) were unschedulable).',
  );
});

it('a tie is decided by chance, and said to be', () => {
  const tie = { ...somewhere, best: ['a', 'b'], totals: [390, 390], rejected: [] };
  expect(whySentence(tie)).toMatch(/2 of them share the highest total, 390\. .* it took b\.$/);
  setLanguage('ko');
  expect(whySentence(tie)).toMatch(/공동 1위/);
});

it('the only node that passed, no nodes, and a Pod refused before any node', () => {
  expect(whySentence({ ...base, node: 'a', feasible: ['a'], best: ['a'] })).toBe(
    'a is the only one of 3 nodes that passed every filter.',
  );
  expect(whySentence({ ...base, nodes: 0 })).toBe('The cluster has no nodes.');
  const preFilter = { plugin: 'VolumeBinding', code: 'Unschedulable' as const, reasons: ['no claim'] };
  expect(whySentence({ ...base, preFilter })).toBe(
    'VolumeBinding refused the Pod before any node was looked at: no claim.',
  );
});

it('does not count where a past attempt keeps only examples', () => {
  const kept = { ...nowhere, nodes: 5000, leftOut: { feasible: 0, rejected: 4997 } };
  expect(whySentence(kept)).not.toMatch(/refuses a/);
});

it('counts where there are more than two, and says when it is all of them', () => {
  const nodes = ['a', 'b', 'c'];
  const all = nodes.map((node) => refused(node, 'NodeResourcesFit', 'Insufficient cpu'));
  expect(whySentence({ ...base, rejected: all })).toBe(
    'None of 3 nodes takes it: NodeResourcesFit refuses all 3 (Insufficient cpu).',
  );
  const rejected = [...all, refused('d', 'NodePorts', 'x')];
  expect(whySentence({ ...base, nodes: 4, rejected })).toMatch(/refuses 3 of them/);
});

it('says who has to give way', () => {
  const preemption = { nominatedNode: 'a', victims: ['default/low'], candidates: [], tied: [], rejected: [] };
  expect(whySentence({ ...nowhere, preemption })).toMatch(/on a low must go first\.$/);
});
