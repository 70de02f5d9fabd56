import type { Node, NodeSelector, Stored } from '../../../api/objects.ts';
import { matchesRequiredNodeAffinity, preferredNodeScore } from '../nodeSelector.ts';
import { normalizeToMaximum, type Plugin } from '../plugin.ts';

const reason = "node(s) didn't match Pod's node affinity/selector";

/** Refuses nodes other than those of nodeSelector and required affinity; prefers those of the preferred terms. */
export const nodeAffinity: Plugin = {
  name: 'NodeAffinity',
  weight: 2,
  preFilter(pod) {
    const required = pod.spec?.affinity?.nodeAffinity?.requiredDuringSchedulingIgnoredDuringExecution;
    if (!required && Object.keys(pod.spec?.nodeSelector ?? {}).length === 0) return 'skip';
    const only = required && namedNodes(required);
    if (only?.size === 0) return { code: 'UnschedulableAndUnresolvable', reasons: ['pod affinity terms conflict'] };
    return {
      check: ({ node }) =>
        matchesRequiredNodeAffinity(pod, node)
          ? undefined
          : { code: 'UnschedulableAndUnresolvable', reasons: [reason] },
      ...(only && { only }),
    };
  },
  preScore(pod) {
    const preferred = pod.spec?.affinity?.nodeAffinity?.preferredDuringSchedulingIgnoredDuringExecution ?? [];
    if (preferred.length === 0) return 'skip';
    return {
      score: ({ node }) => preferredNodeScore(preferred, node),
      normalize: (raw: readonly number[]) => normalizeToMaximum(raw, false),
    };
  },
  mayHelp(pod, { what, change: { object, previous } }) {
    if (what === 'own') return true;
    const matches = (node: object) => matchesRequiredNodeAffinity(pod, node as Stored<Node>);
    return what === 'node' && matches(object) && (previous === undefined || !matches(previous));
  },
};

/** The nodes that metadata.name with In names in every term: all others need no look. Undefined: no such limit. */
function namedNodes(required: NodeSelector): Set<string> | undefined {
  const all = new Set<string>();
  for (const { matchFields = [] } of required.nodeSelectorTerms) {
    let named: Set<string> | undefined;
    for (const { key, operator, values = [] } of matchFields) {
      if (key !== 'metadata.name' || operator !== 'In') continue;
      named = new Set(named ? values.filter((value) => named?.has(value)) : values);
    }
    if (!named) return undefined;
    for (const name of named) all.add(name);
  }
  return required.nodeSelectorTerms.length > 0 ? all : undefined;
}
