import type { HPAScalingRules } from '../../../../api/objects.ts';
import type { Milliseconds } from '../../../world/queue.ts';

/** What the autoscaler remembers of one target. Plain data. */
export interface ScalingHistory {
  recommendations: { at: Milliseconds; replicas: number }[];
  up: ScaleEvent[];
  down: ScaleEvent[];
}

interface ScaleEvent {
  at: Milliseconds;
  /** How many replicas more, or fewer. */
  change: number;
}

/** A size, why it is that and not another, and whether it is less than what was wanted. */
export interface Limited {
  replicas: number;
  reason: string;
  message: string;
}

/** Source: horizontal-pod-autoscaler-downscale-stabilization. */
const downscaleStabilization: Milliseconds = 300_000;

const within: Omit<Limited, 'replicas'> = {
  reason: 'DesiredWithinRange',
  message: 'the desired count is within the acceptable range',
};
const tooFew: Omit<Limited, 'replicas'> = {
  reason: 'TooFewReplicas',
  message: 'the desired replica count is less than the minimum replica count',
};
const tooMany: Omit<Limited, 'replicas'> = {
  reason: 'TooManyReplicas',
  message: 'the desired replica count is more than the maximum replica count',
};
const upLimit: Omit<Limited, 'replicas'> = {
  reason: 'ScaleUpLimit',
  message: 'the desired replica count is increasing faster than the maximum scale rate',
};
const downLimit: Omit<Limited, 'replicas'> = {
  reason: 'ScaleDownLimit',
  message: 'the desired replica count is decreasing faster than the maximum scale rate',
};

export interface Wish {
  current: number;
  desired: number;
  min: number;
  max: number;
  now: Milliseconds;
}

/** What to scale to: not below what was wanted lately, not above it either where the rules say so. Notes the wish. */
export function stabilize(
  { current, desired, now }: Wish,
  history: ScalingHistory,
  rules: { up?: HPAScalingRules; down?: HPAScalingRules } | undefined,
): Limited {
  const upWindow = rules ? (rules.up?.stabilizationWindowSeconds ?? 0) * 1000 : 0;
  const downSeconds = rules?.down?.stabilizationWindowSeconds;
  const downWindow = downSeconds === undefined ? downscaleStabilization : downSeconds * 1000;
  let least = desired;
  let most = desired;
  for (const { at, replicas } of history.recommendations) {
    if (at > now - upWindow) least = Math.min(least, replicas);
    if (at > now - downWindow) most = Math.max(most, replicas);
  }
  const longest = Math.max(upWindow, downWindow);
  history.recommendations = history.recommendations.filter(({ at }) => at > now - longest);
  history.recommendations.push({ at: now, replicas: desired });
  // Without rules of its own only a smaller size is put off. Source: stabilizeRecommendation, stabilizeRecommendationWithBehaviors.
  const replicas = rules ? Math.min(Math.max(current, least), most) : most;
  if (replicas === desired)
    return { replicas, reason: 'ReadyForNewScale', message: 'recommended size matches current size' };
  return rules && desired >= current
    ? {
        replicas,
        reason: 'ScaleUpStabilized',
        message: 'recent recommendations were lower than current one, applying the lowest recent recommendation',
      }
    : {
        replicas,
        reason: 'ScaleDownStabilized',
        message: 'recent recommendations were higher than current one, applying the highest recent recommendation',
      };
}

/** Without rules of its own: at most twice as many at once, or four. Source: convertDesiredReplicasWithRules. */
export function limitPlainly({ current, desired, min, max }: Wish): Limited {
  const fastest = Math.max(2 * current, 4);
  const [highest, why] = max > fastest ? [fastest, upLimit] : [max, tooMany];
  if (desired < min) return { replicas: min, ...tooFew };
  if (desired > highest) return { replicas: highest, ...why };
  return { replicas: desired, ...within };
}

/** As fast as the policies let it. Source: convertDesiredReplicasWithBehaviorRate. */
export function limitByRules(
  { current, desired, min, max, now }: Wish,
  history: ScalingHistory,
  rules: { up?: HPAScalingRules; down?: HPAScalingRules },
): Limited {
  if (desired > current) {
    const fastest = Math.max(current, upTo(current, history, rules.up, now));
    const [highest, why] = max > fastest ? [fastest, upLimit] : [max, tooMany];
    if (desired > highest) return { replicas: highest, ...why };
  } else if (desired < current) {
    const fastest = Math.min(current, downTo(current, history, rules.down, now));
    const [lowest, why] = min < fastest ? [fastest, downLimit] : [min, tooFew];
    if (desired < lowest) return { replicas: lowest, ...why };
  }
  return { replicas: desired, ...within };
}

/** By how much the size has changed within the last so many seconds. */
const changed = (events: readonly ScaleEvent[], seconds: number, now: Milliseconds): number =>
  events.reduce((sum, { at, change }) => (at > now - seconds * 1000 ? sum + change : sum), 0);

function upTo(current: number, { up, down }: ScalingHistory, rules: HPAScalingRules | undefined, now: number): number {
  if (rules?.selectPolicy === 'Disabled') return current;
  const proposals = (rules?.policies ?? []).map(({ type, value, periodSeconds }) => {
    const start = current - changed(up, periodSeconds, now) + changed(down, periodSeconds, now);
    return type === 'Pods' ? start + value : Math.ceil(start * (1 + value / 100));
  });
  return rules?.selectPolicy === 'Min' ? Math.min(...proposals) : Math.max(...proposals);
}

function downTo(
  current: number,
  { up, down }: ScalingHistory,
  rules: HPAScalingRules | undefined,
  now: number,
): number {
  if (rules?.selectPolicy === 'Disabled') return current;
  const proposals = (rules?.policies ?? []).map(({ type, value, periodSeconds }) => {
    const start = current - changed(up, periodSeconds, now) + changed(down, periodSeconds, now);
    return type === 'Pods' ? start - value : Math.trunc(start * (1 - value / 100));
  });
  return rules?.selectPolicy === 'Min' ? Math.max(...proposals) : Math.min(...proposals);
}

/** Notes that the size was changed; what no policy looks at any more is forgotten. */
export function noteScaling(
  history: ScalingHistory,
  from: number,
  to: number,
  now: Milliseconds,
  rules: { up?: HPAScalingRules; down?: HPAScalingRules } | undefined,
): void {
  if (!rules) return;
  const [events, policies] = to > from ? [history.up, rules.up?.policies] : [history.down, rules.down?.policies];
  const longest = Math.max(0, ...(policies ?? []).map(({ periodSeconds }) => periodSeconds)) * 1000;
  const kept = events.filter(({ at }) => at > now - longest);
  kept.push({ at: now, change: Math.abs(to - from) });
  if (to > from) history.up = kept;
  else history.down = kept;
}
