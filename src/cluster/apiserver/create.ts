import type { KubernetesObject, ObjectToWrite, StoredMeta } from '../../api/objects.ts';
import type { Resource } from '../../api/resources.ts';
import { alreadyExists, badRequest, type Failure, internalError, invalid, isFailure } from '../../api/status.ts';
import { toTimestamp } from '../../api/time.ts';
import { nameSuffix, uuid } from '../world/chance.ts';
import { type Cause, getObject, keyOf, put } from '../world/store.ts';
import type { World } from '../world/world.ts';
import type { Admission } from './admission/admission.ts';
import { admit, checkAdmission } from './admission/registry.ts';
import { decode } from './decode.ts';
import { checkOptions, tracked } from './managedFields.ts';
import type { ApiRequest, ApiResponse } from './request.ts';
import { admissible, checkNew, isChecked, warningsOf, withDefaults } from './rules.ts';
import { strategyOf } from './strategies/registry.ts';

type CreateRequest = Extract<ApiRequest, { verb: 'create' }>;

/** The longest base that leaves room for the five letters behind it. Source: k8s.io/apiserver names.maxGeneratedNameLength. */
const longestGenerateName = 58;

/** Stores a new object: decoded, defaulted, admitted, validated; or says why not. `isTracked`: it came by an apply. */
export function create(
  world: World,
  resource: Resource,
  request: CreateRequest,
  cause: Cause,
  isTracked?: true,
): ApiResponse {
  const refused = isTracked ? undefined : checkOptions('CreateOptions', request.options);
  if (refused) return { answer: refused };
  const decoded = decode(resource, request.object, request.options);
  if (isFailure(decoded)) return { answer: decoded };
  const { object, warnings } = decoded;
  const namespace = resource.namespaced ? (object.metadata?.namespace ?? request.namespace) : undefined;
  if (resource.namespaced && namespace !== request.namespace)
    return {
      answer: badRequest(`the namespace of the provided object does not match the namespace sent on the request`),
    };

  const strategy = strategyOf(resource.plural);
  const defaulted = withDefaults(resource.plural, object);
  const metadata = newMetadata(world, defaulted, namespace, strategy.hasGeneration);
  const draft = tracked(world, resource, undefined, { ...defaulted, metadata } as KubernetesObject, {
    options: request.options,
    cause,
    ...(isTracked && { isTracked }),
  });
  const write: Admission = {
    operation: 'CREATE',
    name: object.metadata?.name || object.metadata?.generateName || 'Unknown',
    dryRun: request.options?.dryRun ?? false,
    isFromOutside: isChecked(request.options),
    warnings,
  };
  const changed = admit(world, resource, draft, write);
  if (isFailure(changed)) return withWarnings(changed, warnings);
  const isFromOutside = isChecked(request.options);
  const offered = isFromOutside ? admissible(resource.plural, changed, warnings, true) : changed;
  const allocation = { dryRun: write.dryRun, isChecked: isFromOutside };
  const given = strategy.allocate?.(world, offered, undefined, allocation) ?? offered;
  if (isFailure(given)) return withWarnings(given, warnings);
  const admitted = strategy.prepareForCreate?.(world, given) ?? given;
  // Admission may have changed what a component wrote (defaults of a LimitRange): then that is checked too.
  const errors = isFromOutside || write.isCheckNeeded ? checkNew(resource.plural, admitted) : [];
  const name = admitted.metadata.name ?? '';
  if (errors.length > 0) return withWarnings(invalid(resource, name, errors), warnings);
  if (isFromOutside) warnings.push(...warningsOf(resource.plural, admitted));
  const refusal = checkAdmission(world, resource, admitted, { ...write, name });
  if (refusal) return withWarnings(refusal, warnings);
  // The store takes no version with a new object; a dry run does not get to it.
  const version = isFromOutside && !write.dryRun ? Number(object.metadata?.resourceVersion) : 0;
  if (version)
    return withWarnings(internalError('resourceVersion should not be set on objects to be created'), warnings);
  if (getObject(world.store, resource.plural, keyOf(admitted.metadata)))
    return withWarnings(alreadyExists(resource, name), warnings);
  const complete = strategy.complete?.(admitted) ?? admitted;
  if (write.dryRun) return withWarnings(complete, warnings);
  strategy.hold?.(world, complete);
  return withWarnings(put(world.store, world.now, resource.plural, complete, cause).object, warnings);
}

/** What the server writes into the metadata of a new object; the rest is the client's. */
function newMetadata(
  world: World,
  object: ObjectToWrite,
  namespace: string | undefined,
  hasGeneration: boolean,
): Partial<StoredMeta> {
  const given = object.metadata ?? {};
  const { name, generateName, labels, annotations, finalizers, ownerReferences, managedFields, generation } = given;
  const chosen = name || (generateName && generateName.slice(0, longestGenerateName) + nameSuffix(world.chance));
  // Field by field: what only the server writes (deletionTimestamp, resourceVersion, ...) is not taken from the client.
  const metadata: Partial<StoredMeta> = { uid: uuid(world.chance), creationTimestamp: toTimestamp(world.now) };
  if (chosen) metadata.name = chosen;
  if (generateName) metadata.generateName = generateName;
  if (namespace) metadata.namespace = namespace;
  if (labels) metadata.labels = labels;
  if (annotations) metadata.annotations = annotations;
  if (finalizers) metadata.finalizers = finalizers;
  if (ownerReferences) metadata.ownerReferences = ownerReferences;
  if (managedFields) metadata.managedFields = managedFields;
  if (hasGeneration) metadata.generation = 1;
  else if (generation !== undefined) metadata.generation = generation;
  return metadata;
}

/** An answer with its `Warning:` headers, if there are any; each text once. */
export function withWarnings(answer: KubernetesObject | Failure, warnings: string[]): ApiResponse {
  return warnings.length > 0 ? { answer, warnings: [...new Set(warnings)] } : { answer };
}
