import type { ObjectToWrite } from '../../api/objects.ts';
import { resourceOfKind } from '../../api/resources.ts';
import { isFailure } from '../../api/status.ts';
import { call } from '../apiserver/apiserver.ts';
import { tellComponents } from '../simulation.ts';
import type { Cause } from '../world/store.ts';
import type { World } from '../world/world.ts';

/** Creates an object through the API server. Throws where it is refused: a scenario must be right. */
export function createObject(world: World, object: ObjectToWrite, cause: Cause): void {
  const resource = resourceOfKind(object.apiVersion ?? '', object.kind ?? '');
  if (!resource) throw new Error(`no kind ${object.apiVersion} ${object.kind}`);
  const namespace = resource.namespaced ? (object.metadata?.namespace ?? 'default') : undefined;
  const { answer } = call(
    world,
    { verb: 'create', resource: resource.plural, object, ...(namespace !== undefined && { namespace }) },
    cause,
  );
  if (isFailure(answer)) throw new Error(answer.message);
  tellComponents(world);
}
