import type { Pod, Stored } from '../../../api/objects.ts';
import { type Selector, selects } from '../../../api/selectors/labels.ts';
import { listObjects } from '../../world/store.ts';
import { shareOf } from '../podRequests.ts';
import type { Tank } from './tank.ts';

export const isAlive = (pod: Stored<Pod>) => pod.status?.phase !== 'Succeeded' && pod.status?.phase !== 'Failed';

/** What the noted sums should be, by counting every Pod there is. */
export function recount({ world }: Tank) {
  const sums: Record<string, { pods: number; cpu: number; memory: number; nonZero: number; ports: number[] }> = {};
  for (const { metadata } of listObjects(world.store, 'nodes'))
    sums[metadata.name] = { pods: 0, cpu: 0, memory: 0, nonZero: 0, ports: [] };
  for (const pod of listObjects<Stored<Pod>>(world.store, 'pods')) {
    const name = pod.spec?.nodeName ?? world.scheduler.assumed.get(`default/${pod.metadata.name}`);
    if (!name || !isAlive(pod)) continue;
    sums[name] ??= { pods: 0, cpu: 0, memory: 0, nonZero: 0, ports: [] };
    const sum = sums[name];
    const share = shareOf(pod);
    sum.pods++;
    sum.cpu += share.requested.cpu;
    sum.memory += share.requested.memory;
    sum.nonZero += share.nonZero.memory;
    sum.ports.push(...share.ports.map(({ port }) => port));
    sum.ports.sort();
  }
  return sums;
}

/** By node the Pods that a selector selects, by counting every Pod there is. */
export function recountSelected({ world }: Tank, selector: Selector, terminating: boolean) {
  const counts: Record<string, number> = {};
  for (const pod of listObjects<Stored<Pod>>(world.store, 'pods')) {
    const name = pod.spec?.nodeName ?? world.scheduler.assumed.get(`default/${pod.metadata.name}`);
    if (!name || !isAlive(pod) || (pod.metadata.deletionTimestamp && !terminating)) continue;
    if (!selects(selector, pod.metadata.labels)) continue;
    counts[name] = (counts[name] ?? 0) + 1;
  }
  return counts;
}

/** By node how many Pods have wishes about others, by counting every Pod there is. */
export function recountWishes({ world }: Tank) {
  const counts: Record<string, number> = {};
  for (const pod of listObjects<Stored<Pod>>(world.store, 'pods')) {
    const name = pod.spec?.nodeName ?? world.scheduler.assumed.get(`default/${pod.metadata.name}`);
    if (name && isAlive(pod) && pod.spec?.affinity?.podAntiAffinity) counts[name] = (counts[name] ?? 0) + 1;
  }
  return counts;
}

export function notedWishes({ world }: Tank) {
  const sums: Record<string, number> = {};
  for (const { counts } of world.scheduler.affinityGroups.values())
    for (const [name, count] of counts) sums[name] = (sums[name] ?? 0) + count;
  return sums;
}

/** What does not depend on how the scheduler came to know it. */
export function knowledge({ world }: Tank) {
  const { nodes, affinityGroups, nominated, nodeOrder: _void, ...rest } = world.scheduler;
  const sorted = <T>(map: ReadonlyMap<string, T>) => Object.fromEntries([...map].sort(([a], [b]) => (a < b ? -1 : 1)));
  const infos = [...nodes].map(([name, info]) => [
    name,
    { ...info, ports: info.ports.map((one) => JSON.stringify(one)).sort() },
  ]);
  const waiting = [...rest.queue.pods.keys()].sort();
  return { nodes: Object.fromEntries(infos), groups: sorted(affinityGroups), nominated: sorted(nominated), waiting };
}

export function noted({ world }: Tank) {
  return Object.fromEntries(
    [...world.scheduler.nodes].map(([name, info]) => [
      name,
      {
        pods: info.pods,
        cpu: info.requested.cpu,
        memory: info.requested.memory,
        nonZero: info.nonZero.memory,
        ports: info.ports.map(({ port }) => port).sort(),
      },
    ]),
  );
}
