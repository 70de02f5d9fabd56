import { describe } from 'vitest';
import type { Pod } from '../../../src/api/objects.ts';
import { quantityText, toBytes } from '../../../src/api/quantity.ts';
import { refusalUnderPressure } from '../../../src/cluster/kubelet/eviction/admit.ts';
import { localStorageExcess } from '../../../src/cluster/kubelet/eviction/localStorage.ts';
import { evictionMessage } from '../../../src/cluster/kubelet/eviction/message.ts';
import { byUid, rankPods } from '../../../src/cluster/kubelet/eviction/rank.ts';
import { observe, type Signal, type StarvedResource } from '../../../src/cluster/kubelet/eviction/signals.ts';
import type { PodStats, Summary } from '../../../src/cluster/kubelet/eviction/stats.ts';
import { newEvictionState, synchronize } from '../../../src/cluster/kubelet/eviction/synchronize.ts';
import {
  conditionsOf,
  type EvictionTexts,
  parseThresholds,
  type Threshold,
  type ThresholdValue,
  thresholdQuantity,
  thresholdsMet,
} from '../../../src/cluster/kubelet/eviction/thresholds.ts';
import { isCriticalPod } from '../../../src/cluster/kubelet/oomScore.ts';
import { type Case, readCases, testCases } from './recorded.ts';

type Fields = Record<string, never>;
type Named = { fn: string } & Fields;

const cases = readCases<Named, unknown>('eviction.json');
/** The cases of one function, its input in the type that it is known to have. */
const casesOf = <In>(fn: string) => cases.filter((one) => one.in.fn === fn) as unknown as Case<In, unknown>[];

/** As Go prints a 32-bit number. */
const short = (number: number) => Number(number.toPrecision(7));
const valueText = (value: ThresholdValue, key: string) =>
  'quantity' in value ? { [key]: quantityText(value.quantity) } : { percentage: short(value.percentage) };

function thresholdsOf(texts: EvictionTexts): Threshold[] {
  const thresholds = parseThresholds(texts);
  if ('error' in thresholds) throw new Error(thresholds.error);
  return thresholds;
}

describe('reading the configuration', () => {
  testCases(casesOf<EvictionTexts>('ParseThresholdConfig'), (texts) => {
    const read = parseThresholds(texts);
    if ('error' in read) return read;
    const thresholds = read.map(({ signal, value, gracePeriodSeconds, minReclaim }) => ({
      signal,
      operator: 'LessThan',
      gracePeriodSeconds,
      ...valueText(value, 'quantity'),
      ...(minReclaim && 'quantity' in minReclaim && { minReclaim: quantityText(minReclaim.quantity) }),
    }));
    return { thresholds: thresholds.sort((a, b) => (a.signal < b.signal ? -1 : 1)) };
  });
});

describe('which Pod goes first', () => {
  interface Input {
    signal: Signal;
    dedicatedImageFs: boolean;
    splitContainerImageFs: boolean;
    pods: Pod[];
    podStats: PodStats[];
  }
  testCases(casesOf<Input>('rank'), ({ pods, podStats, signal, ...filesystems }) =>
    rankPods(pods, byUid(podStats), signal, filesystems).map(({ metadata }) => metadata?.name),
  );
});

describe('which thresholds are met', () => {
  interface Input extends EvictionTexts {
    enforceMinReclaim: boolean;
    summary: Summary;
  }
  testCases(casesOf<Input>('thresholdsMet'), ({ summary, enforceMinReclaim, ...texts }) => {
    const thresholds = thresholdsOf({ enforceNodeAllocatable: ['pods'], ...texts });
    const observations = observe(summary, 0);
    const met = thresholdsMet(thresholds, observations, enforceMinReclaim);
    return {
      met: met.map(({ signal }) => signal).sort(),
      nodeConditions: conditionsOf(met).sort(),
      observations: Object.fromEntries(
        Object.entries(observations).map(([signal, { available, capacity }]) => [
          signal,
          { available: quantityText(available), capacity: quantityText(capacity) },
        ]),
      ),
      thresholdQuantities: Object.fromEntries(
        thresholds.flatMap(({ signal, value }) => {
          const observed = observations[signal];
          return observed ? [[signal, quantityText(thresholdQuantity(value, observed.capacity))]] : [];
        }),
      ),
    };
  });
});

