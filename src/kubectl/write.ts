import type { KubernetesObject, ObjectToWrite } from '../api/objects.ts';
import type { Resource } from '../api/resources.ts';
import type { Failure } from '../api/status.ts';
import type { PatchType, Subresource, WriteOptions } from '../cluster/apiserver/request.ts';
import { type DryRun, readDryRun } from './dryRun.ts';
import type { Given } from './flags.ts';
import { report } from './report.ts';
import { ask, askObject, type Session } from './session.ts';
import { type Found, within } from './targets.ts';

/** Patches a found object; with `--dry-run=client` nothing is asked and the object stays. */
export function patchFound(
  session: Session,
  { resource, object }: Found,
  patch: unknown,
  options: { patchType?: PatchType; subresource?: Subresource; dryRun?: DryRun } = {},
): Promise<KubernetesObject | Failure> {
  if (options.dryRun === 'client') return Promise.resolve(object);
  return ask(session, {
    verb: 'patch',
    resource: resource.plural,
    ...within(resource, object.metadata.namespace),
    name: object.metadata.name,
    patchType: options.patchType ?? 'strategic',
    patch,
    ...(options.subresource && { subresource: options.subresource }),
    ...(options.dryRun === 'server' && { options: { dryRun: true } }),
  }) as Promise<KubernetesObject | Failure>;
}

/** Creates an object that a command made, and says that it is `done`. */
export async function createMade(
  session: Session,
  flags: Given,
  resource: Resource,
  made: ObjectToWrite,
  refuse?: (failure: Failure) => Error,
  done = 'created',
): Promise<void> {
  const dryRun = readDryRun(session, flags);
  const object: ObjectToWrite =
    resource.namespaced && dryRun !== 'client'
      ? { ...made, metadata: { ...made.metadata, namespace: session.namespace } }
      : made;
  const created =
    dryRun === 'client'
      ? (object as KubernetesObject)
      : await createObject(session, resource, object, { ...(dryRun === 'server' && { dryRun: true }) }, refuse);
  report(session, flags, { resource, object: created }, done, dryRun);
}

async function createObject(
  session: Session,
  resource: Resource,
  object: ObjectToWrite,
  options: WriteOptions,
  refuse?: (failure: Failure) => Error,
): Promise<KubernetesObject> {
  const request = {
    verb: 'create' as const,
    resource: resource.plural,
    ...within(resource, object.metadata?.namespace),
    object,
    options,
  };
  if (!refuse) return askObject(session, request);
  const answer = await ask(session, request);
  if ('status' in answer && answer.kind === 'Status') throw refuse(answer as Failure);
  return answer as KubernetesObject;
}
