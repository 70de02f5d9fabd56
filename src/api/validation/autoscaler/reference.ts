import { isPathSegment } from '../../names.ts';
import type { CrossVersionObjectReference } from '../../objects.ts';
import type { FieldError } from '../../status.ts';
import { complaints, invalidValue, required } from '../errors.ts';

/** Why an apiVersion does not say a group; ReplicationControllers are in the one without a name. */
function wrongVersion(apiVersion: string, kind: string): string | undefined {
  const parts = apiVersion.split('/');
  if (parts.length > 2) return `unexpected GroupVersion string: ${apiVersion}`;
  if (parts.length < 2 && kind !== 'ReplicationController') return 'apiVersion must specify API group';
  return undefined;
}

/** An object of another kind, as an autoscaler names it. Source: ValidateCrossVersionObjectReference. */
export function validateReference(
  reference: CrossVersionObjectReference | undefined,
  field: string,
  isVersionChecked: boolean,
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
  const wrong = isVersionChecked ? wrongVersion(apiVersion, kind) : undefined;
  if (wrong) errors.push(invalidValue(`${field}.apiVersion`, apiVersion, wrong));
  return errors;
}
