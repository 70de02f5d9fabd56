import type {
  KubernetesObject,
  ResourceQuota,
  ScopedResourceSelectorRequirement,
  Stored,
} from '../../../../../api/objects.ts';
import { quantityOf } from '../../../../../api/quantity.ts';
import type { Resource } from '../../../../../api/resources.ts';
import { qualified } from '../../../../../api/status.ts';
import type { Milliseconds } from '../../../../world/queue.ts';
import type { Admission } from '../../admission.ts';
import type { Amounts } from '../amounts.ts';

export type Quota = Stored<ResourceQuota>;
export type ScopeRequirement = ScopedResourceSelectorRequirement;

/** How quotas count the objects of one resource. Source: k8s.io/apiserver pkg/quota/v1 Evaluator. */
export interface Evaluator {
  /** Whether such a write can change what is counted. */
  handles(write: Admission, object: KubernetesObject): boolean;
  /** Which of these names of a quota are about the resource. */
  matchingResources(names: readonly string[]): string[];
  /** What one object takes. */
  usage(object: KubernetesObject, now: Milliseconds): Amounts;
  /** Whether an object is in a scope; absent: it is in none. */
  matchesScope?(scope: ScopeRequirement, object: KubernetesObject): boolean;
  /** What an object has to say and does not, where quotas have these names. */
  constraints?(names: readonly string[], object: KubernetesObject): string | undefined;
}

/** `count/deployments.apps`. */
export const countName = (resource: Pick<Resource, 'plural' | 'group'>): string => `count/${qualified(resource)}`;

export const one = quantityOf(1, 'DecimalSI');

/** Counts objects, under `count/...` and, for some, under an older name. */
export function objectCount(...names: string[]): Evaluator {
  return {
    handles: ({ operation }) => operation === 'CREATE',
    matchingResources: (given) => given.filter((name) => names.includes(name)),
    usage: () => Object.fromEntries(names.map((name) => [name, one])),
  };
}

/** All scopes that a quota names, in either way. */
export function scopesOf({ spec }: Quota): ScopeRequirement[] {
  const named = (spec?.scopes ?? []).map((scopeName) => ({ scopeName, operator: 'Exists' }) as ScopeRequirement);
  return [...named, ...(spec?.scopeSelector?.matchExpressions ?? [])];
}

/** Whether a quota counts an object. */
export function isCounted(quota: Quota, evaluator: Evaluator, object: KubernetesObject): boolean {
  const isAbout = evaluator.matchingResources(Object.keys(quota.status?.hard ?? {})).length > 0;
  return isAbout && scopesOf(quota).every((scope) => evaluator.matchesScope?.(scope, object) ?? false);
}
