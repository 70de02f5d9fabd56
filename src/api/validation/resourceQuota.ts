import { isSame } from '../equal.ts';
import type { ResourceQuota, ResourceQuotaSpec, ScopedResourceSelectorRequirement, ScopeSelector } from '../objects.ts';
import type { FieldError } from '../status.ts';
import { immutable, invalidValue, required } from './errors.ts';
import { amountsIn, isStandardQuotaResource, validateAmount, validateQuotaResourceName } from './resourceNames.ts';

const compute = ['cpu', 'memory', 'limits.cpu', 'limits.memory', 'requests.cpu', 'requests.memory'];
const ofPods = ['pods', ...compute];

/** By scope, what it can be limited in. Source: IsResourceQuotaScopeValidForResource. */
const scopes: Record<string, readonly string[]> = {
  Terminating: ofPods,
  NotTerminating: ofPods,
  BestEffort: ['pods'],
  NotBestEffort: ofPods,
  PriorityClass: ofPods,
  CrossNamespacePodAffinity: ofPods,
  VolumeAttributesClass: ['persistentvolumeclaims', 'requests.storage'],
};
const onlyExists = ['BestEffort', 'NotBestEffort', 'Terminating', 'NotTerminating', 'CrossNamespacePodAffinity'];
const opposites = [
  ['BestEffort', 'NotBestEffort'],
  ['Terminating', 'NotTerminating'],
];

const conflicts = (named: readonly string[], field: string, value: unknown): FieldError[] =>
  opposites
    .filter((pair) => pair.every((scope) => named.includes(scope)))
    .map(() => invalidValue(field, value, 'conflicting scopes'));

/** One error for each standard resource of the quota that a scope says nothing about. */
function validateResources(
  scope: string,
  hard: ResourceQuotaSpec['hard'],
  field: string,
  value: unknown,
): FieldError[] {
  const allowed = scopes[scope];
  return Object.keys(hard ?? {})
    .sort()
    .filter((name) => allowed && isStandardQuotaResource(name) && !allowed.includes(name))
    .map(() => invalidValue(field, value, 'unsupported scope applied to resource'));
}

function validateScopes({ scopes: named = [], hard }: ResourceQuotaSpec): FieldError[] {
  const field = 'spec.scopes';
  return [
    ...named.flatMap((scope) => [
      ...(scopes[scope] ? [] : [invalidValue(field, named, 'unsupported scope')]),
      ...validateResources(scope, hard, field, named),
    ]),
    ...conflicts(named, field, named),
  ];
}

function validateOperator(
  { scopeName, operator, values = [] }: ScopedResourceSelectorRequirement,
  field: string,
): FieldError[] {
  const errors: FieldError[] = [];
  const at = `${field}.operator`;
  if (onlyExists.includes(scopeName) && operator !== 'Exists')
    errors.push(
      invalidValue(
        at,
        operator,
        "must be 'Exists' when scope is any of ResourceQuotaScopeTerminating, ResourceQuotaScopeNotTerminating, ResourceQuotaScopeBestEffort, ResourceQuotaScopeNotBestEffort or ResourceQuotaScopeCrossNamespacePodAffinity",
      ),
    );
  if (operator === 'In' || operator === 'NotIn') {
    if (values.length === 0)
      errors.push(
        required(`${field}.values`, "must be at least one value when `operator` is 'In' or 'NotIn' for scope selector"),
      );
  } else if (operator === 'Exists' || operator === 'DoesNotExist') {
    if (values.length > 0)
      errors.push(
        invalidValue(
          `${field}.values`,
          values,
          "must be no value when `operator` is 'Exist' or 'DoesNotExist' for scope selector",
        ),
      );
  } else errors.push(invalidValue(at, operator, 'not a valid selector operator'));
  return errors;
}

/** As the server prints its own struct. */
const goSelector = ({ matchExpressions = [] }: ScopeSelector) => ({
  MatchExpressions: matchExpressions.map(({ scopeName, operator, values }) => ({
    ScopeName: scopeName,
    Operator: operator,
    Values: values ?? null,
  })),
});

function validateScopeSelector({ scopeSelector, hard, scopes: named }: ResourceQuotaSpec): FieldError[] {
  if (!scopeSelector) return [];
  const field = 'spec.scopeSelector.matchExpressions';
  const requirements = scopeSelector.matchExpressions ?? [];
  return [
    ...requirements.flatMap((requirement) => [
      ...(scopes[requirement.scopeName]
        ? []
        : [invalidValue(`${field}.scopeName`, requirement.scopeName, 'unsupported scope')]),
      ...validateResources(requirement.scopeName, hard, field, goSelector(scopeSelector)),
      ...validateOperator(requirement, field),
    ]),
    ...conflicts(
      requirements.map(({ scopeName }) => scopeName),
      field,
      named ?? null,
    ),
  ];
}

const validateAmounts = (list: object | undefined, field: string): FieldError[] =>
  amountsIn(list).flatMap(([name, amount]) => [
    ...validateQuotaResourceName(name, `${field}[${name}]`),
    ...validateAmount(name, amount, `${field}[${name}]`),
  ]);

function validateSpec(spec: ResourceQuotaSpec = {}): FieldError[] {
  return [...validateAmounts(spec.hard, 'spec.hard'), ...validateScopes(spec), ...validateScopeSelector(spec)];
}

/** What is wrong with the status of a ResourceQuota. Source: ValidateResourceQuotaStatus. */
export const validateResourceQuotaStatus = ({ status }: ResourceQuota): FieldError[] => [
  ...validateAmounts(status?.hard, 'status.hard'),
  ...validateAmounts(status?.used, 'status.used'),
];

/** What is wrong with a ResourceQuota, besides its metadata. Source: ValidateResourceQuota. */
export const validateResourceQuota = (quota: ResourceQuota): FieldError[] => [
  ...validateSpec(quota.spec),
  ...validateResourceQuotaStatus(quota),
];

/** Its scopes stay. Source: ValidateResourceQuotaUpdate. */
export function validateResourceQuotaUpdate({ spec }: ResourceQuota, { spec: old }: ResourceQuota): FieldError[] {
  const errors = validateSpec(spec);
  const asSet = (list: readonly string[] = []) => [...new Set(list)].sort();
  if (!isSame(asSet(spec?.scopes), asSet(old?.scopes)))
    errors.push(invalidValue('spec.scopes', spec?.scopes ?? null, immutable));
  return errors;
}
