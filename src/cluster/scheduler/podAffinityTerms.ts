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

/** All terms of an owner. */
export interface AllTerms {
  affinity: Term[];
  antiAffinity: Term[];
  /** Wishes, those to be away with negative weights; needed affinity is one of weight 1 when others are scored. */
  wishes: { term: Term; weight: number }[];
}

/** By owner: a group of Pods, whose terms never change. */
const allTerms = new WeakMap<TermsOwner, AllTerms>();

/** The terms of a group of Pods, worked out once: every decision asks all groups. */
export function termsOf(owner: TermsOwner): AllTerms {
  let known = allTerms.get(owner);
  if (!known) {
    const affinity = requiredTerms(owner, 'podAffinity');
    const weigh = (terms: readonly Term[], sign: number) => terms.map((term) => ({ term, weight: sign * term.weight }));
    known = {
      affinity,
      antiAffinity: requiredTerms(owner, 'podAntiAffinity'),
      wishes: [
        ...weigh(affinity, 1),
        ...weigh(preferredTerms(owner, 'podAffinity'), 1),
        ...weigh(preferredTerms(owner, 'podAntiAffinity'), -1),
      ],
    };
    allTerms.set(owner, known);
  }
  return known;
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
