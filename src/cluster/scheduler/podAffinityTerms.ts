import type { Pod, PodAffinityTerm, Stored, WeightedPodAffinityTerm } from '../../api/objects.ts';
import { matchesSelector, type Selector, selectorOf, selects } from '../../api/selectors/labels.ts';

type NamespaceLabels = (name: string) => Record<string, string> | undefined;

/** A term of pod affinity or anti-affinity, ready to be asked about other Pods. */
export interface Term {
  key: string;
  weight: number;
  /** Whether the other Pod is one that the term speaks of. */
  matches(other: Stored<Pod>, namespaceLabels: NamespaceLabels): boolean;
}

/** Terms that must hold. */
export function requiredTerms(pod: Stored<Pod>, kind: 'podAffinity' | 'podAntiAffinity'): Term[] {
  const terms = pod.spec?.affinity?.[kind]?.requiredDuringSchedulingIgnoredDuringExecution ?? [];
  return terms.map((term) => prepare(pod, term, 1));
}

/** Terms that are only wished. */
export function preferredTerms(pod: Stored<Pod>, kind: 'podAffinity' | 'podAntiAffinity'): Term[] {
  const terms: readonly WeightedPodAffinityTerm[] =
    pod.spec?.affinity?.[kind]?.preferredDuringSchedulingIgnoredDuringExecution ?? [];
  return terms.map(({ podAffinityTerm, weight }) => prepare(pod, podAffinityTerm, weight));
}

function prepare(pod: Stored<Pod>, term: PodAffinityTerm, weight: number): Term {
  const { topologyKey, namespaceSelector, namespaces = [] } = term;
  const selector = selectorOfTerm(pod, term);
  const named = namespaces.length === 0 && !namespaceSelector ? [pod.metadata.namespace] : namespaces;
  return {
    key: topologyKey,
    weight,
    matches({ metadata: { namespace = '', labels } }, namespaceLabels) {
      const inScope =
        named.includes(namespace) ||
        (namespaceSelector !== undefined && matchesSelector(namespaceSelector, namespaceLabels(namespace) ?? {}));
      return inScope && selects(selector, labels);
    },
  };
}

/** With the Pod's own values of the labels to match and not to match, as the API server merges them at creation. */
function selectorOfTerm({ metadata }: Stored<Pod>, term: PodAffinityTerm): Selector {
  if (!term.labelSelector) return selectorOf(undefined);
  const own = (keys: readonly string[] = [], operator: 'In' | 'NotIn') =>
    keys.flatMap((key) => {
      const value = metadata.labels?.[key];
      return value === undefined ? [] : [{ key, operator, values: [value] }];
    });
  const { matchExpressions = [] } = term.labelSelector;
  return selectorOf({
    ...term.labelSelector,
    matchExpressions: [...matchExpressions, ...own(term.matchLabelKeys, 'In'), ...own(term.mismatchLabelKeys, 'NotIn')],
  });
}
