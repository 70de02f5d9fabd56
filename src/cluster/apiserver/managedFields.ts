import { isSame } from '../../api/equal.ts';
import type { KubernetesObject, ManagedFieldsEntry } from '../../api/objects.ts';
import type { Resource } from '../../api/resources.ts';
import { toTimestamp } from '../../api/time.ts';
import { laterParts } from '../later/later.ts';
import type { Cause } from '../world/store.ts';
import type { World } from '../world/world.ts';
import type { WriteOptions } from './request.ts';
import { isChecked } from './rules.ts';

/** By whom and through what an object is written. */
export interface Writing {
  options: WriteOptions | undefined;
  subresource?: string;
  cause: Cause;
  /** The write has said itself who manages what. */
  isTracked?: true;
}

/** Who a write's fields belong to; a client that does not say is known by its name, as by its user agent. */
export function authorOf(world: World, { options, subresource, cause }: Writing) {
  const manager = options?.fieldManager || cause.actor;
  return { manager, time: toTimestamp(world.now), ...(subresource && { subresource }) };
}

/** The refusal of a write's options, if a client gave any that cannot be. */
export function checkOptions(kind: 'CreateOptions' | 'UpdateOptions', options: WriteOptions | undefined) {
  if (!options?.fieldManager) return undefined;
  return laterParts('options of a write').patching.checkOptions(kind, options);
}

type WithSpec = KubernetesObject & { spec?: unknown };

/**
 * The object with its managedFields brought up to the write. They are kept for what is made from outside; what components
 * write of their own moves no field, but for those of the spec (an autoscaler's replicas).
 */
export function tracked<T extends WithSpec>(
  world: World,
  resource: Resource,
  old: WithSpec | undefined,
  next: T,
  writing: Writing,
): T {
  if (writing.isTracked) return next;
  const isOwn = !isChecked(writing.options);
  if (isOwn && (!old?.metadata.managedFields || isSame(old.spec, next.spec))) return next;
  const { kindOfResource, managedFieldsAfter } = laterParts('managedFields').patching;
  const author = authorOf(world, writing);
  return withManagedFields(next, managedFieldsAfter(resource, kindOfResource(resource), author, old, next as never));
}

/** The object with these managedFields. */
export function withManagedFields<T extends KubernetesObject>(object: T, entries: ManagedFieldsEntry[] | undefined): T {
  const { managedFields, ...metadata } = object.metadata;
  if (managedFields === entries) return object;
  return { ...object, metadata: { ...metadata, ...(entries && { managedFields: entries }) } };
}

/** `next` with the times of the old managedFields where they differ in nothing else: that alone is no change. */
export function withTimesOf(old: KubernetesObject, next: KubernetesObject): KubernetesObject {
  const [before, after] = [old.metadata.managedFields, next.metadata.managedFields];
  if (before === after || !before || !after) return next;
  const timeless = (entries: readonly ManagedFieldsEntry[]) => entries.map(({ time: _, ...entry }) => entry);
  return isSame(timeless(before), timeless(after)) ? withManagedFields(next, before) : next;
}
