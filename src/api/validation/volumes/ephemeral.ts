import type { EphemeralVolumeSource, ObjectMeta } from '../../objects.ts';
import type { FieldError } from '../../status.ts';
import { forbidden, required } from '../errors.ts';
import { validateAnnotations, validateLabels } from '../metadata.ts';
import { validateClaimSpec } from '../persistentVolumeClaimSpec.ts';

/** Other fields than these are refused, in the order of the struct ObjectMeta. */
const forbiddenMetadata = [
  'name',
  'generateName',
  'namespace',
  'selfLink',
  'uid',
  'resourceVersion',
  'generation',
  'creationTimestamp',
  'deletionTimestamp',
  'deletionGracePeriodSeconds',
  'ownerReferences',
  'finalizers',
  'managedFields',
] as const satisfies (keyof ObjectMeta)[];

const nameInPath: Record<string, string> = { uid: 'uID' };

function validateMetadata(metadata: ObjectMeta, field: string): FieldError[] {
  return [
    ...validateAnnotations(metadata.annotations, `${field}.annotations`),
    ...validateLabels(metadata.labels, `${field}.labels`),
    ...forbiddenMetadata
      .filter((name) => isSet(metadata[name]))
      .map((name) => forbidden(`${field}.${nameInPath[name] ?? name}`, 'cannot be set')),
  ];
}

const isSet = (value: unknown) => Boolean(value) && !(Array.isArray(value) && value.length === 0);

/** A claim that is made for the Pod. Source: validateEphemeralVolumeSource, ValidatePersistentVolumeClaimTemplate. */
export function validateEphemeral(
  { volumeClaimTemplate: template }: EphemeralVolumeSource,
  field: string,
): FieldError[] {
  const at = `${field}.volumeClaimTemplate`;
  if (!template) return [required(at)];
  return [
    ...validateMetadata(template.metadata ?? {}, `${at}.metadata`),
    ...validateClaimSpec(template.spec, `${at}.spec`),
  ];
}
