import type { Pod, Stored } from '../../api/objects.ts';
import type { Decision, PluginRejection } from './decision.ts';
import { count } from './nodes.ts';
import type { Filter, NodeView, Snapshot } from './plugin.ts';
import { usedPorts } from './podRequests.ts';
import { plugins } from './registry.ts';
import type { NodeInfo } from './state.ts';

/** All that is to be known to look at one node after another for a Pod. */
export interface Filtering {
  pod: Stored<Pod>;
  snapshot: Snapshot;
  filters: { plugin: string; filter: Filter }[];
  /** The only nodes worth a look, by name. */
  only?: ReadonlySet<string>;
}

/** Runs PreFilter of all plugins; what one of them refuses altogether is noted in the decision. */
export function prepareFilters(snapshot: Snapshot, pod: Stored<Pod>, decision: Decision): Filtering | undefined {
  const filtering: Filtering = { pod, snapshot, filters: [] };
  for (const { name, preFilter } of plugins) {
    const filter = preFilter?.(pod, snapshot) ?? 'none';
    if (filter === 'none') continue;
    if (filter === 'skip') {
      decision.skipped.filter.push(name);
      continue;
    }
    if ('code' in filter) {
      decision.preFilter = { plugin: name, ...filter };
      return undefined;
    }
    filtering.filters.push({ plugin: name, filter });
    decision.filters.push(name);
    const { only } = filtering;
    if (filter.only) filtering.only = only ? new Set([...only].filter((node) => filter.only?.has(node))) : filter.only;
  }
  if (filtering.only) decision.named = [...filtering.only];
  return filtering;
}

/** A Pod's priority; 0 where the API server has not put one. */
export const priorityOf = ({ spec }: Pod): number => spec?.priority ?? 0;

/**
 * The first refusal of a node, if there is one. Pods that are nominated to it and are at least as important count as if
 * they were there; and since they may never come, the Pod has to fit without them too. Source:
 * RunFilterPluginsWithNominatedPods.
 */
export function checkNode(filtering: Filtering, view: NodeView): PluginRejection | undefined {
  const { pod, snapshot } = filtering;
  const guests = snapshot
    .nominatedOn(view.info.name)
    .filter((other) => other.metadata.uid !== pod.metadata.uid && priorityOf(other) >= priorityOf(pod));
  if (guests.length > 0) {
    const crowded = tryOut(filtering, view);
    for (const guest of guests) crowded.add(guest);
    const rejection = firstRejection(filtering, crowded.view);
    crowded.undo();
    if (rejection) return rejection;
  }
  return firstRejection(filtering, view);
}

function firstRejection({ filters }: Filtering, view: NodeView): PluginRejection | undefined {
  for (const { plugin, filter } of filters) {
    const rejection = filter.check(view);
    if (rejection) return { plugin, ...rejection };
  }
  return undefined;
}

/** A node as it would be with other Pods. */
export interface Trial {
  view: NodeView & { pods: Stored<Pod>[] };
  add(pod: Stored<Pod>): void;
  remove(pod: Stored<Pod>): void;
  /** Takes all back from what the filters have prepared. */
  undo(): void;
}

/** Begins a trial with the Pods of a node; only one may be under way, unless `undo` comes in reverse order. */
export function tryOut({ filters, snapshot }: Filtering, base: NodeView): Trial {
  const pods = [...(base.pods ?? snapshot.podsOn(base.info.name))];
  const view = { node: base.node, info: copyOf(base.info), pods };
  const moved: [pod: Stored<Pod>, sign: 1 | -1][] = [];
  const tell = (pod: Stored<Pod>, sign: 1 | -1) => {
    for (const { filter } of filters) filter.move?.(pod, view, sign);
  };
  const move = (pod: Stored<Pod>, sign: 1 | -1) => {
    count(view.info, pod, sign);
    if (sign === -1) forgetPorts(view.info, pod);
    if (sign === 1) view.pods.push(pod);
    else view.pods.splice(view.pods.indexOf(pod), 1);
    moved.push([pod, sign]);
    tell(pod, sign);
  };
  return {
    view,
    add: (pod) => move(pod, 1),
    remove: (pod) => move(pod, -1),
    undo() {
      for (const [pod, sign] of moved) tell(pod, sign === 1 ? -1 : 1);
    },
  };
}

/** Ports are a set to the real scheduler: with one Pod goes a port that another, put there by hand, uses too. */
function forgetPorts(info: NodeInfo, pod: Stored<Pod>): void {
  const gone = usedPorts(pod);
  if (gone.length === 0) return;
  info.ports = info.ports.filter(
    (used) =>
      !gone.some(({ ip, protocol, port }) => ip === used.ip && protocol === used.protocol && port === used.port),
  );
}

const copyOf = (info: NodeInfo): NodeInfo => ({
  ...info,
  requested: { ...info.requested, scalar: { ...info.requested.scalar } },
  nonZero: { ...info.nonZero },
  ports: [...info.ports],
});
