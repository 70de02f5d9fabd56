import { goDiff } from '../goValue/goDiff.ts';
import type { PersistentVolumeClaim, PersistentVolumeClaimSpec, Quantity } from '../objects.ts';
import { compareQuantities, parseQuantity } from '../quantity.ts';
import type { FieldError } from '../status.ts';
import { forbidden, immutable, invalidValue } from './errors.ts';

const classAnnotation = 'volume.beta.kubernetes.io/storage-class';
const sizeField = 'spec.resources.requests.storage';

const annotatedClass = ({ metadata }: PersistentVolumeClaim) => metadata?.annotations?.[classAnnotation];

/** A class that the old claim named in its annotation moves to the field. */
function isClassMoved(claim: PersistentVolumeClaim, old: PersistentVolumeClaim): boolean {
  const before = annotatedClass(old);
  const now = annotatedClass(claim);
  return (
    before !== undefined &&
    old.spec?.storageClassName === undefined &&
    claim.spec?.storageClassName === before &&
    (now === undefined || now === before)
  );
}

/** A claim of no class gets one. */
function isClassGiven(claim: PersistentVolumeClaim, old: PersistentVolumeClaim): boolean {
  const before = annotatedClass(old);
  const name = claim.spec?.storageClassName;
  return name !== undefined && old.spec?.storageClassName === undefined && (before === undefined || before === name);
}

/** The new spec with all that an update may change put back. */
function withOldChangeables(claim: PersistentVolumeClaim, old: PersistentVolumeClaim): object {
  const spec: PersistentVolumeClaimSpec = claim.spec ?? {};
  const { storageClassName, resources, volumeAttributesClassName } = old.spec ?? {};
  const classed = isClassMoved(claim, old) || isClassGiven(claim, old) ? { ...spec, storageClassName } : spec;
  if (claim.status?.phase !== 'Bound') return classed;
  const requests = spec.resources?.requests && { ...spec.resources.requests, storage: resources?.requests?.storage };
  return { ...classed, resources: { ...spec.resources, requests }, volumeAttributesClassName };
}

/** The old spec; a claim that is not bound yet may be given its volume. */
const withNewVolume = ({ spec }: PersistentVolumeClaim, old: PersistentVolumeClaim): object =>
  old.spec?.volumeName ? old.spec : { ...old.spec, volumeName: spec?.volumeName };

const sizeOf = (list: Record<string, Quantity> | undefined) => parseQuantity(String(list?.storage ?? 0));

/** A claim may ask for less again, but not for what it has already or less. */
function validateSize(claim: PersistentVolumeClaim, old: PersistentVolumeClaim): FieldError[] {
  const size = sizeOf(claim.spec?.resources?.requests);
  const isSmaller = compareQuantities(size, sizeOf(old.spec?.resources?.requests)) < 0;
  if (!isSmaller || compareQuantities(size, sizeOf(old.status?.capacity)) > 0) return [];
  return [forbidden(sizeField, 'field can not be less than status.capacity')];
}

function validateAttributesClass({ spec }: PersistentVolumeClaim, old: PersistentVolumeClaim): FieldError[] {
  const name = spec?.volumeAttributesClassName;
  if (name === old.spec?.volumeAttributesClassName || old.status?.currentVolumeAttributesClassName === undefined)
    return [];
  if (name) return [];
  const what = name === undefined ? 'nil' : 'empty string';
  const detail = `update to ${what} is forbidden when status.currentVolumeAttributesClassName is not nil`;
  return [forbidden('spec.volumeAttributesClassName', detail)];
}

/** What an update may not change in a PersistentVolumeClaim. Source: ValidatePersistentVolumeClaimUpdate. */
export function validatePersistentVolumeClaimChange(
  claim: PersistentVolumeClaim,
  old: PersistentVolumeClaim,
): FieldError[] {
  const errors: FieldError[] = [];
  const [annotated, before] = [annotatedClass(claim) ?? '', annotatedClass(old) ?? ''];
  if (!isClassMoved(claim, old) && annotated !== before)
    errors.push(invalidValue(`metadata.annotations.${classAnnotation}`, annotated, immutable));
  const diff = goDiff('v1.PersistentVolumeClaimSpec', withNewVolume(claim, old), withOldChangeables(claim, old));
  if (diff)
    errors.push(
      forbidden(
        'spec',
        `spec is immutable after creation except resources.requests and volumeAttributesClassName for bound claims\n${diff}`,
      ),
    );
  errors.push(...validateSize(claim, old));
  const { volumeMode } = claim.spec ?? {};
  if (volumeMode !== old.spec?.volumeMode) errors.push(invalidValue('volumeMode', volumeMode ?? null, immutable));
  return [...errors, ...validateAttributesClass(claim, old)];
}
