import type { Node, Stored } from '../../../api/objects.ts';
import type { Decision } from '../../../client/client.ts';
import { freeOf, requestOf } from '../../../scene/scheduling/amounts.ts';
import { refusalsOf } from '../../../scene/scheduling/verdicts.ts';
import { type Changed, withChanges } from './apply.ts';
import { type Change, podsTakingRoom } from './change.ts';
import { shortOf } from './nodeResourcesFit.ts';
import { menderOf } from './registry.ts';

/** What the scheduler would decide if these changes were made; the world stays as it is. */
export type TryOut = (changes: readonly Change[]) => Promise<Decision>;

/** Changes that were tried, all together, and after which the Pod has a node. */
export interface Way {
  changes: Change[];
  decision: Decision;
}

export interface Search {
  ways: Way[];
  /** How many combinations were tried. */
  tried: number;
  /** More could have been tried. */
  cutOff: boolean;
}

/** Trying costs the worker a decision each; somebody waits for the answer. */
const mostTried = 48;
/** In large clusters each try copies much. */
const mostTriedAmongMany = 12;
const manyPods = 1000;
const mostTargets = 8;
const mostChanges = 3;
const mostWays = 3;

/**
 * The fewest and smallest changes after which a Pod that was refused everywhere finds a node, each proven by `tryOut`.
 * With `wanted` the changes after which it can go to that node. Ways of one change come before ways of two.
 */
export async function smallestChanges(
  start: Changed,
  decision: Decision,
  tryOut: TryOut,
  wanted?: string,
): Promise<Search> {
  const most = start.cluster.pods.size > manyPods ? mostTriedAmongMany : mostTried;
  const search: Search = { ways: [], tried: 0, cutOff: false };
  let level: { changes: Change[]; decision: Decision; targets: string[] }[] = [
    { changes: [], decision, targets: wanted === undefined ? targetsOf(start, decision) : [wanted] },
  ];
  const known = new Set<string>();
  for (let depth = 1; depth <= mostChanges && level.length > 0 && search.ways.length === 0; depth++) {
    const candidates = level.flatMap((before) =>
      before.targets.flatMap((target) =>
        propose(start, before.changes, before.decision, target).map((change) => ({
          changes: [...before.changes, change],
          target,
        })),
      ),
    );
    candidates.sort((a, b) => costOf(a.changes) - costOf(b.changes));
    level = [];
    for (const { changes, target } of candidates) {
      const id = idOf(changes);
      if (known.has(id) || search.ways.length >= mostWays) continue;
      // Of each kind the smallest is enough: nobody wants to hear of three nodes that could be labelled.
      if (search.ways.some((way) => kindOf(way.changes) === kindOf(changes))) continue;
      if (search.tried >= most) {
        search.cutOff = true;
        break;
      }
      known.add(id);
      search.tried++;
      const then = await tryOut(changes);
      const isThere = wanted === undefined ? then.node !== undefined : then.feasible.includes(wanted);
      if (isThere) search.ways.push({ changes, decision: then });
      else level.push({ changes, decision: then, targets: [target] });
    }
  }
  return search;
}

export const costOf = (changes: readonly Change[]): number => changes.reduce((sum, { cost }) => sum + cost, 0);

const kindOf = (changes: readonly Change[]): string =>
  changes
    .map(({ words }) => words.change)
    .sort()
    .join();

const idOf = (changes: readonly Change[]): string =>
  changes
    .map(({ words }) => JSON.stringify(words))
    .sort()
    .join();

/** What may get the Pod past what refuses it on a node, after some changes. */
function propose(start: Changed, changes: readonly Change[], decision: Decision, target: string): Change[] {
  const { pod, cluster } = withChanges(start, changes);
  const node = cluster.nodes.get(target);
  const rejection = decision.preFilter ?? decision.rejected.find((rejected) => rejected.node === target)?.rejection;
  if (!node || !rejection) return [];
  const others = podsTakingRoom(cluster, target);
  return menderOf(rejection.plugin)?.propose({ pod, node, rejection, cluster, others }) ?? [];
}

/** Of each group of nodes that were refused alike, those that lack least: changes are tried on them. */
export function targetsOf({ pod, cluster }: Changed, decision: Decision): string[] {
  const groups = refusalsOf(decision);
  if (groups.length === 0) return [...cluster.nodes.keys()].slice(0, 1);
  const each = Math.max(1, Math.floor(mostTargets / groups.length));
  return groups.slice(0, mostTargets).flatMap(({ reasons, nodes }) => {
    const short = shortOf(reasons);
    if (short.length === 0) return nodes.slice(0, each);
    const room = new Map<string, number>();
    const pods = new Map<string, ReturnType<typeof podsTakingRoom>>();
    for (const other of cluster.pods.values()) {
      const list = pods.get(other.spec?.nodeName ?? '') ?? [];
      list.push(other);
      pods.set(other.spec?.nodeName ?? '', list);
    }
    const left = (node: Stored<Node>): number => {
      const others = (pods.get(node.metadata.name) ?? []).filter(
        ({ status }) => status?.phase !== 'Succeeded' && status?.phase !== 'Failed',
      );
      return Math.min(
        ...short.map((resource) => freeOf(node, others, resource) / Math.max(1, requestOf(pod, resource))),
      );
    };
    for (const name of nodes) {
      const node = cluster.nodes.get(name);
      if (node) room.set(name, left(node));
    }
    return nodes.toSorted((a, b) => (room.get(b) ?? 0) - (room.get(a) ?? 0)).slice(0, each);
  });
}
