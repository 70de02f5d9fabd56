import { isSame } from '../equal.ts';
import type { ObjectMeta } from '../objects.ts';
import type { FieldError } from '../status.ts';
import { forbidden, immutable, invalidValue } from './errors.ts';
import { validateAnnotations, validateLabels, validateOwners } from './metadata.ts';

const fixed = [
  'name',
  'namespace',
  'uid',
  'creationTimestamp',
  'deletionTimestamp',
  'deletionGracePeriodSeconds',
] as const;

/** A value as an error shows it where it is not set: a text is empty, what Go holds by a pointer is null. */
const unset = (field: (typeof fixed)[number]) =>
  field === 'deletionTimestamp' || field === 'deletionGracePeriodSeconds' || field === 'creationTimestamp' ? null : '';

function validateNoNewFinalizers(now: string[] = [], before: string[] = []): FieldError[] {
  const added = now.filter((finalizer) => !before.includes(finalizer)).sort();
  if (added.length === 0) return [];
  const list = added.map((finalizer) => JSON.stringify(finalizer)).join(', ');
  const detail = `no new finalizers can be added if the object is being deleted, found new finalizers []string{${list}}`;
  return [forbidden('metadata.finalizers', detail)];
}

/**
 * What an update may not change in the metadata, and what the new one may not be; the resourceVersion has been looked at
 * before. Source: k8s.io/apimachinery pkg/api/validation ValidateObjectMetaUpdate.
 */
export function validateMetadataUpdate(now: ObjectMeta = {}, before: ObjectMeta = {}): FieldError[] {
  const errors = before.deletionTimestamp ? validateNoNewFinalizers(now.finalizers, before.finalizers) : [];
  const { generation = 0 } = now;
  if (generation < (before.generation ?? 0))
    errors.push(invalidValue('metadata.generation', generation, 'must not be decremented'));
  for (const field of fixed)
    if (!isSame(now[field], before[field]))
      errors.push(invalidValue(`metadata.${field}`, now[field] ?? unset(field), immutable));
  return [
    ...errors,
    ...validateLabels(now.labels, 'metadata.labels'),
    ...validateAnnotations(now.annotations, 'metadata.annotations'),
    ...validateOwners(now.ownerReferences ?? [], 'metadata.ownerReferences'),
  ];
}
