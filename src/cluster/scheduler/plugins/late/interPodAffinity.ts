import type { Node, Pod, Stored } from '../../../../api/objects.ts';
import type { Selector } from '../../../../api/selectors/labels.ts';
import type { ClusterEvent, Filter, NodeView, Plugin, Snapshot } from '../../plugin.ts';
import {
  matchesTerm,
  type NamespaceLabels,
  ownerOf,
  preferredTerms,
  requiredTerms,
  type Term,
  termsOf,
} from '../../podAffinityTerms.ts';

/** A number for each domain, by topology key and value; zeros are not kept. */
type Domains = Map<string, Map<string, number>>;

function add(domains: Domains, key: string, { node }: NodeView, amount: number): void {
  const value = node.metadata.labels?.[key];
  if (value === undefined) return;
  let values = domains.get(key);
  if (!values) {
    values = new Map();
    domains.set(key, values);
  }
  const sum = (values.get(value) ?? 0) + amount;
  if (sum !== 0) values.set(value, sum);
  else values.delete(value);
  if (values.size === 0) domains.delete(key);
}

function at(domains: Domains, key: string, { node }: NodeView): number {
  const value = node.metadata.labels?.[key];
  return value === undefined ? 0 : (domains.get(key)?.get(value) ?? 0);
}

/** Source: plugins/interpodaffinity. */
export const interPodAffinity: Pick<Plugin, 'preFilter' | 'preScore' | 'mayHelp'> = {
  preFilter(pod, snapshot) {
    const own = ownerOf(pod);
    const affinity = requiredTerms(own, 'podAffinity');
    const antiAffinity = requiredTerms(own, 'podAntiAffinity');
    const apart = domainsOfOpponents(pod, snapshot);
    if (affinity.length === 0 && antiAffinity.length === 0 && apart.size === 0) return 'skip';
    const { near, away } = domainsOfOthers(affinity, antiAffinity, snapshot);
    const speaksOf = (term: Term, other: Stored<Pod>) => matchesTerm(term, other, snapshot.labelsOfNamespace);
    const isOneOfItsOwn = affinity.every((term) => speaksOf(term, pod));
    return {
      check: (view) => refusal(view, { affinity, antiAffinity, near, away, apart, isOneOfItsOwn }),
      move(other, view, sign) {
        for (const term of requiredTerms(ownerOf(other), 'podAntiAffinity'))
          if (speaksOf(term, pod)) add(apart, term.key, view, sign);
        if (affinity.length > 0 && affinity.every((term) => speaksOf(term, other)))
          for (const { key } of affinity) add(near, key, view, sign);
        for (const term of antiAffinity) if (speaksOf(term, other)) add(away, term.key, view, sign);
      },
    } satisfies Filter;
  },
  preScore(pod, snapshot) {
    const wishes = domainsOfWishes(pod, snapshot);
    if (wishes.size === 0) return 'skip';
    const keys = [...wishes.keys()];
    return {
      score(view) {
        let sum = 0;
        for (const key of keys) sum += at(wishes, key, view);
        return sum;
      },
      normalize(raw: readonly number[]) {
        let least = Number.POSITIVE_INFINITY;
        let most = Number.NEGATIVE_INFINITY;
        for (const score of raw) {
          least = Math.min(least, score);
          most = Math.max(most, score);
        }
        const range = most - least;
        return raw.map((score) => (range === 0 ? 0 : Math.trunc(100 * ((score - least) / range))));
      },
    };
  },
  mayHelp,
};

interface Prepared {
  affinity: readonly Term[];
  antiAffinity: readonly Term[];
  near: Domains;
  away: Domains;
  apart: Domains;
  /** Whether the Pod's affinity speaks of itself: the first of its kind may go anywhere. */
  isOneOfItsOwn: boolean;
}

function refusal(view: NodeView, { affinity, antiAffinity, near, away, apart, isOneOfItsOwn }: Prepared) {
  const labels = view.node.metadata.labels;
  const isNear =
    affinity.every(({ key }) => labels?.[key] !== undefined) &&
    (affinity.every(({ key }) => at(near, key, view) > 0) || (near.size === 0 && isOneOfItsOwn));
  if (!isNear)
    return {
      code: 'UnschedulableAndUnresolvable' as const,
      reasons: ["node(s) didn't match pod affinity rules"],
    };
  if (antiAffinity.some(({ key }) => at(away, key, view) > 0))
    return { code: 'Unschedulable' as const, reasons: ["node(s) didn't match pod anti-affinity rules"] };
  for (const key of apart.keys()) {
    if (at(apart, key, view) > 0)
      return {
        code: 'Unschedulable' as const,
        reasons: ["node(s) didn't satisfy existing pods anti-affinity rules"],
      };
  }
  return undefined;
}

