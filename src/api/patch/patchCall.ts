import { canonicalize } from '../canonical.ts';
import { type Author, applied, scaleKind } from '../managedFields/writes.ts';
import type { KubernetesObject, ObjectToWrite } from '../objects.ts';
import type { Resource } from '../resources.ts';
import { badRequest, conflict, type Failure, isFailure, notFound } from '../status.ts';
import { type ClientOptions, checkOptions } from '../writeOptions.ts';
import { checkBodySize } from './bodySize.ts';
import { type FieldValidation, type Kind, type Patched, patchObject } from './patchObject.ts';

/** A patch as a client sends it. */
export interface PatchCall {
  name: string;
  namespace?: string;
  subresource?: string;
  patchType: 'strategic' | 'merge' | 'json' | 'apply';
  patch: unknown;
  options?: ClientOptions & { fieldValidation?: FieldValidation };
}

/** A patch cannot move an object to another name or namespace. Source: handlers/patch.go applyPatch, checkName. */
function checkIdentity({ metadata }: ObjectToWrite, { name, namespace }: PatchCall): Failure | undefined {
  if (namespace && (metadata?.namespace ?? namespace) !== namespace)
    return badRequest('the namespace of the provided object does not match the namespace sent on the request');
  if (!metadata?.name)
    return badRequest(`the name of the object (${name} based on URL) was undeterminable: name must be provided`);
  if (metadata.name === name) return undefined;
  return badRequest(`the name of the object (${metadata.name}) does not match the name on the URL (${name})`);
}

/** What the patch says of the object that it was made for. */
function checkPreconditions(
  resource: Resource,
  { name }: PatchCall,
  { metadata }: ObjectToWrite,
  live: KubernetesObject | undefined,
): Failure | undefined {
  const { uid, resourceVersion } = metadata ?? {};
  if (!live)
    return uid
      ? conflict(
          resource,
          name,
          `uid mismatch: the provided object specified uid ${uid}, and no existing object was found`,
        )
      : undefined;
  return resourceVersion && resourceVersion !== live.metadata.resourceVersion ? conflict(resource, name) : undefined;
}

/**
 * What a client's patch makes of an object (or its Scale), decoded, without defaults; an apply also of none. An apply has
 * its managedFields in the result, other patches not yet.
 */
export function callPatch(
  resource: Resource,
  kind: Kind,
  call: PatchCall,
  live: KubernetesObject | undefined,
  author: Author,
): Patched {
  const { patchType, patch: body, options = {} } = call;
  const isApply = patchType === 'apply';
  const refused = checkBodySize(body) ?? checkOptions('PatchOptions', options, isApply);
  if (refused) return refused;
  if (!live && (!isApply || call.subresource)) return notFound(resource, call.name);
  const patched = isApply
    ? applied(resource, kind, author, live, body, options.force ?? false)
    : patchObject(kind, live as unknown as ObjectToWrite, patchType, body, options.fieldValidation ?? 'Warn');
  if (isFailure(patched)) return patched;
  const { object } = patched;
  const mismatch = checkIdentity(object, call) ?? checkPreconditions(resource, call, object, live);
  if (mismatch) return mismatch;
  return kind === scaleKind ? patched : { ...patched, object: canonicalize(resource.plural, object) };
}
