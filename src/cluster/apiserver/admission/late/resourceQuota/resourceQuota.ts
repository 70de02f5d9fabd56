import { isSame } from '../../../../../api/equal.ts';
import type { KubernetesObject } from '../../../../../api/objects.ts';
import { type Failure, isFailure } from '../../../../../api/status.ts';
import { listIndexed, put } from '../../../../world/store.ts';
import { type AdmissionSteps, refuse } from '../../admission.ts';
import { type Amounts, addAmounts, amountsOf, amountsText, exceeding, excess, listOf, masked } from '../amounts.ts';
import { type Evaluator, isCounted, type Quota } from './evaluator.ts';
import { evaluators } from './registry.ts';

type Place = Parameters<NonNullable<AdmissionSteps['validate']>>;

/** Source: k8s.io/apiserver pkg/admission/plugin/resourcequota controller.go, CheckRequest. */
export const resourceQuota: AdmissionSteps = {
  validate(...place) {
    const [world, object, resource, write] = place;
    const evaluator = evaluators.get(resource.plural);
    if (!evaluator?.handles(write, object)) return undefined;
    const quotas = concerned(place, evaluator);
    if (isFailure(quotas)) return quotas;
    const changed: Quota[] = [];
    for (const quota of quotas) {
      const charged = charge(place, evaluator, quota);
      if (isFailure(charged)) return charged;
      if (charged !== quota) changed.push(charged);
    }
    if (!write.dryRun)
      for (const quota of changed)
        put(world.store, world.now, 'resourcequotas', quota as KubernetesObject, { actor: 'kube-apiserver' });
    return undefined;
  },
};

/** The quotas that count the object; or why it can be counted by none. */
function concerned([world, object, resource, write]: Place, evaluator: Evaluator): Quota[] | Failure {
  const all = listIndexed<Quota>(world.store, 'resourceQuotasByNamespace', object.metadata.namespace ?? '');
  const quotas = all.filter((quota) => isCounted(quota, evaluator, object));
  for (const { metadata, status } of quotas) {
    const names = evaluator.matchingResources(Object.keys(status?.hard ?? {}));
    const missing = evaluator.constraints?.(names, object);
    if (missing) return refuse(resource, write, `failed quota: ${metadata.name}: ${missing}`);
    const used = (status?.used ?? {}) as Record<string, string>;
    if (names.some((name) => used[name] === undefined)) {
      const unknown = `status unknown for quota: ${metadata.name}, resources: ${[...names].sort().join(',')}`;
      return refuse(resource, write, unknown);
    }
  }
  return quotas;
}

/** The quota with what the object takes of it; the same quota where that is nothing. */
function charge([world, object, resource, write]: Place, evaluator: Evaluator, quota: Quota): Quota | Failure {
  const usage = evaluator.usage(object, world.now);
  const negative = Object.keys(usage).filter((name) => (usage[name]?.unscaled ?? 0n) < 0n);
  if (negative.length > 0)
    return refuse(resource, write, `quota usage is negative for resource(s): ${negative.sort().join(',')}`);
  const wasCounted = write.old && isCounted(quota, evaluator, write.old);
  const before: Amounts = write.old && wasCounted ? evaluator.usage(write.old, world.now) : {};
  const hard = amountsOf(quota.status?.hard);
  const requested = masked(excess(usage, before), Object.keys(hard));
  const used = amountsOf(quota.status?.used);
  const next = addAmounts(used, requested);
  const exceeded = exceeding(masked(next, Object.keys(requested)), hard);
  if (exceeded.length > 0) {
    const text = (amounts: Amounts) => amountsText(masked(amounts, exceeded));
    return refuse(
      resource,
      write,
      `exceeded quota: ${quota.metadata.name}, requested: ${text(requested)}, used: ${text(used)}, limited: ${text(hard)}`,
    );
  }
  const list = { ...quota.status?.used, ...listOf(masked(next, Object.keys(requested))) };
  if (isSame(list, quota.status?.used)) return quota;
  return { ...quota, status: { ...quota.status, used: list as NonNullable<Quota['status']>['used'] } } as Quota;
}
