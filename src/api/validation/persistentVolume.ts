import type { PersistentVolume, PersistentVolumeSpec } from '../objects.ts';
import { quantityText, quantityValue } from '../quantity.ts';
import type { FieldError } from '../status.ts';
import { forbidden, invalidValue, required, unsupported } from './errors.ts';
import { validateAccessModes, validateClassName, validateVolumeMode } from './persistentVolumeClaimSpec.ts';
import { validateSources } from './persistentVolumeSource.ts';
import { validateNodeSelector } from './pod/nodeAffinity.ts';
import { amountsIn } from './resourceNames.ts';

const reclaimPolicies = ['Delete', 'Recycle', 'Retain'];

function validateCapacity(capacity: PersistentVolumeSpec['capacity']): FieldError[] {
  const field = 'spec.capacity';
  const amounts = amountsIn(capacity);
  const errors: FieldError[] = amounts.length === 0 ? [required(field)] : [];
  if (amounts.length !== 1 || amounts[0]?.[0] !== 'storage')
    errors.push(unsupported(field, amounts.length > 0 ? capacity : null, ['storage']));
  for (const [name, amount] of amounts) {
    const at = `${field}[${name}]`;
    const value = quantityValue(amount);
    if (value < 0n) errors.push(invalidValue(at, Number(value), 'must be a valid resource quantity'));
    if (amount.unscaled <= 0n) errors.push(invalidValue(at, quantityText(amount), 'must be greater than zero'));
  }
  return errors;
}

function validateAffinity(affinity: PersistentVolumeSpec['nodeAffinity']): FieldError[] {
  if (!affinity) return [];
  const field = 'spec.nodeAffinity.required';
  return affinity.required
    ? validateNodeSelector(affinity.required, field)
    : [required(field, 'must specify required node constraints')];
}

/** Source: path.Clean of Go, as far as it tells the root. */
const isRoot = (path: string): boolean => {
  const parts: string[] = [];
  for (const part of path.split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '' && part !== '.') parts.push(part);
  }
  return path.startsWith('/') && parts.length === 0;
};

function validateAttributesClass({ volumeAttributesClassName: name, csi }: PersistentVolumeSpec): FieldError[] {
  if (name === undefined) return [];
  const field = 'spec.volumeAttributesClassName';
  return [
    ...(name === '' ? [required(field, 'an empty string is disallowed')] : validateClassName(name, field)),
    ...(csi ? [] : [required('spec.csi', 'has to be specified when using volumeAttributesClassName')]),
  ];
}

/** What is wrong with a PersistentVolume, besides its metadata. Source: ValidatePersistentVolumeSpec. */
export function validatePersistentVolume({ metadata, spec = {} }: PersistentVolume): FieldError[] {
  const modes = spec.accessModes ?? [];
  const policy = spec.persistentVolumeReclaimPolicy;
  const policyField = 'spec.persistentVolumeReclaimPolicy';
  return [
    ...(modes.length === 0 ? [required('spec.accessModes')] : []),
    ...validateAccessModes(modes, 'spec.accessModes'),
    ...validateCapacity(spec.capacity),
    ...(policy && !reclaimPolicies.includes(policy) ? [unsupported(policyField, policy, reclaimPolicies)] : []),
    ...validateAffinity(spec.nodeAffinity),
    ...validateSources(spec, 'spec', metadata?.name ?? ''),
    ...(spec.hostPath && isRoot(spec.hostPath.path) && policy === 'Recycle'
      ? [forbidden(policyField, "may not be 'recycle' for a hostPath mount of '/'")]
      : []),
    ...validateClassName(spec.storageClassName, 'spec.storageClassName'),
    ...validateVolumeMode(spec.volumeMode, 'spec.volumeMode'),
    ...validateAttributesClass(spec),
  ];
}
