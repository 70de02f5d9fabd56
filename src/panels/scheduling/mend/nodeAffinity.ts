import type { NodeSelectorRequirement, NodeSelectorTerm } from '../../../api/objects.ts';
import { matchesNodeSelector, matchesTerm } from '../../../cluster/scheduler/nodeSelector.ts';
import type { Change, Mender } from './change.ts';

type Labels = Record<string, string | undefined>;

/** A node that nodeSelector or required node affinity leave out: label it, or ask for less. */
export const nodeAffinity: Mender = {
  plugin: 'NodeAffinity',
  propose({ pod, node }) {
    const { name } = node.metadata;
    const has = node.metadata.labels ?? {};
    const missing = Object.entries(pod.spec?.nodeSelector ?? {}).filter(([key, value]) => has[key] !== value);
    const required = pod.spec?.affinity?.nodeAffinity?.requiredDuringSchedulingIgnoredDuringExecution;
    const refuses = required !== undefined && !matchesNodeSelector(required, node);
    const changes: Change[] = [];
    const term = refuses ? easiest(required.nodeSelectorTerms, (one) => labelsFor(one, has)) : {};
    if (term) {
      const labels: Labels = { ...term, ...Object.fromEntries(missing) };
      if (Object.keys(labels).length > 0 && !('kubernetes.io/hostname' in labels)) changes.push(label(name, labels));
    }
    if (missing.length > 0 && !refuses) {
      const keys = new Set(missing.map(([key]) => key));
      changes.push({
        on: 'pod',
        words: { change: 'dropNodeSelector', labels: missing.map(([key, value]) => `${key}=${value}`) },
        cost: 2,
        alter: (spec) => ({
          ...spec,
          nodeSelector: Object.fromEntries(Object.entries(spec.nodeSelector ?? {}).filter(([key]) => !keys.has(key))),
        }),
      });
    }
    if (refuses) {
      changes.push({
        on: 'pod',
        words: { change: 'dropNodeAffinity' },
        cost: 2.5,
        alter(spec) {
          const { requiredDuringSchedulingIgnoredDuringExecution: _gone, ...kept } = spec.affinity?.nodeAffinity ?? {};
          return { ...spec, affinity: { ...spec.affinity, nodeAffinity: kept } };
        },
      });
    }
    return changes;
  },
};

/** Sets labels of a node; undefined takes one off. */
export function label(node: string, labels: Labels): Change {
  const texts = Object.entries(labels).map(([key, value]) => (value === undefined ? `${key}-` : `${key}=${value}`));
  return {
    on: 'node',
    node,
    words: { change: 'label', labels: texts, node },
    cost: 0.5 + texts.length,
    alter({ metadata, ...rest }) {
      const changed: Labels = { ...metadata.labels, ...labels };
      const kept = Object.entries(changed).filter((entry): entry is [string, string] => entry[1] !== undefined);
      return { ...rest, metadata: { ...metadata, labels: Object.fromEntries(kept) } };
    },
  };
}

function easiest(terms: readonly NodeSelectorTerm[], of: (term: NodeSelectorTerm) => Labels | undefined) {
  const ways = terms.map(of).filter((way) => way !== undefined);
  return ways.sort((a, b) => Object.keys(a).length - Object.keys(b).length)[0];
}

/** The labels with which a node would match a term; undefined where labels cannot do it. */
function labelsFor(term: NodeSelectorTerm, has: Labels): Labels | undefined {
  if (term.matchFields?.length) return undefined;
  const labels: Labels = {};
  for (const requirement of term.matchExpressions ?? []) {
    const node = { metadata: { name: '', labels: has as Record<string, string> } };
    if (matchesTerm({ matchExpressions: [requirement] }, node) === true) continue;
    labels[requirement.key] = valueFor(requirement);
  }
  return labels;
}

function valueFor({ operator, values = [] }: NodeSelectorRequirement): string | undefined {
  switch (operator) {
    case 'In':
      return values[0];
    case 'Exists':
      return 'true';
    case 'Gt':
      return String(Number(values[0]) + 1);
    case 'Lt':
      return String(Number(values[0]) - 1);
    default:
      return undefined;
  }
}
