import type { Pod, Stored, TopologySpreadConstraint } from '../../../api/objects.ts';
import { type Selector, selectorOf, selects } from '../../../api/selectors/labels.ts';
import { matchesRequiredNodeAffinity } from '../nodeSelector.ts';
import type { ClusterEvent, NodeView, Plugin, Scorer, Snapshot } from '../plugin.ts';
import { untoleratedTaint } from '../tolerations.ts';

const hostname = 'kubernetes.io/hostname';

interface Constraint {
  key: string;
  maxSkew: number;
  minDomains: number;
  selector: Selector;
  /** Whether it asks nothing of nodes but the keys. */
  isEverywhere: boolean;
  /** Whether a node is one of those over which the Pods are to be spread. */
  includes(view: NodeView): boolean;
}

/**
 * Refuses nodes on which the Pod would make the spread of its like over zones or hosts more uneven than it allows;
 * prefers those that make it even. A Pod without constraints of its own is to be spread softly with its kind, over
 * hosts and zones.
 */
export const podTopologySpread: Plugin = {
  name: 'PodTopologySpread',
  weight: 2,
  preFilter(pod, snapshot) {
    const constraints = constraintsOf(pod, 'DoNotSchedule');
    if (constraints.length === 0) return 'skip';
    const domains = countDomains(pod, constraints, snapshot).map((counts, index) => ({
      ...(constraints[index] as Constraint),
      counts,
      least: undefined as number | undefined,
      self: selects((constraints[index] as Constraint).selector, pod.metadata.labels) ? 1 : 0,
    }));
    return {
      check({ node: { metadata } }) {
        for (const domain of domains) {
          const value = metadata.labels?.[domain.key];
          const reason = "node(s) didn't match pod topology spread constraints";
          if (value === undefined)
            return { code: 'UnschedulableAndUnresolvable', reasons: [`${reason} (missing required label)`] };
          domain.least ??= domain.counts.size < domain.minDomains ? 0 : leastOf(domain.counts.values());
          if ((domain.counts.get(value) ?? 0) + domain.self - domain.least > domain.maxSkew)
            return { code: 'Unschedulable', reasons: [reason] };
        }
        return undefined;
      },
      move(other, view, sign) {
        if (other.metadata.namespace !== pod.metadata.namespace || !hasAllKeys(view, constraints)) return;
        for (const domain of domains) {
          if (!selects(domain.selector, other.metadata.labels) || !domain.includes(view)) continue;
          const value = view.node.metadata.labels?.[domain.key] ?? '';
          domain.counts.set(value, (domain.counts.get(value) ?? 0) + sign);
          domain.least = undefined;
        }
      },
    };
  },
  preScore(pod, snapshot, feasible) {
    const own = (pod.spec?.topologySpreadConstraints?.length ?? 0) > 0;
    const constraints = own ? constraintsOf(pod, 'ScheduleAnyway') : defaultConstraints(pod, snapshot);
    return constraints.length === 0 ? 'skip' : scorer(pod, constraints, snapshot, feasible, own);
  },
  mayHelp,
};

/**
 * Pods that come, go or change may matter where a constraint counts them; nodes, where they are in the domains or were.
 * Source: isSchedulableAfterPodChange, isSchedulableAfterNodeChange.
 */
function mayHelp(pod: Stored<Pod>, { what, change: { type, object, previous } }: ClusterEvent): boolean {
  const constraints = constraintsOf(pod, 'DoNotSchedule');
  const labels = (one: object | undefined) => (one as Stored<Pod> | undefined)?.metadata.labels;
  if (what === 'node') {
    const domains = (one: object | undefined) => {
      const values = constraints.map(({ key }) => labels(one)?.[key]);
      return one === undefined || values.includes(undefined) ? undefined : values.join('\0');
    };
    const now = domains(object);
    return type === 'MODIFIED' ? domains(previous) !== now : now !== undefined;
  }
  if (object.metadata.namespace !== pod.metadata.namespace) return false;
  const counts = (one: object | undefined) =>
    one !== undefined && constraints.some(({ selector }) => selects(selector, labels(one)));
  return what === 'podRelabelled' ? counts(object) !== counts(previous) : counts(object);
}

/** Source: systemDefaultConstraints of plugin.go. */
function defaultConstraints(pod: Stored<Pod>, snapshot: Snapshot): Constraint[] {
  const selector = snapshot.kindOf(pod);
  if (!selector) return [];
  const includes = ({ node }: NodeView) => matchesRequiredNodeAffinity(pod, node);
  const common = { selector, includes, isEverywhere: isAnywhere(pod), minDomains: 1 };
  return [
    { key: hostname, maxSkew: 3, ...common },
    { key: 'topology.kubernetes.io/zone', maxSkew: 5, ...common },
  ];
}

/** Whether the Pod asks for no nodes in particular. */
const isAnywhere = ({ spec }: Pod): boolean =>
  !spec?.affinity?.nodeAffinity?.requiredDuringSchedulingIgnoredDuringExecution &&
  Object.keys(spec?.nodeSelector ?? {}).length === 0;

