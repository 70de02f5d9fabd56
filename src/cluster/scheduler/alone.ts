import type { KubernetesObject, Node, ObjectToWrite, Pod, Stored } from '../../api/objects.ts';
import { resourceOf } from '../../api/resources.ts';
import { type Failure, isFailure } from '../../api/status.ts';
import { call } from '../apiserver/apiserver.ts';
import { peek, pop } from '../world/queue.ts';
import { type Cause, changesSince, getObject, keyOf, put, remove } from '../world/store.ts';
import type { World } from '../world/world.ts';
import { scheduler } from './scheduler.ts';

/**
 * Puts an object into a world as if it had been there for a while: admitted, defaulted and validated as a new one, then
 * with the status, taints and times that it came with. Replaces the one of the same name. Only the scheduler is told:
 * for worlds in which nobody else acts. Returns the API server's refusal, if there is one.
 */
export function seat(world: World, resource: string, object: ObjectToWrite, cause: Cause): Failure | undefined {
  const { namespaced } = resourceOf(resource);
  const namespace = object.metadata?.namespace ?? 'default';
  const metadata = { ...object.metadata, ...(namespaced && { namespace }) };
  const old = getObject(world.store, resource, keyOf(metadata));
  if (old) unseat(world, resource, keyOf(metadata), cause);
  const request = { verb: 'create' as const, resource, ...(namespaced && { namespace }) };
  const options = { fieldValidation: 'Ignore' as const };
  const { answer } = call(world, { ...request, object: { ...object, metadata }, options }, cause);
  if (isFailure(answer)) return answer;
  const created = answer as KubernetesObject & { spec?: object; status?: object };
  const { deletionTimestamp } = metadata;
  const whole: KubernetesObject & { spec?: object; status?: object } = {
    ...created,
    metadata: {
      ...created.metadata,
      ...(old && { uid: old.metadata.uid, creationTimestamp: old.metadata.creationTimestamp }),
      ...(deletionTimestamp && { deletionTimestamp, deletionGracePeriodSeconds: 30 }),
    },
    ...(object.status !== undefined && { status: { ...created.status, ...(object.status as object) } }),
  };
  if (resource === 'nodes') {
    // A new node gets a taint until it is ready; this one has been ready for long.
    const { taints: _taints, ...spec } = (whole as Node).spec ?? {};
    const { taints } = (object as Node).spec ?? {};
    whole.spec = { ...spec, ...(taints && { taints }) };
  }
  put(world.store, world.now, resource, whole, cause);
  tellScheduler(world);
  return undefined;
}

/** Takes an object out of a world at once. */
export function unseat(world: World, resource: string, key: string, cause: Cause): void {
  remove(world.store, world.now, resource, key, cause);
  tellScheduler(world);
}

/** Tells nobody but the scheduler of what was written. */
export function tellScheduler(world: World): void {
  const changes = changesSince(world.store, world.told);
  world.told = world.store.revision;
  if (changes === 'gone') throw new Error('changes were compacted before the scheduler heard of them');
  for (const change of changes) scheduler.observe?.(world, change);
}

/** A Pod as it would be if no node had been found for it yet. */
export function unbound(pod: Stored<Pod>): Stored<Pod> {
  if (!pod.spec?.nodeName) return pod;
  const { nodeName: _nodeName, ...spec } = pod.spec;
  return { ...pod, spec: spec as NonNullable<Pod['spec']> };
}

/** Runs the scheduler alone, for so many milliseconds; whatever else is due in that time is dropped. */
export function runScheduler(world: World, milliseconds: number): void {
  const until = world.now + milliseconds;
  for (let event = peek(world.queue); event && event.at <= until; event = peek(world.queue)) {
    pop(world.queue);
    world.now = event.at;
    if (event.to === 'scheduler') scheduler.handle(world, event.message as never);
    tellScheduler(world);
  }
  world.now = until;
}
