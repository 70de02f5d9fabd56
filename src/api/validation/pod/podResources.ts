import { aggregateContainerResources } from '../../effective.ts';
import type { PodSpec } from '../../objects.ts';
import { compareQuantities, quantityText } from '../../quantity.ts';
import type { FieldError } from '../../status.ts';
import { forbidden, invalidValue } from '../errors.ts';
import { isHugePages } from '../resourceNames.ts';
import { type Amounts, amountOf } from './quantities.ts';
import { validatePodRequirements } from './resources.ts';

const isMore = (a: string | number, b: string | number) => compareQuantities(amountOf(a), amountOf(b)) > 0;
const text = (amount: string | number) => quantityText(amountOf(amount));

/** The Pod as a whole has no less than its containers together. Source: validatePodResourceConsistency. */
function validateConsistency(spec: PodSpec, field: string): FieldError[] {
  const requests = (spec.resources?.requests ?? {}) as Amounts;
  const limits = (spec.resources?.limits ?? {}) as Amounts;
  const errors: FieldError[] = [];
  const needs = (own: Amounts, name: string, needed: string, kind: 'requests' | 'limits') => {
    const amount = own[name];
    if (amount === undefined || !isMore(needed, amount)) return;
    const detail = `must be greater than or equal to aggregate container ${kind} of ${needed}`;
    errors.push(invalidValue(`${field}.${kind}[${name}]`, text(amount), detail));
  };
  for (const [name, needed] of Object.entries(aggregateContainerResources(spec, 'requests')))
    needs(requests, name, needed, 'requests');
  for (const [name, needed] of Object.entries(aggregateContainerResources(spec, 'limits')))
    if (isHugePages(name)) needs(limits, name, needed, 'limits');
  for (const [index, { resources }] of (spec.containers ?? []).entries())
    for (const [name, amount] of Object.entries((resources?.limits ?? {}) as Amounts)) {
      const most = limits[name];
      if (most === undefined || !isMore(amount, most)) continue;
      const at = `${field}.containers[${index}][${name}].limits`;
      errors.push(invalidValue(at, text(amount), `must be less than or equal to pod limits of ${text(most)}`));
    }
  return errors;
}

/** Resources of the Pod as a whole. Source: validatePodResources. */
export function validatePodLevelResources(spec: PodSpec, field: string): FieldError[] {
  if (!spec.resources) return [];
  if (spec.os?.name === 'windows') return [forbidden(field, 'may not be set for a windows pod')];
  const errors = spec.resources.claims
    ? [forbidden(`${field}.claims`, 'claims may not be set for Resources at pod-level')]
    : [];
  return [
    ...errors,
    ...validatePodRequirements(spec.resources, field, spec.resourceClaims),
    ...validateConsistency(spec, field),
  ];
}
