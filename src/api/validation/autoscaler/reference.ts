import { isPathSegment } from '../../names.ts';
import type { CrossVersionObjectReference } from '../../objects.ts';
import type { FieldError } from '../../status.ts';
import { complaints, invalidValue, required } from '../errors.ts';

/** What is asked of the apiVersion: that it has a group with a name, that it can be read, or nothing. */
export type GroupRule = 'named group' | 'any group' | 'unchecked';

/** Why an apiVersion does not do. Source: ValidateAPIVersion, apimachinery's ParseGroupVersion. */
export function wrongVersion(reference: CrossVersionObjectReference | undefined, rule: GroupRule): string | undefined {
  if (rule === 'unchecked') return undefined;
  const { apiVersion = '' } = reference ?? {};
  const parts = apiVersion.split('/');
  if (parts.length > 2) return `unexpected GroupVersion string: ${apiVersion}`;
  const hasGroup = parts.length === 2 && parts[0] !== '';
  return rule === 'named group' && !hasGroup ? 'apiVersion must specify API group' : undefined;
}

/** An object of another kind, as an autoscaler names it. Source: ValidateCrossVersionObjectReference. */
export function validateReference(
  reference: CrossVersionObjectReference | undefined,
  field: string,
  rule: GroupRule,
): FieldError[] {
  const { kind = '', name = '', apiVersion = '' } = reference ?? {};
  const errors: FieldError[] = [];
  for (const [at, value] of [
    ['kind', kind],
    ['name', name],
  ] as const) {
    if (!value) errors.push(required(`${field}.${at}`));
    else errors.push(...complaints(`${field}.${at}`, value, isPathSegment(value)));
  }
  const wrong = wrongVersion(reference, rule);
  if (wrong) errors.push(invalidValue(`${field}.apiVersion`, apiVersion, wrong));
  return errors;
}