/** Where Pods are whose own required anti-affinity speaks of this Pod. */
function domainsOfOpponents(pod: Stored<Pod>, snapshot: Snapshot): Domains {
  const domains: Domains = new Map();
  for (const group of snapshot.affinityGroups()) {
    for (const term of termsOf(group).antiAffinity) {
      if (!matchesTerm(term, pod, snapshot.labelsOfNamespace)) continue;
      addCounts(domains, term.key, group.counts, 1, snapshot);
    }
  }
  return domains;
}

function addCounts(
  domains: Domains,
  key: string,
  counts: ReadonlyMap<string, number>,
  factor: number,
  { view }: Snapshot,
): void {
  for (const [name, count] of counts) {
    const on = view(name);
    if (on) add(domains, key, on, count * factor);
  }
}

/** Adds, for each domain of a key, how many Pods there are of which all the terms speak. */
function addMatching(
  domains: Domains,
  keys: readonly string[],
  terms: readonly Term[],
  factor: number,
  snapshot: Snapshot,
): void {
  if (terms.some(({ selector }) => selector.nothing)) return;
  const selector: Selector = { requirements: terms.flatMap((term) => term.selector.requirements) };
  for (const { metadata } of snapshot.objects('namespaces')) {
    if (!terms.every((term) => term.includes(metadata.name, snapshot.labelsOfNamespace))) continue;
    const counts = snapshot.matching(metadata.name, selector);
    for (const key of keys) addCounts(domains, key, counts, factor, snapshot);
  }
}

/** Where Pods are of which all affinity terms speak, and those of which an anti-affinity term does. */
function domainsOfOthers(affinity: readonly Term[], antiAffinity: readonly Term[], snapshot: Snapshot) {
  const near: Domains = new Map();
  const away: Domains = new Map();
  if (affinity.length > 0)
    addMatching(
      near,
      affinity.map(({ key }) => key),
      affinity,
      1,
      snapshot,
    );
  for (const term of antiAffinity) addMatching(away, [term.key], [term], 1, snapshot);
  return { near, away };
}

/** The weights of the Pod's own wishes and of the wishes of others about it; another's required affinity counts 1. */
function domainsOfWishes(pod: Stored<Pod>, snapshot: Snapshot): Domains {
  const domains: Domains = new Map();
  const own = ownerOf(pod);
  const addOwn = (term: Term, sign: number) => addMatching(domains, [term.key], [term], sign * term.weight, snapshot);
  for (const term of preferredTerms(own, 'podAffinity')) addOwn(term, 1);
  for (const term of preferredTerms(own, 'podAntiAffinity')) addOwn(term, -1);
  for (const group of snapshot.affinityGroups()) {
    for (const { term, weight } of termsOf(group).wishes) {
      if (matchesTerm(term, pod, snapshot.labelsOfNamespace))
        addCounts(domains, term.key, group.counts, weight, snapshot);
    }
  }
  return domains;
}

/**
 * Which events may bring near or take away Pods that the terms speak of. Source: isSchedulableAfterPodChange,
 * isSchedulableAfterNodeChange.
 */
function mayHelp(pod: Stored<Pod>, { what, change }: ClusterEvent, labelsOf: NamespaceLabels): boolean {
  if (what === 'own') return true;
  const own = ownerOf(pod);
  const affinity = requiredTerms(own, 'podAffinity');
  const antiAffinity = requiredTerms(own, 'podAntiAffinity');
  const speaks = (terms: readonly Term[], other: object | undefined) =>
    other !== undefined && terms.some((term) => matchesTerm(term, other as Stored<Pod>, labelsOf));
  const all = (other: object | undefined) =>
    other !== undefined &&
    affinity.length > 0 &&
    affinity.every((term) => matchesTerm(term, other as Stored<Pod>, labelsOf));
  const { type, object, previous } = change;
  switch (what) {
    case 'node': {
      const value = (node: object | undefined, key: string) =>
        (node as Stored<Node> | undefined)?.metadata.labels?.[key];
      return (
        type === 'ADDED' ||
        (type === 'MODIFIED' &&
          [...affinity, ...antiAffinity].some(({ key }) => value(object, key) !== value(previous, key)))
      );
    }
    case 'podPlaced':
      return all(object);
    case 'podRelabelled':
      return all(object) !== all(previous) || (speaks(antiAffinity, previous) && !speaks(antiAffinity, object));
    case 'podFreed':
      return (
        speaks(antiAffinity, object) ||
        requiredTerms(ownerOf(object as Stored<Pod>), 'podAntiAffinity').some((term) =>
          matchesTerm(term, pod, labelsOf),
        )
      );
    default:
      return false;
  }
}
