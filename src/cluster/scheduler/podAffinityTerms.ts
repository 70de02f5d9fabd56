import type { Pod, PodAffinityTerm, Stored, WeightedPodAffinityTerm } from '../../api/objects.ts';
import { matchesSelector, type Selector, selectorOf, selects } from '../../api/selectors/labels.ts';

/** The labels of a namespace, if there is one of that name. */
export type NamespaceLabels = (name: string) => Record<string, string> | undefined;

/** A term of pod affinity or anti-affinity, ready to be asked about other Pods. */
export interface Term {
  key: string;
  weight: number;
  selector: Selector;
  /** Whether the term speaks of the Pods of a namespace. */
  includes(namespace: string, namespaceLabels: NamespaceLabels): boolean;
}

/** Who has the terms: a Pod, or many with the same ones. */
export interface TermsOwner {
  namespace: string;
  podAffinity?: Terms;
  podAntiAffinity?: Terms;
}

interface Terms {
  requiredDuringSchedulingIgnoredDuringExecution?: PodAffinityTerm[];
  preferredDuringSchedulingIgnoredDuringExecution?: WeightedPodAffinityTerm[];
}

export const ownerOf = ({ metadata, spec }: Stored<Pod>): TermsOwner => ({
  ...spec?.affinity,
  namespace: metadata.namespace ?? '',
});

/** By the lists of terms, which never change, and their owner's namespace. */
const prepared = new WeakMap<object, Map<string, Term[]>>();

function remembered(terms: object, namespace: string, prepareAll: () => Term[]): Term[] {
  let byNamespace = prepared.get(terms);
  if (!byNamespace) {
    byNamespace = new Map();
    prepared.set(terms, byNamespace);
  }
  let known = byNamespace.get(namespace);
  if (!known) {
    known = prepareAll();
    byNamespace.set(namespace, known);
  }
  return known;
}

const none: Term[] = [];

/** Terms that must hold. */
export function requiredTerms(owner: TermsOwner, kind: 'podAffinity' | 'podAntiAffinity'): Term[] {
  const terms = owner[kind]?.requiredDuringSchedulingIgnoredDuringExecution;
  if (!terms) return none;
  return remembered(terms, owner.namespace, () => terms.map((term) => prepare(owner.namespace, term, 1)));
}

/** Terms that are only wished. */
export function preferredTerms(owner: TermsOwner, kind: 'podAffinity' | 'podAntiAffinity'): Term[] {
  const terms = owner[kind]?.preferredDuringSchedulingIgnoredDuringExecution;
  if (!terms) return none;
  return remembered(terms, owner.namespace, () =>
    terms.map(({ podAffinityTerm, weight }) => prepare(owner.namespace, podAffinityTerm, weight)),
  );
}

/** The API server has merged the labels to match and not to match into the selector when the Pod was created. */
function prepare(own: string, term: PodAffinityTerm, weight: number): Term {
  const { topologyKey, namespaceSelector, namespaces = [] } = term;
  const named = namespaces.length === 0 && !namespaceSelector ? [own] : namespaces;
  return {
    key: topologyKey,
    weight,
    selector: selectorOf(term.labelSelector),
    includes: (namespace, namespaceLabels) =>
      named.includes(namespace) ||
      (namespaceSelector !== undefined && matchesSelector(namespaceSelector, namespaceLabels(namespace) ?? {})),
  };
}

/** Whether the other Pod is one that the term speaks of. */
export function matchesTerm(term: Term, { metadata }: Stored<Pod>, namespaceLabels: NamespaceLabels): boolean {
  return selects(term.selector, metadata.labels) && term.includes(metadata.namespace ?? '', namespaceLabels);
}
