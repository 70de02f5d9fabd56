import type { Groups, Sample } from './samples.ts';

/** How far usage may be from the target without anything being done. Source: horizontal-pod-autoscaler-tolerance 0.1; behavior tolerances. */
export interface Tolerances {
  up: number;
  down: number;
}

/** How much of the target is used: the ratio, and the figures that are told. */
export interface Usage {
  ratio: number;
  /** Percent of the requests; absent for targets that are amounts. */
  utilization?: number;
  /** The mean of the Pods, in thousandths of the unit. */
  average: number;
}

/** A target as the calculation needs it. */
export interface Target {
  /** From what the Pods use; undefined where none of them counts. */
  usageOf(samples: ReadonlyMap<string, number>): Usage | undefined;
  /** What a Pod without figures is taken to use when there are too many. */
  assumed(pod: string): number;
}

const isWithin = (ratio: number, { up, down }: Tolerances): boolean => ratio >= 1 - down && ratio <= 1 + up;

/** Amounts are compared with the mean; utilization with what the Pods ask for. Source: GetMetricUsageRatio, GetResourceUtilizationRatio. */
export function averageTarget(wanted: number): Target {
  return {
    usageOf(samples) {
      let sum = 0;
      for (const value of samples.values()) sum += value;
      const average = Math.trunc(sum / samples.size);
      return samples.size === 0 ? undefined : { ratio: average / wanted, average };
    },
    assumed: () => wanted,
  };
}

export function utilizationTarget(wanted: number, requests: ReadonlyMap<string, number>): Target {
  return {
    usageOf(samples) {
      let used = 0;
      let asked = 0;
      let counted = 0;
      for (const [name, value] of samples) {
        const request = requests.get(name);
        if (request === undefined) continue;
        used += value;
        asked += request;
        counted++;
      }
      if (asked === 0) return undefined;
      const utilization = Math.trunc((used * 100) / asked);
      return { ratio: utilization / wanted, utilization, average: Math.trunc(used / counted) };
    },
    assumed: (pod) => Math.trunc(((requests.get(pod) ?? 0) * Math.max(100, wanted)) / 100),
  };
}

/**
 * How many replicas bring the usage to the target. Pods without figures are taken to use all when there seem to be too many
 * and nothing when too few; neither may turn the direction. Source: GetResourceReplicas, calcPlainMetricReplicas.
 */
export function replicasFor(
  current: number,
  samples: ReadonlyMap<string, Sample>,
  { ready, unready, missing, ignored }: Groups,
  target: Target,
  tolerances: Tolerances,
): { replicas: number; usage: Usage } | { error: string } {
  const values = new Map<string, number>();
  for (const [name, { value }] of samples)
    if (!ignored.includes(name) && !unready.includes(name)) values.set(name, value);
  if (values.size === 0) return { error: 'did not receive metrics for targeted pods (pods might be unready)' };
  const usage = target.usageOf(values);
  if (!usage) return { error: 'no metrics returned matched known pods' };
  const countsUnready = unready.length > 0 && usage.ratio > 1;
  if (!countsUnready && missing.length === 0)
    return { usage, replicas: isWithin(usage.ratio, tolerances) ? current : Math.ceil(usage.ratio * ready) };
  if (usage.ratio !== 1) for (const name of missing) values.set(name, usage.ratio < 1 ? target.assumed(name) : 0);
  if (countsUnready) for (const name of unready) values.set(name, 0);
  const ratio = target.usageOf(values)?.ratio ?? usage.ratio;
  const hasTurned = (usage.ratio < 1 && ratio > 1) || (usage.ratio > 1 && ratio < 1);
  if (isWithin(ratio, tolerances) || hasTurned) return { usage, replicas: current };
  const replicas = Math.ceil(ratio * values.size);
  const isBackwards = (ratio < 1 && replicas > current) || (ratio > 1 && replicas < current);
  return { usage, replicas: isBackwards ? current : replicas };
}
