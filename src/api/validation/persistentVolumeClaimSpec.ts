import { isDnsSubdomain } from '../names.ts';
import type { PersistentVolumeClaim } from '../objects.ts';
import { compareQuantities, parseQuantity } from '../quantity.ts';
import type { FieldError } from '../status.ts';
import { complaints, forbidden, invalidValue, required, unsupported } from './errors.ts';
import { validateLabelSelector } from './labelSelector.ts';

type Spec = NonNullable<PersistentVolumeClaim['spec']>;
const accessModes = ['ReadOnlyMany', 'ReadWriteMany', 'ReadWriteOnce', 'ReadWriteOncePod'];
const volumeModes = ['Block', 'Filesystem'];

function validateAccessModes(modes: string[], field: string): FieldError[] {
  if (modes.length === 0) return [required(field, 'at least 1 access mode is required')];
  const errors = modes
    .filter((mode) => !accessModes.includes(mode))
    .map((mode) => unsupported(field, mode, accessModes));
  if (modes.includes('ReadWriteOncePod') && modes.some((mode) => mode !== 'ReadWriteOncePod'))
    errors.push(forbidden(field, 'may not use ReadWriteOncePod with other access modes'));
  return errors;
}

function validateStorage(storage: string | undefined, field: string): FieldError[] {
  if (storage === undefined) return [required(field)];
  return compareQuantities(parseQuantity(String(storage)), parseQuantity('0')) > 0
    ? []
    : [invalidValue(field, storage, 'must be greater than zero')];
}

/** What is wrong with the spec of a claim, at `field`. Source: ValidatePersistentVolumeClaimSpec. */
export function validateClaimSpec(given: PersistentVolumeClaim['spec'], field: string): FieldError[] {
  const spec: Spec = given ?? {};
  const requests = spec.resources?.requests as Record<string, string> | undefined;
  const errors = validateAccessModes(spec.accessModes ?? [], `${field}.accessModes`);
  if (spec.selector) errors.push(...validateLabelSelector(spec.selector, `${field}.selector`));
  errors.push(...validateStorage(requests?.storage, `${field}.resources[storage]`));
  if (spec.storageClassName)
    errors.push(
      ...complaints(`${field}.storageClassName`, spec.storageClassName, isDnsSubdomain(spec.storageClassName)),
    );
  if (spec.volumeMode !== undefined && !volumeModes.includes(spec.volumeMode))
    errors.push(unsupported(`${field}.volumeMode`, spec.volumeMode, volumeModes));
  return errors;
}
