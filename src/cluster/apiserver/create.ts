import { applyDefaults } from '../../api/defaults/registry.ts';
import type { KubernetesObject, ObjectToWrite, StoredMeta } from '../../api/objects.ts';
import type { Resource } from '../../api/resources.ts';
import { alreadyExists, badRequest, type Failure, invalid, isFailure } from '../../api/status.ts';
import { validateCreate } from '../../api/validation/registry.ts';
import { nameSuffix, uuid } from '../world/chance.ts';
import { type Cause, getObject, keyOf, put } from '../world/store.ts';
import { toTimestamp } from '../world/time.ts';
import type { World } from '../world/world.ts';
import { admit } from './admission/registry.ts';
import { decode } from './decode.ts';
import type { ApiRequest, ApiResponse } from './request.ts';
import { strategyOf } from './strategies/registry.ts';

type CreateRequest = Extract<ApiRequest, { verb: 'create' }>;

/** The longest base that leaves room for the five letters behind it. Source: k8s.io/apiserver names.maxGeneratedNameLength. */
const longestGenerateName = 58;

/** Stores a new object: decoded, defaulted, admitted, validated; or says why not. */
export function create(world: World, resource: Resource, request: CreateRequest, cause: Cause): ApiResponse {
  const decoded = decode(resource, request.object, request.options);
  if (isFailure(decoded)) return { answer: decoded };
  const { object, warnings } = decoded;
  const namespace = resource.namespaced ? (object.metadata?.namespace ?? request.namespace) : undefined;
  if (resource.namespaced && namespace !== request.namespace)
    return {
      answer: badRequest(`the namespace of the provided object does not match the namespace sent on the request`),
    };

  const strategy = strategyOf(resource.plural);
  const draft = {
    ...applyDefaults(resource.plural, object),
    metadata: newMetadata(world, object, namespace, strategy.hasGeneration),
  };
  const prepared = strategy.prepareForCreate?.(world, draft as KubernetesObject) ?? (draft as KubernetesObject);
  const admitted = admit(world, resource, prepared);
  if (isFailure(admitted)) return { answer: admitted };
  const errors = validateCreate(resource.plural, admitted as unknown as ObjectToWrite);
  const name = admitted.metadata.name ?? '';
  if (errors.length === 0) errors.push(...(strategy.checkWishes?.(world, admitted) ?? []));
  if (errors.length > 0) return { answer: invalid(resource, name, errors) };
  if (getObject(world.store, resource.plural, keyOf(admitted.metadata)))
    return { answer: alreadyExists(resource, name) };
  if (request.options?.dryRun) return withWarnings(admitted, warnings);

  const complete = strategy.allocate?.(world, admitted) ?? admitted;
  return withWarnings(put(world.store, world.now, resource.plural, complete, cause).object, warnings);
}

/** What the server writes into the metadata of a new object; the rest is the client's. */
function newMetadata(
  world: World,
  object: ObjectToWrite,
  namespace: string | undefined,
  hasGeneration: boolean,
): Partial<StoredMeta> {
  const { name, generateName, ...given } = object.metadata ?? {};
  const metadata: Partial<StoredMeta> = { ...given };
  const chosen = name || (generateName && generateName.slice(0, longestGenerateName) + nameSuffix(world.chance));
  if (chosen) metadata.name = chosen;
  if (generateName) metadata.generateName = generateName;
  if (namespace) metadata.namespace = namespace;
  metadata.uid = uuid(world.chance);
  metadata.creationTimestamp = toTimestamp(world.now);
  if (hasGeneration) metadata.generation = 1;
  delete metadata.deletionTimestamp;
  delete metadata.deletionGracePeriodSeconds;
  delete metadata.selfLink;
  return metadata;
}

/** An answer with its `Warning:` headers, if there are any. */
export function withWarnings(answer: KubernetesObject | Failure, warnings: string[]): ApiResponse {
  return warnings.length > 0 ? { answer, warnings } : { answer };
}
