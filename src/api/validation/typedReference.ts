import { isDnsSubdomain, isPathSegment } from '../names.ts';
import type { TypedLocalObjectReference } from '../objects.ts';
import type { FieldError } from '../status.ts';
import { complaints, required } from './errors.ts';

/** An object named by group, kind and name. Source: networking validation validateIngressTypedLocalObjectReference. */
export function validateTypedReference(reference: TypedLocalObjectReference, field: string): FieldError[] {
  const { apiGroup, kind, name } = reference;
  const errors = apiGroup === undefined ? [] : complaints(`${field}.apiGroup`, apiGroup, isDnsSubdomain(apiGroup));
  for (const [at, text] of [
    [`${field}.kind`, kind],
    [`${field}.name`, name],
  ] as const)
    errors.push(...(text ? complaints(at, text, isPathSegment(text)) : [required(at)]));
  return errors;
}
