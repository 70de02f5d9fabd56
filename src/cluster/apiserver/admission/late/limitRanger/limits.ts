import { effectiveResources } from '../../../../../api/effective.ts';
import type { LimitRange, LimitRangeItem, PersistentVolumeClaim, Pod, Stored } from '../../../../../api/objects.ts';
import type { Quantity } from '../../../../../api/quantity.ts';
import { type Amounts, amountsOf } from '../amounts.ts';
import { type Asked, maxConstraint, maxRequestConstraint, minConstraint, ratioConstraint } from './constraints.ts';

type Constraint = (asked: Asked, enforced: Quantity) => string | undefined;

/** What a constraint finds, resource by resource; the real server walks a map, in no order. */
function check(
  constraint: Constraint,
  type: string,
  list: object | undefined,
  requests: Amounts,
  limits: Amounts,
): string[] {
  return Object.entries(amountsOf(list))
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(
      ([resource, enforced]) =>
        constraint({ type, resource, request: requests[resource], limit: limits[resource] }, enforced) ?? [],
    );
}

function checkAll(item: LimitRangeItem, requests: Amounts, limits: Amounts): string[] {
  return [
    ...check(minConstraint, item.type, item.min, requests, limits),
    ...check(maxConstraint, item.type, item.max, requests, limits),
    ...check(ratioConstraint, item.type, item.maxLimitRequestRatio, requests, limits),
  ];
}

/** What a Pod asks for against a LimitRange. Source: PodValidateLimitFunc. */
export function wrongInPod({ spec }: Stored<LimitRange>, pod: Stored<Pod>): string[] {
  return (spec?.limits ?? []).flatMap((item) => {
    if (item.type === 'Container')
      return [...(pod.spec?.containers ?? []), ...(pod.spec?.initContainers ?? [])].flatMap(({ resources }) =>
        checkAll(item, amountsOf(resources?.requests), amountsOf(resources?.limits)),
      );
    if (item.type !== 'Pod') return [];
    const options = { excludeOverhead: true };
    return checkAll(item, effectiveResources(pod, 'requests', options), effectiveResources(pod, 'limits', options));
  });
}

/** What a claim asks for against a LimitRange; its limits count for nothing. */
export function wrongInClaim({ spec }: Stored<LimitRange>, claim: Stored<PersistentVolumeClaim>): string[] {
  const requests = amountsOf(claim.spec?.resources?.requests);
  return (spec?.limits ?? [])
    .filter(({ type }) => type === 'PersistentVolumeClaim')
    .flatMap(({ type, min, max }) => [
      ...check(minConstraint, type, min, requests, {}),
      ...check(maxRequestConstraint, type, max, requests, {}),
    ]);
}
