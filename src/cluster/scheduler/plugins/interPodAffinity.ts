import type { Pod, Stored } from '../../../api/objects.ts';
import type { NodeView, Plugin, Snapshot } from '../plugin.ts';
import { preferredTerms, requiredTerms, type Term } from '../podAffinityTerms.ts';

/** A number for each domain, by topology key and value. */
type Domains = Map<string, Map<string, number>>;

function add(domains: Domains, key: string, { node }: NodeView, amount: number): void {
  const value = node.metadata.labels?.[key];
  if (value === undefined) return;
  let values = domains.get(key);
  if (!values) {
    values = new Map();
    domains.set(key, values);
  }
  values.set(value, (values.get(value) ?? 0) + amount);
}

function at(domains: Domains, key: string, { node }: NodeView): number {
  return domains.get(key)?.get(node.metadata.labels?.[key] ?? '') ?? 0;
}

const hasKey = ({ node }: NodeView, key: string): boolean => node.metadata.labels?.[key] !== undefined;

/** Keeps Pods near others or away from them, and away from those who want to be apart. */
export const interPodAffinity: Plugin = {
  name: 'InterPodAffinity',
  weight: 2,
  preFilter(pod, snapshot) {
    const affinity = requiredTerms(pod, 'podAffinity');
    const antiAffinity = requiredTerms(pod, 'podAntiAffinity');
    const apart = domainsOfOpponents(pod, snapshot);
    if (affinity.length === 0 && antiAffinity.length === 0 && apart.size === 0) return 'skip';
    const { near, away } = domainsOfOthers(affinity, antiAffinity, snapshot);
    const isFirst = near.size === 0 && affinity.every((term) => term.matches(pod, snapshot.labelsOfNamespace));
    return {
      check(view) {
        const isNear = affinity.every(({ key }) => hasKey(view, key) && (isFirst || at(near, key, view) > 0));
        if (!isNear) {
          return { code: 'UnschedulableAndUnresolvable', reasons: ["node(s) didn't match pod affinity rules"] };
        }
        if (antiAffinity.some(({ key }) => hasKey(view, key) && at(away, key, view) > 0)) {
          return { code: 'Unschedulable', reasons: ["node(s) didn't match pod anti-affinity rules"] };
        }
        if ([...apart.keys()].some((key) => hasKey(view, key) && at(apart, key, view) > 0)) {
          return { code: 'Unschedulable', reasons: ["node(s) didn't satisfy existing pods anti-affinity rules"] };
        }
        return undefined;
      },
    };
  },
  preScore(pod, snapshot) {
    const wishes = domainsOfWishes(pod, snapshot);
    if (wishes.size === 0) return 'skip';
    return {
      score: (view) =>
        [...wishes.keys()].reduce((sum, key) => sum + (hasKey(view, key) ? at(wishes, key, view) : 0), 0),
      normalize(raw: readonly number[]) {
        const least = Math.min(...raw);
        const range = Math.max(...raw) - least;
        return raw.map((score) => (range === 0 ? 0 : Math.trunc(100 * ((score - least) / range))));
      },
    };
  },
  mayHelp: () => true,
};

/** Where Pods are whose own required anti-affinity speaks of this Pod. */
function domainsOfOpponents(pod: Stored<Pod>, snapshot: Snapshot): Domains {
  const domains: Domains = new Map();
  for (const view of snapshot.nodes) {
    for (const key of view.info.withPodAffinity) {
      const other = snapshot.pod(key);
      for (const term of other ? requiredTerms(other, 'podAntiAffinity') : []) {
        if (term.matches(pod, snapshot.labelsOfNamespace)) add(domains, term.key, view, 1);
      }
    }
  }
  return domains;
}

/** Where Pods are of which all affinity terms speak, and those of which an anti-affinity term does. */
function domainsOfOthers(affinity: readonly Term[], antiAffinity: readonly Term[], snapshot: Snapshot) {
  const near: Domains = new Map();
  const away: Domains = new Map();
  if (affinity.length === 0 && antiAffinity.length === 0) return { near, away };
  const matches = (term: Term, other: Stored<Pod>) => term.matches(other, snapshot.labelsOfNamespace);
  for (const view of snapshot.nodes) {
    for (const other of snapshot.podsOn(view.info.name)) {
      if (affinity.length > 0 && affinity.every((term) => matches(term, other))) {
        for (const { key } of affinity) add(near, key, view, 1);
      }
      for (const term of antiAffinity) if (matches(term, other)) add(away, term.key, view, 1);
    }
  }
  return { near, away };
}

/** The weights of the Pod's own wishes and of the wishes of others about it; another's required affinity counts 1. */
function domainsOfWishes(pod: Stored<Pod>, snapshot: Snapshot): Domains {
  const domains: Domains = new Map();
  const own = [
    ...preferredTerms(pod, 'podAffinity').map((term) => ({ term, sign: 1 })),
    ...preferredTerms(pod, 'podAntiAffinity').map((term) => ({ term, sign: -1 })),
  ];
  for (const view of snapshot.nodes) {
    if (own.length === 0 && view.info.withPodAffinity.length === 0) continue;
    const weigh = (term: Term, sign: number, about: Stored<Pod>) => {
      if (term.matches(about, snapshot.labelsOfNamespace)) add(domains, term.key, view, sign * term.weight);
    };
    for (const other of own.length > 0 ? snapshot.podsOn(view.info.name) : []) {
      for (const { term, sign } of own) weigh(term, sign, other);
    }
    for (const key of view.info.withPodAffinity) {
      const other = snapshot.pod(key);
      if (!other) continue;
      for (const term of requiredTerms(other, 'podAffinity')) weigh(term, 1, pod);
      for (const term of preferredTerms(other, 'podAffinity')) weigh(term, 1, pod);
      for (const term of preferredTerms(other, 'podAntiAffinity')) weigh(term, -1, pod);
    }
  }
  return domains;
}
