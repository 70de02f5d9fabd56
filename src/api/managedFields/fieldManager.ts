import { isSame } from '../equal.ts';
import type { ManagedFieldsEntry, ObjectMeta } from '../generated/kubernetes.ts';
import type { ObjectToWrite } from '../objects.ts';
import { difference, type FieldSet, isEmptySet, setOf, union } from './fieldSet.ts';
import {
  capped,
  identityOf,
  isReset,
  ManagedFieldsError,
  type Manager,
  type Managers,
  readManagers,
  writeManagers,
} from './managers.ts';
import { ElementError, fieldElement, type Shape } from './shape.ts';
import { trackUpdate } from './updater.ts';

/** Who writes: the manager's name, the version that it writes in, and the subresource if it is not the object itself. */
export interface Writer {
  manager: string;
  apiVersion: string;
  subresource?: string;
  /** When, as a timestamp of the API. */
  time: string;
}

/** A write of an object of this shape, and what this kind of write leaves alone: the status, or all but it. */
export interface Write {
  shape: Shape;
  writer: Writer;
  ignored: FieldSet;
}

/** Fields that are never managed: every writer gives them, or only the server. Source: stripmeta.go. */
const unmanaged = setOf(
  [
    ['apiVersion'],
    ['kind'],
    ['metadata'],
    ...[
      'name',
      'namespace',
      'creationTimestamp',
      'selfLink',
      'uid',
      'clusterName',
      'generation',
      'managedFields',
      'resourceVersion',
    ].map((name) => ['metadata', name]),
  ].map((path) => path.map(fieldElement)),
);

export const managed = (fields: FieldSet): FieldSet => difference(fields, unmanaged);

/** The object without its managedFields, which nobody manages. */
export function withoutManagedFields<T extends { metadata?: ObjectMeta }>(object: T): T {
  if (!object.metadata?.managedFields) return object;
  const { managedFields: _, ...metadata } = object.metadata;
  return { ...object, metadata };
}

/** The managers that an update begins with: as the request gives them, else as they stand. Source: decodeLiveOrNew. */
function managersOf(live: readonly ManagedFieldsEntry[] | undefined, given: readonly ManagedFieldsEntry[] | undefined) {
  if (isReset(given)) return new Map<string, Manager>();
  for (const entries of [given, live]) {
    try {
      const managers = readManagers(entries);
      if (managers.size > 0) return managers;
    } catch (error) {
      if (!(error instanceof ManagedFieldsError)) throw error;
    }
  }
  return new Map<string, Manager>();
}

/** Gives what a change took to its writer, and bounds how many writers are remembered. Source: managedfieldsupdater.go. */
export function track({ shape, writer, ignored }: Write, before: object, after: object, managers: Managers): Managers {
  const change = { shape, before, after, ignored };
  const { managers: left, taken } = trackUpdate(change, managers);
  const fields = managed(taken);
  if (!isEmptySet(fields)) {
    const entry = { ...writer, operation: 'Update' } as const;
    const id = identityOf(entry);
    left.set(id, { ...entry, fields: union(fields, left.get(id)?.fields ?? new Map()) });
  }
  return capped(left);
}

/**
 * The managedFields of an object after a create (`live` is undefined), update or patch. Objects that have none, and were
 * there before, get none. Source: managedfields FieldManager.Update.
 */
export function updateManagedFields(
  write: Write,
  live: ObjectToWrite | undefined,
  next: ObjectToWrite,
): ManagedFieldsEntry[] | undefined {
  const entries = live?.metadata?.managedFields;
  // A subresource cannot write the managedFields themselves.
  const managers = managersOf(entries, write.writer.subresource ? undefined : next.metadata?.managedFields);
  if (live && managers.size === 0) return undefined;
  try {
    const [before, after] = [withoutManagedFields(live ?? {}), withoutManagedFields(next)];
    return keptIfSame(entries, writeManagers(track(write, before, after, managers)));
  } catch (error) {
    if (error instanceof ElementError) return entries;
    throw error;
  }
}

const keptIfSame = (old: ManagedFieldsEntry[] | undefined, next: ManagedFieldsEntry[] | undefined) =>
  isSame(old, next) ? old : next;
