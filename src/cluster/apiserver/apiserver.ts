import { resourceOf } from '../../api/resources.ts';
import { methodNotAllowed, noSuchResource } from '../../api/status.ts';
import { unreachable } from '../controlPlane.ts';
import { laterParts } from '../later/later.ts';
import type { Cause } from '../world/store.ts';
import type { World } from '../world/world.ts';
import { create } from './create.ts';
import { deleteObject } from './delete.ts';
import { patch } from './patch.ts';
import { get, list } from './read.ts';
import type { ApiRequest, ApiResponse } from './request.ts';
import { strategyOf } from './strategies/registry.ts';
import { subresources } from './subresources/registry.ts';
import { update } from './update.ts';

/**
 * One call of the API: admits, defaults, validates and stores, or refuses, with the answers of kube-apiserver 1.36. A
 * refused call changes nothing. `cause` goes into the log beside what was written.
 */
export function call(world: World, request: ApiRequest, cause: Cause): ApiResponse {
  // What it does by itself, letting Events expire, etcd does.
  if (world.stoppedParts.has('apiserver') && cause.actor !== 'kube-apiserver') return { answer: unreachable() };
  if (!isDryRun(request)) return withDeprecation(request, answer(world, request, cause));
  // A dry run leaves no trace, not even in the chance: names and uids that it makes up are made up again.
  const { state } = world.chance;
  try {
    return withDeprecation(request, answer(world, request, cause));
  } finally {
    world.chance.state = state;
  }
}

/** Versions of kinds that the server warns of, whatever is asked. Source: APILifecycleDeprecated, APILifecycleReplacement. */
const deprecated: Readonly<Record<string, string>> = {
  endpoints: 'v1 Endpoints is deprecated in v1.33+; use discovery.k8s.io/v1 EndpointSlice',
};

function withDeprecation({ resource }: ApiRequest, response: ApiResponse): ApiResponse {
  const warning = deprecated[resource];
  return warning ? { ...response, warnings: [warning, ...(response.warnings ?? [])] } : response;
}

/** Whether a request is a write that is only tried: `dryRun=All`. */
export function isDryRun(request: ApiRequest): boolean {
  return 'options' in request && request.options?.dryRun === true;
}

function answer(world: World, request: ApiRequest, cause: Cause): ApiResponse {
  const resource = resourceOf(request.resource);
  const name = 'subresource' in request ? request.subresource : undefined;
  if (name === 'status' && !strategyOf(resource.plural).hasStatus) return { answer: noSuchResource() };
  if (name && name !== 'status') {
    const handle = subresources[name][request.verb];
    return handle ? handle(world, request as never, cause) : { answer: methodNotAllowed() };
  }
  switch (request.verb) {
    case 'get':
      return get(world, resource, request);
    case 'list':
      return list(world, resource, request);
    case 'create':
      return create(world, resource, request, cause);
    case 'update':
      return update(world, resource, request, cause);
    case 'patch':
      return patch(world, resource, request, cause);
    case 'delete':
      return deleteObject(world, resource, request, cause);
    case 'deletecollection':
      return laterParts('deleting a collection').reading.deleteCollection(world, resource, request, cause);
  }
}