describe('what an evicted Pod is told', () => {
  interface Input extends EvictionTexts {
    resource: StarvedResource;
    pod: Pod;
    podStats: PodStats[];
    summary: Summary;
  }
  testCases(casesOf<Input>('evictionMessage'), ({ resource, pod, podStats, summary, ...texts }) =>
    evictionMessage(resource, pod, podStats[0], thresholdsOf(texts), observe(summary, 0)),
  );
});

describe('what a Pod has written', () => {
  interface Input {
    dedicatedImageFs: boolean;
    pod: Pod;
    podStats: PodStats[];
  }
  testCases(casesOf<Input>('localStorageEviction'), ({ pod, podStats: [stats], dedicatedImageFs }) => {
    const message = stats && !isCriticalPod(pod) ? localStorageExcess(pod, stats, dedicatedImageFs) : undefined;
    return { evicted: message !== undefined, gracePeriodSeconds: message ? 1 : null, message: message ?? null };
  });
});

describe('pass after pass', () => {
  interface Step {
    atSeconds: number;
    memoryAvailable?: string;
    nodefsAvailable?: string;
    nodefsAvailableAfterGC?: string;
  }
  interface Input {
    config: EvictionTexts & { evictionMaxPodGracePeriod: number; evictionPressureTransitionPeriodSeconds: number };
    pods: Pod[];
    podStats: PodStats[];
    nodeMemoryCapacity: string;
    nodefsCapacity: string;
    steps: Step[];
    admitPods: Pod[];
  }
  const loops = casesOf<Input>('synchronize').map(({ out, ...rest }) => {
    // Where either of two thresholds may lead, ours is the first that was recorded.
    const [first] = (out as { oneOf?: unknown[] }).oneOf ?? [out];
    return { ...rest, out: first };
  });
  testCases(loops, (input) => {
    const config = {
      thresholds: thresholdsOf(input.config),
      pressureTransitionPeriod: input.config.evictionPressureTransitionPeriodSeconds * 1000,
      maxPodGracePeriodSeconds: input.config.evictionMaxPodGracePeriod,
    };
    const summaryOf = ({ memoryAvailable, nodefsAvailable }: Omit<Step, 'atSeconds'>): Summary => {
      const [memory, fs] = [toBytes(memoryAvailable ?? input.nodeMemoryCapacity), input.nodefsCapacity];
      return {
        node: {
          memory: { availableBytes: memory, workingSetBytes: toBytes(input.nodeMemoryCapacity) - memory },
          fs: { availableBytes: toBytes(nodefsAvailable ?? fs), capacityBytes: toBytes(fs) },
        },
      };
    };
    let state = newEvictionState();
    let { pods } = input;
    return input.steps.map((step) => {
      const { atSeconds, nodefsAvailableAfterGC } = step;
      const after = { ...step, ...(nodefsAvailableAfterGC && { nodefsAvailable: nodefsAvailableAfterGC }) };
      const pass = synchronize(
        state,
        config,
        {
          now: 1e6 + atSeconds * 1000,
          summary: summaryOf(step),
          pods,
          podStats: input.podStats,
          dedicatedImageFs: false,
          splitContainerImageFs: false,
        },
        () => summaryOf(after),
      );
      ({ state } = pass);
      const gone = new Set(pass.evicted.map(({ pod }) => pod));
      pods = pods.filter((pod) => !gone.has(pod));
      return {
        atSeconds,
        nodeConditions: [...state.conditions].sort(),
        ...(pass.garbageCollected && { garbageCollected: ['containers', 'images'] }),
        killed: pass.evicted.map(({ pod, gracePeriodSeconds, message }) => ({
          pod: pod.metadata?.name,
          gracePeriodSeconds,
          message,
          reason: 'Evicted',
          phase: 'Failed',
          conditions: [{ type: 'DisruptionTarget', status: 'True', reason: 'TerminationByKubelet', message }],
        })),
        admit: Object.fromEntries(
          input.admitPods.map((pod) => [pod.metadata?.name, refusalUnderPressure(pod, state.conditions) ?? true]),
        ),
      };
    });
  });
});
