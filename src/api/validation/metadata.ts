import {
  byteLength,
  isDnsLabel,
  isDnsSubdomain,
  isLabelValue,
  isPathSegment,
  isQualifiedName,
  maskTrailingDash,
} from '../names.ts';
import type { ObjectMeta, OwnerReference } from '../objects.ts';
import { resourceOf } from '../resources.ts';
import type { FieldError } from '../status.ts';
import { complaints, forbidden, invalidValue, required } from './errors.ts';

type NameRule = (name: string) => string[];

/** Kinds whose names have another rule than that of a DNS subdomain. */
const nameRules: Record<string, NameRule> = {
  namespaces: isDnsLabel,
  services: isDnsLabel,
  statefulsets: isDnsLabel,
  events: isPathSegment,
  poddisruptionbudgets: isPathSegment,
};

const annotationsLimit = 256 * 1024;

/** Labels at `field`, of an object or a template. */
export function validateLabels(labels: Record<string, string> | undefined, field: string): FieldError[] {
  const errors: FieldError[] = [];
  for (const key in labels) {
    errors.push(...complaints(field, key, isQualifiedName(key)));
    const value = labels[key] ?? '';
    errors.push(...complaints(field, value, isLabelValue(value)));
  }
  return errors;
}

/** Annotations at `field`: keys without regard to case, and their size together. */
export function validateAnnotations(annotations: Record<string, string> | undefined, field: string): FieldError[] {
  const errors: FieldError[] = [];
  let size = 0;
  for (const key in annotations) {
    errors.push(...complaints(field, key, isQualifiedName(key.toLowerCase())));
    size += byteLength(key) + byteLength(annotations[key] ?? '');
  }
  if (size > annotationsLimit)
    errors.push({ type: 'Too long', field, detail: `may not be more than ${annotationsLimit} bytes` });
  return errors;
}

function validateOwner(owner: OwnerReference, field: string): FieldError[] {
  const errors: FieldError[] = [];
  const version = owner.apiVersion?.split('/').at(-1);
  if (!version) errors.push(invalidValue(`${field}.apiVersion`, owner.apiVersion ?? '', 'version must not be empty'));
  if (!owner.kind) errors.push(invalidValue(`${field}.kind`, owner.kind ?? '', 'must not be empty'));
  if (!owner.name) errors.push(invalidValue(`${field}.name`, owner.name ?? '', 'must not be empty'));
  if (!owner.uid) errors.push(invalidValue(`${field}.uid`, owner.uid ?? '', 'must not be empty'));
  if (owner.apiVersion === 'v1' && owner.kind === 'Event')
    errors.push(invalidValue(field, owner, '/v1, Kind=Event is disallowed from being an owner'));
  return errors;
}

/** Owners at `field`: each complete, at most one of them the controller; every further one is told with the first. */
export function validateOwners(owners: OwnerReference[], field: string): FieldError[] {
  const errors: FieldError[] = [];
  let controller: string | undefined;
  for (const owner of owners) {
    errors.push(...validateOwner(owner, field));
    if (!owner.controller) continue;
    const name = `${owner.kind}/${owner.name}`;
    if (controller)
      errors.push(
        invalidValue(
          field,
          owners,
          `Only one reference can have Controller set to true. Found "true" in references for ${controller} and ${name}`,
        ),
      );
    else controller = name;
  }
  return errors;
}

/** Finalizers that mean something to the API server need no prefix; all others must have one. */
const ownFinalizers = ['kubernetes', 'orphan', 'foregroundDeletion'];

function validateFinalizerPrefix(finalizer: string, field: string): FieldError[] {
  if (finalizer.includes('/') || ownFinalizers.includes(finalizer)) return [];
  return [invalidValue(field, finalizer, 'name is neither a standard finalizer name nor is it fully qualified')];
}

/** A finalizer: one of Kubernetes' own, or a name with a domain before it. Source: validateFinalizerName. */
export const validateFinalizer = (finalizer: string, field: string): FieldError[] => [
  ...complaints(field, finalizer, isQualifiedName(finalizer)),
  ...validateFinalizerPrefix(finalizer, field),
];

function validateFinalizers(finalizers: string[], field: string): FieldError[] {
  const errors = finalizers.flatMap((finalizer) => complaints(field, finalizer, isQualifiedName(finalizer)));
  if (finalizers.includes('orphan') && finalizers.includes('foregroundDeletion'))
    errors.push(invalidValue(field, finalizers, 'finalizer orphan and foregroundDeletion cannot be both set'));
  return errors;
}

/** Kinds whose rules look at metadata as any API server does, without what Kubernetes adds for its own kinds. */
const withoutPrefixRule: ReadonlySet<string> = new Set(['events', 'leases', 'poddisruptionbudgets']);

/**
 * What Kubernetes' own kinds ask of finalizers besides, after all else in metadata. Source: ValidateObjectMeta in
 * pkg/apis/core/validation.
 */
export function validateFinalizerPrefixes(plural: string, finalizers: string[] = []): FieldError[] {
  if (withoutPrefixRule.has(plural)) return [];
  return finalizers.flatMap((finalizer, index) => validateFinalizerPrefix(finalizer, `metadata.finalizers[${index}]`));
}

/** The metadata of an object of the resource. Source: k8s.io/apimachinery pkg/api/validation ValidateObjectMeta. */
export function validateMetadata(plural: string, metadata: ObjectMeta | undefined): FieldError[] {
  const errors: FieldError[] = [];
  const { namespaced } = resourceOf(plural);
  const rule = nameRules[plural] ?? isDnsSubdomain;
  const { name, generateName, namespace } = metadata ?? {};
  if (generateName)
    errors.push(...complaints('metadata.generateName', generateName, rule(maskTrailingDash(generateName))));
  if (name) errors.push(...complaints('metadata.name', name, rule(name)));
  else errors.push(required('metadata.name', 'name or generateName is required'));
  if (namespaced) {
    if (namespace) errors.push(...complaints('metadata.namespace', namespace, isDnsLabel(namespace)));
    else errors.push(required('metadata.namespace'));
  } else if (namespace) errors.push(forbidden('metadata.namespace', 'not allowed on this type'));
  if (!metadata) return errors;
  if (metadata.generation !== undefined && metadata.generation < 0)
    errors.push(invalidValue('metadata.generation', metadata.generation, 'must be greater than or equal to 0'));
  if (metadata.labels) errors.push(...validateLabels(metadata.labels, 'metadata.labels'));
  if (metadata.annotations) errors.push(...validateAnnotations(metadata.annotations, 'metadata.annotations'));
  if (metadata.ownerReferences) errors.push(...validateOwners(metadata.ownerReferences, 'metadata.ownerReferences'));
  if (metadata.finalizers) errors.push(...validateFinalizers(metadata.finalizers, 'metadata.finalizers'));
  return errors;
}