function constraintsOf(
  pod: Stored<Pod>,
  whenUnsatisfiable: TopologySpreadConstraint['whenUnsatisfiable'],
): Constraint[] {
  const all = pod.spec?.topologySpreadConstraints?.filter((one) => one.whenUnsatisfiable === whenUnsatisfiable) ?? [];
  return all.map(({ topologyKey, maxSkew, minDomains = 1, nodeAffinityPolicy, nodeTaintsPolicy, ...rest }) => ({
    key: topologyKey,
    maxSkew,
    minDomains,
    selector: selectorOf(rest.labelSelector),
    isEverywhere: nodeTaintsPolicy !== 'Honor' && (nodeAffinityPolicy === 'Ignore' || isAnywhere(pod)),
    includes: ({ node }) =>
      (nodeAffinityPolicy === 'Ignore' || matchesRequiredNodeAffinity(pod, node)) &&
      (nodeTaintsPolicy !== 'Honor' ||
        !untoleratedTaint(node.spec?.taints, pod.spec?.tolerations, ['NoSchedule', 'NoExecute'])),
  }));
}

function leastOf(counts: Iterable<number>): number {
  let least = Number.POSITIVE_INFINITY;
  for (const count of counts) least = Math.min(least, count);
  return least;
}

/** Those that count, by node. An empty selector counts nobody. */
function countPods(pod: Stored<Pod>, { selector }: Constraint, snapshot: Snapshot): ReadonlyMap<string, number> {
  if (selector.requirements.length === 0) return new Map();
  return snapshot.spread(pod.metadata.namespace ?? '', selector);
}

const hasAllKeys = ({ node }: NodeView, constraints: readonly Constraint[]): boolean =>
  constraints.every(({ key }) => node.metadata.labels?.[key] !== undefined);

/** The values of the keys on the nodes that have all of them, by the list of nodes: a new one comes with every change of labels. */
const valuesByNodes = new WeakMap<readonly NodeView[], Map<string, string[][]>>();

function valuesOf(constraints: readonly Constraint[], { nodes }: Snapshot): string[][] {
  let byKeys = valuesByNodes.get(nodes);
  if (!byKeys) {
    byKeys = new Map();
    valuesByNodes.set(nodes, byKeys);
  }
  const keys = constraints.map(({ key }) => key).join();
  let values = byKeys.get(keys);
  if (!values) {
    const there = nodes.filter((view) => hasAllKeys(view, constraints));
    values = constraints.map(({ key }) => [...new Set(there.map(({ node }) => node.metadata.labels?.[key] ?? ''))]);
    byKeys.set(keys, values);
  }
  return values;
}

/** For each constraint the number of Pods by domain, over the nodes that have all keys. */
function countDomains(pod: Stored<Pod>, constraints: readonly Constraint[], snapshot: Snapshot) {
  return constraints.map((constraint, index) => {
    const values = constraint.isEverywhere
      ? valuesOf(constraints, snapshot)[index]
      : snapshot.nodes
          .filter((view) => hasAllKeys(view, constraints) && constraint.includes(view))
          .map(({ node }) => node.metadata.labels?.[constraint.key] ?? '');
    const counts = new Map(values?.map((value) => [value, 0]));
    addPods(counts, constraint, countPods(pod, constraint, snapshot), snapshot, constraints);
    return counts;
  });
}

/** Adds the Pods on nodes that have all the keys and count for a constraint to the domains that are there. */
function addPods(
  domains: Map<string, number>,
  constraint: Constraint,
  onNodes: ReadonlyMap<string, number>,
  { view: viewOf }: Snapshot,
  keys: readonly Constraint[],
): void {
  for (const [name, count] of onNodes) {
    const view = viewOf(name);
    if (!view || !hasAllKeys(view, keys)) continue;
    const value = view.node.metadata.labels?.[constraint.key] ?? '';
    const known = domains.get(value);
    if (known !== undefined && constraint.includes(view)) domains.set(value, known + count);
  }
}

/** Raw: how many of its like are in the node's domains, weighted by how many domains there are. Source: scoring.go. */
function scorer(
  pod: Stored<Pod>,
  constraints: readonly Constraint[],
  snapshot: Snapshot,
  feasible: readonly NodeView[],
  own: boolean,
): Scorer {
  // With constraints of its own a node that lacks a key is left out; with the default ones only that part is.
  const taken = new Set(feasible.filter((view) => !own || hasAllKeys(view, constraints)));
  const onNodes = constraints.map((constraint) => countPods(pod, constraint, snapshot));
  const domains = constraints.map(({ key }) => {
    const values = key === hostname ? [] : [...taken].map(({ node }) => node.metadata.labels?.[key] ?? '');
    return new Map(values.map((value) => [value, 0]));
  });
  for (const [index, counts] of domains.entries()) {
    const constraint = constraints[index];
    const pods = onNodes[index];
    if (constraint && pods && counts.size > 0) addPods(counts, constraint, pods, snapshot, own ? constraints : []);
  }
  const weighed = constraints.map(({ key, maxSkew }, index) => {
    const isHost = key === hostname;
    const size = isHost ? taken.size : (domains[index]?.size ?? 0);
    return { key, maxSkew, isHost, counts: isHost ? onNodes[index] : domains[index], weight: Math.log(size + 2) };
  });
  return {
    score(view) {
      if (!taken.has(view)) return 0;
      const { labels, name } = view.node.metadata;
      let score = 0;
      for (const { key, maxSkew, isHost, counts, weight } of weighed) {
        const value = labels?.[key];
        if (value !== undefined) score += (counts?.get(isHost ? name : value) ?? 0) * weight + (maxSkew - 1);
      }
      return Math.round(score);
    },
    normalize(raw) {
      const valid = raw.filter((_, index) => taken.has(feasible[index] as NodeView));
      const most = -leastOf(valid.map((score) => -score));
      const least = leastOf(valid);
      return raw.map((score, index) => {
        if (!taken.has(feasible[index] as NodeView)) return 0;
        return most === 0 ? 100 : Math.trunc((100 * (most + least - score)) / most);
      });
    },
  };
}
