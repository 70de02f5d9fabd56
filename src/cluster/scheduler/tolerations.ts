import type { Taint, Toleration } from '../../api/objects.ts';

/**
 * Whether a toleration tolerates a taint. The operators Gt and Lt do nothing: their feature gate is off in 1.36.
 * Source: k8s.io/component-helpers scheduling/corev1 ToleratesTaint.
 */
export function tolerates(toleration: Toleration, taint: Taint): boolean {
  if (toleration.effect && toleration.effect !== taint.effect) return false;
  if (toleration.key && toleration.key !== taint.key) return false;
  switch (toleration.operator ?? 'Equal') {
    case 'Exists':
      return true;
    case 'Equal':
      return (toleration.value ?? '') === (taint.value ?? '');
    default:
      return false;
  }
}

/** The first taint with one of the effects that no toleration tolerates. */
export function untoleratedTaint(
  taints: readonly Taint[] | undefined,
  tolerations: readonly Toleration[] | undefined,
  effects: readonly Taint['effect'][],
): Taint | undefined {
  return taints?.find(
    (taint) => effects.includes(taint.effect) && !tolerations?.some((toleration) => tolerates(toleration, taint)),
  );
}

/**
 * For how many seconds a Pod may stay on a node with these taints: `null` for ever, 0 when it must go at once. Of each
 * NoExecute taint the first toleration that matches it counts, and of those the shortest time.
 * Source: pkg/controller/tainteviction getMinTolerationTime.
 */
export function secondsUntilEviction(
  taints: readonly Taint[],
  tolerations: readonly Toleration[] | undefined,
): number | null {
  let shortest: number | null = null;
  for (const taint of taints) {
    if (taint.effect !== 'NoExecute') continue;
    const toleration = tolerations?.find((candidate) => tolerates(candidate, taint));
    if (!toleration) return 0;
    if (toleration.tolerationSeconds === undefined) continue;
    const seconds = Math.max(0, toleration.tolerationSeconds);
    if (shortest === null || seconds < shortest) shortest = seconds;
  }
  return shortest;
}
