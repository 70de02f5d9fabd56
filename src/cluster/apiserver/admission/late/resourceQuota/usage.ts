import { quantityOf } from '../../../../../api/quantity.ts';
import type { Milliseconds } from '../../../../world/queue.ts';
import { listObjects, type Store } from '../../../../world/store.ts';
import { type Amounts, addAmounts, listOf, masked, type ResourceList } from '../amounts.ts';
import { type Quota, scopesOf } from './evaluator.ts';
import { evaluators } from './registry.ts';

/** What a quota has used of all that it limits and that can be counted. Source: pkg/quota/v1 CalculateUsage. */
export function quotaUsage(store: Store, quota: Quota, now: Milliseconds): ResourceList {
  const limited = Object.keys(quota.spec?.hard ?? {});
  const scopes = scopesOf(quota);
  let used: Amounts = {};
  for (const [plural, evaluator] of evaluators) {
    const names = evaluator.matchingResources(limited);
    if (names.length === 0) continue;
    used = addAmounts(used, Object.fromEntries(names.map((name) => [name, quantityOf(0, 'DecimalSI')])));
    for (const object of listObjects(store, plural, quota.metadata.namespace))
      if (scopes.every((scope) => evaluator.matchesScope?.(scope, object) ?? false))
        used = addAmounts(used, masked(evaluator.usage(object, now), names));
  }
  return listOf(used);
}
