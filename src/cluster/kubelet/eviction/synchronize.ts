import type { Pod } from '../../../api/objects.ts';
import type { Milliseconds } from '../../world/queue.ts';
import { isCriticalPod } from '../oomScore.ts';
import { localStorageExcess } from './localStorage.ts';
import { type EvictionMessage, evictionMessage } from './message.ts';
import { byUid, type Filesystems, rankPods } from './rank.ts';
import { type Observations, observe, type PressureCondition, type Signal, signals } from './signals.ts';
import type { PodStats, Summary } from './stats.ts';
import { conditionsOf, type Threshold, thresholdsMet } from './thresholds.ts';

/** What the eviction manager remembers from one pass to the next: plain data. */
export interface EvictionState {
  /** When each threshold began to be met without a break. */
  firstMetAt: { threshold: Threshold; at: Milliseconds }[];
  conditionsSeenAt: Partial<Record<PressureCondition, Milliseconds>>;
  /** Met for as long as their grace period. */
  met: Threshold[];
  /** When each signal was measured last. */
  measuredAt: Partial<Record<Signal, Milliseconds>>;
  /** As the node's status has them. */
  conditions: PressureCondition[];
}

export interface EvictionConfig {
  thresholds: readonly Threshold[];
  /** How long a condition stays after what made it was last seen. */
  pressureTransitionPeriod: Milliseconds;
  /** The most that a Pod gets that is evicted by a soft threshold, in seconds. */
  maxPodGracePeriodSeconds: number;
}

export interface Measured<P extends Pod> extends Filesystems {
  now: Milliseconds;
  /** When it was measured; `now` where absent. */
  at?: Milliseconds;
  summary: Summary;
  pods: readonly P[];
  podStats: readonly PodStats[];
}

export interface Eviction<P extends Pod> {
  pod: P;
  gracePeriodSeconds: number;
  message: string;
  annotations?: EvictionMessage['annotations'];
}

/** The outcome of one pass. `reclaiming`: an Event tells that something is being freed of this resource. */
export interface Pass<P extends Pod> {
  state: EvictionState;
  evicted: Eviction<P>[];
  reclaiming?: string;
  /** What could be freed before Pods have to go has been freed. */
  garbageCollected: boolean;
}

export const newEvictionState = (): EvictionState => ({
  firstMetAt: [],
  conditionsSeenAt: {},
  met: [],
  measuredAt: {},
  conditions: [],
});

const hardGracePeriodSeconds = 1;

/**
 * One pass of the eviction manager, every ten seconds. `collectGarbage` frees images and dead containers and measures
 * anew; it is called where the disk is short. Source: managerImpl.synchronize of eviction_manager.go.
 */
export function synchronize<P extends Pod>(
  before: EvictionState,
  config: EvictionConfig,
  measured: Measured<P>,
  collectGarbage: () => Summary,
): Pass<P> {
  const { now, pods, at = now } = measured;
  const observations = observe(measured.summary, at);
  const { state, due } = takeNote(before, config, observations, now);
  const pass: Pass<P> = { state, evicted: [], garbageCollected: false };
  const stats = byUid(measured.podStats);

  for (const pod of pods) {
    const own = stats.get(pod.metadata?.uid ?? '');
    const message = own && localStorageExcess(pod, own, measured.dedicatedImageFs);
    if (message && !isCriticalPod(pod)) pass.evicted.push({ pod, gracePeriodSeconds: hardGracePeriodSeconds, message });
  }
  const [threshold] = due;
  if (pass.evicted.length > 0 || !threshold) return pass;

  const { resource, condition } = signals[threshold.signal];
  pass.reclaiming = resource;
  if (condition === 'DiskPressure') {
    pass.garbageCollected = true;
    if (thresholdsMet(config.thresholds, observe(collectGarbage(), at), true).length === 0) return pass;
  }
  const [victim] = rankPods(pods, stats, threshold.signal, measured).filter((pod) => !isCriticalPod(pod));
  if (!victim) return pass;
  const { message, annotations } = evictionMessage(
    resource,
    victim,
    stats.get(victim.metadata?.uid ?? ''),
    [threshold],
    observations,
  );
  pass.evicted.push({ pod: victim, gracePeriodSeconds: graceOf(victim, threshold, config), message, annotations });
  return pass;
}

function graceOf({ spec }: Pod, threshold: Threshold, { maxPodGracePeriodSeconds: most }: EvictionConfig): number {
  if (threshold.gracePeriodSeconds === 0) return hardGracePeriodSeconds;
  return Math.min(most, spec?.terminationGracePeriodSeconds ?? most);
}

const isSame = (a: Threshold, b: Threshold): boolean =>
  a.signal === b.signal && a.gracePeriodSeconds === b.gracePeriodSeconds;

/** What is remembered from now on, and the thresholds that call for an eviction, those of memory first. */
function takeNote(
  before: EvictionState,
  { thresholds, pressureTransitionPeriod }: EvictionConfig,
  observations: Observations,
  now: Milliseconds,
): { state: EvictionState; due: Threshold[] } {
  const met = thresholdsMet(thresholds, observations, false);
  for (const unresolved of thresholdsMet(before.met, observations, true))
    if (!met.some((one) => isSame(one, unresolved))) met.push(unresolved);

  const firstMetAt = met.map((threshold) => ({
    threshold,
    at: before.firstMetAt.find((entry) => isSame(entry.threshold, threshold))?.at ?? now,
  }));
  const conditionsSeenAt = { ...before.conditionsSeenAt };
  for (const condition of conditionsOf(met)) conditionsSeenAt[condition] = now;
  const conditions = (Object.entries(conditionsSeenAt) as [PressureCondition, Milliseconds][])
    .filter(([, at]) => now - at < pressureTransitionPeriod)
    .map(([condition]) => condition);
  const due = firstMetAt
    .filter(({ threshold, at }) => now - at >= threshold.gracePeriodSeconds * 1000)
    .map(({ threshold }) => threshold);

  const measuredAt: EvictionState['measuredAt'] = {};
  for (const [signal, { at }] of Object.entries(observations)) measuredAt[signal as Signal] = at;
  const fresh = due.filter(({ signal }) => {
    const last = before.measuredAt[signal];
    return last === undefined || (measuredAt[signal] ?? 0) > last;
  });
  const isOfMemory = ({ signal }: Threshold) => signals[signal].resource === 'memory';
  return {
    state: { firstMetAt, conditionsSeenAt, met: due, measuredAt, conditions },
    due: [...fresh.filter(isOfMemory), ...fresh.filter((threshold) => !isOfMemory(threshold))],
  };
}
