import type { KubernetesObject, ObjectToWrite } from '../../../api/objects.ts';
import { resourceOfKind } from '../../../api/resources.ts';
import { isFailure } from '../../../api/status.ts';
import { bootCluster } from '../../scenario/boot.ts';
import { createWorld } from '../../world/create.ts';
import type { World } from '../../world/world.ts';
import { call } from '../apiserver.ts';
import type { ApiRequest, ApiResponse } from '../request.ts';

/** An API server of a fresh cluster, asked from outside. */
export interface TestServer {
  world: World;
  ask(request: ApiRequest): ApiResponse;
  /** Creates an object, in the namespace `default` where it names none; throws where it is refused. */
  create<T extends KubernetesObject = KubernetesObject>(object: ObjectToWrite): T;
  /** `CODE MESSAGE` of a creation that is refused, else `created`. */
  tryCreate(object: ObjectToWrite): string;
}

/** Where an object lives. */
export function placeOf(object: ObjectToWrite): { resource: string; namespace?: string } {
  const resource = resourceOfKind(object.apiVersion ?? 'v1', object.kind ?? '');
  if (!resource) throw new Error(`not served: ${object.kind}`);
  const namespace = resource.namespaced ? (object.metadata?.namespace ?? 'default') : undefined;
  return { resource: resource.plural, ...(namespace && { namespace }) };
}

export function testServer(): TestServer {
  const world = createWorld({ seed: 1 });
  bootCluster(world, { nodes: [], isBare: true });
  const ask = (request: ApiRequest) => call(world, request, { actor: 'test' });
  const post = (object: ObjectToWrite) =>
    ask({ verb: 'create', ...placeOf(object), object, options: { fieldValidation: 'Strict' } }).answer;
  return {
    world,
    ask,
    create<T extends KubernetesObject>(object: ObjectToWrite) {
      const answer = post(object);
      if (isFailure(answer)) throw new Error(answer.message);
      return answer as T;
    },
    tryCreate(object) {
      const answer = post(object);
      return isFailure(answer) ? `${answer.code} ${answer.message}` : 'created';
    },
  };
}

/** A Pod of one container `web`. */
export const podOf = (name: string, spec: object = {}, container: object = {}): ObjectToWrite => ({
  apiVersion: 'v1',
  kind: 'Pod',
  metadata: { name, labels: { app: 'web' } },
  spec: { containers: [{ name: 'web', image: 'nginx:1.27', ...container }], ...spec },
});
