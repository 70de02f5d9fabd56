import type { Pod, Stored } from '../../../api/objects.ts';
import { allocatableOf, amountText, freeOf, requestOf } from '../../../scene/scheduling/amounts.ts';
import { capped } from './capped.ts';
import { type Change, keyOfPod, type Mender, mayGo, type Situation } from './change.ts';

/** Too little left on the node: request no more than is left, or make room. */
export const nodeResourcesFit: Mender = {
  plugin: 'NodeResourcesFit',
  propose(situation) {
    const short = shortOf(situation.rejection.reasons);
    const tooMany = situation.rejection.reasons.includes('Too many pods');
    return [...(tooMany ? [] : requestLess(situation, short)), ...makeRoom(situation, short, tooMany)];
  },
};

/** The resources that reasons such as `Insufficient cpu` name. */
export const shortOf = (reasons: readonly string[]): string[] =>
  reasons.flatMap((reason) => /^Insufficient (.+)$/.exec(reason)?.[1] ?? []);

function requestLess({ pod, node, others }: Situation, short: readonly string[]): Change[] {
  const most = short.map((resource) => ({ resource, free: freeOf(node, others, resource) }));
  if (most.length === 0 || most.some(({ free }) => free <= 0)) return [];
  const least = Math.min(...most.map(({ resource, free }) => free / requestOf(pod, resource)));
  return [
    {
      on: 'pod',
      words: {
        change: 'request',
        amounts: most.map(({ resource, free }) => ({
          resource,
          most: amountText(resource, free),
          now: amountText(resource, requestOf(pod, resource)),
        })),
      },
      // The less has to be given up, the smaller the change.
      cost: 1 + (1 - least),
      alter: (spec) => most.reduce((lowered, { resource, free }) => capped(lowered, resource, free), spec),
    },
  ];
}

/** More than this nobody deletes for the sake of one Pod. */
const mostRemoved = 3;

function makeRoom(situation: Situation, short: readonly string[], tooMany: boolean): Change[] {
  const { pod, node, others } = situation;
  if (short.some((resource) => requestOf(pod, resource) > allocatableOf(node, resource))) return [];
  const lacking = short.map((resource) => ({
    resource,
    amount: requestOf(pod, resource) - freeOf(node, others, resource),
  }));
  const removed = fewest(others.filter(mayGo), lacking, tooMany);
  if (!removed) return [];
  return [
    {
      on: 'others',
      remove: removed.map(keyOfPod),
      words: { change: 'remove', pods: removed.map(({ metadata }) => metadata.name), node: node.metadata.name },
      cost: 3 + removed.length,
    },
  ];
}

type Lacking = readonly { resource: string; amount: number }[];

/** One Pod whose leaving is enough (the smallest such), else the largest ones until it is. */
function fewest(pods: readonly Stored<Pod>[], lacking: Lacking, tooMany: boolean): Stored<Pod>[] | undefined {
  const share = (pod: Pod): number =>
    lacking.reduce((sum, { resource, amount }) => sum + requestOf(pod, resource) / Math.max(1, amount), 0);
  const isEnough = (gone: readonly Pod[]): boolean =>
    gone.length >= (tooMany ? 1 : 0) &&
    lacking.every(({ resource, amount }) => gone.reduce((sum, pod) => sum + requestOf(pod, resource), 0) >= amount);
  const sorted = [...pods].sort((a, b) => share(a) - share(b));
  const single = sorted.find((pod) => isEnough([pod]));
  if (single) return [single];
  const largest = sorted.slice(-mostRemoved).reverse();
  for (let count = 2; count <= largest.length; count++) {
    if (isEnough(largest.slice(0, count))) return largest.slice(0, count);
  }
  return undefined;
}
