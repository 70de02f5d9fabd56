import { effectiveResources } from '../../../api/effective.ts';
import type { Pod, Volume } from '../../../api/objects.ts';
import { quantityValue, toBytes } from '../../../api/quantity.ts';
import { type Signal, signals } from './signals.ts';
import type { FsStats, PodStats, StatsByUid } from './stats.ts';

type Compare = (a: Pod, b: Pod) => number;
type Part = 'root' | 'logs' | 'volumes';

/** Whether images, and the containers' writable layers, have filesystems of their own. */
export interface Filesystems {
  dedicatedImageFs: boolean;
  splitContainerImageFs: boolean;
}

/** The Pods in the order in which they go where `signal` says that something runs out. Source: buildSignalToRankFunc. */
export function rankPods<P extends Pod>(
  pods: readonly P[],
  stats: StatsByUid,
  signal: Signal,
  filesystems: Filesystems,
): P[] {
  return [...pods].sort(compareBy(comparisons(stats, signal, filesystems)));
}

const compareBy =
  (all: readonly Compare[]): Compare =>
  (a, b) => {
    for (const compare of all) {
      const result = compare(a, b);
      if (result !== 0) return result;
    }
    return 0;
  };

function comparisons(stats: StatsByUid, signal: Signal, filesystems: Filesystems): Compare[] {
  const { resource } = signals[signal];
  const statsOf = (pod: Pod) => stats.get(pod.metadata?.uid ?? '');
  // Pods without statistics go first.
  const known =
    (compare: (a: Pod, b: Pod, statsOfA: PodStats, statsOfB: PodStats) => number): Compare =>
    (a, b) => {
      const [ofA, ofB] = [statsOf(a), statsOf(b)];
      return ofA && ofB ? compare(a, b, ofA, ofB) : Number(ofA !== undefined) - Number(ofB !== undefined);
    };
  const priority: Compare = (a, b) => (a.spec?.priority ?? 0) - (b.spec?.priority ?? 0);
  if (resource === 'pids') {
    const processes = (pod: PodStats) => pod.process_stats?.process_count ?? 0;
    return [priority, known((_a, _b, ofA, ofB) => processes(ofB) - processes(ofA))];
  }
  const parts = partsMeasured(signal, filesystems);
  const usage = (pod: Pod, of: PodStats): number => {
    if (resource === 'memory') return of.memory?.workingSetBytes ?? 0;
    return diskUsage(pod, of, parts, resource === 'inodes' ? 'inodesUsed' : 'usedBytes');
  };
  const exceeds = (pod: Pod, of: PodStats) => Number(usage(pod, of) > request(pod, resource));
  // Inodes too are compared with the bytes that were requested: so it is in the source.
  const subtracted = resource === 'memory' ? 'memory' : 'ephemeral-storage';
  const excess = (pod: Pod, of: PodStats) => usage(pod, of) - request(pod, subtracted);
  return [
    known((a, b, ofA, ofB) => exceeds(b, ofB) - exceeds(a, ofA)),
    priority,
    known((a, b, ofA, ofB) => excess(b, ofB) - excess(a, ofA)),
  ];
}

/** Overhead counts only on top of something. Source: GetResourceRequestQuantity of pkg/api/v1/resource. */
function request(pod: Pod, resource: string): number {
  const amount = effectiveResources(pod, 'requests', { excludeOverhead: true })[resource];
  const own = amount ? Number(quantityValue(amount)) : 0;
  return own === 0 ? 0 : own + toBytes(pod.spec?.overhead?.[resource] ?? '0');
}

const all: readonly Part[] = ['root', 'logs', 'volumes'];

function partsMeasured(signal: Signal, { dedicatedImageFs, splitContainerImageFs }: Filesystems): readonly Part[] {
  if (!dedicatedImageFs) return all;
  const [fs] = signal.split('.');
  if (splitContainerImageFs) return fs === 'imagefs' ? [] : all;
  return fs === 'nodefs' ? ['logs', 'volumes'] : ['root'];
}

function diskUsage(pod: Pod, stats: PodStats, parts: readonly Part[], field: 'usedBytes' | 'inodesUsed'): number {
  const amount = (fs: FsStats | undefined) => fs?.[field] ?? 0;
  let sum = 0;
  for (const { rootfs, logs } of stats.containers) {
    if (parts.includes('root')) sum += amount(rootfs);
    if (parts.includes('logs')) sum += amount(logs);
  }
  if (!parts.includes('volumes')) return sum;
  const local = new Set((pod.spec?.volumes ?? []).filter(isLocal).map(({ name }) => name));
  for (const volume of stats.volume ?? []) if (local.has(volume.name)) sum += amount(volume);
  return sum;
}

/** Volumes on the node's own disk. Source: localVolumeNames. */
const isLocal = ({ hostPath, emptyDir, configMap, gitRepo }: Volume): boolean =>
  Boolean(hostPath ?? configMap ?? gitRepo ?? (emptyDir && emptyDir.medium !== 'Memory' ? emptyDir : undefined));

/** The statistics by the uid of their Pod. */
export const byUid = (stats: readonly PodStats[]): StatsByUid => new Map(stats.map((one) => [one.podRef.uid, one]));
