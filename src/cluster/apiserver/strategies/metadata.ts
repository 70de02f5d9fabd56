import { isSame } from '../../../api/equal.ts';
import type { KubernetesObject, StoredMeta } from '../../../api/objects.ts';

/** The object with some fields of its metadata as they were. */
export function withMetadataOf<T extends KubernetesObject>(
  old: T,
  fields: readonly (keyof StoredMeta)[],
  object: T,
): T {
  if (fields.every((field) => isSame(object.metadata[field], old.metadata[field]))) return object;
  const metadata: Record<string, unknown> = { ...object.metadata };
  for (const field of fields) {
    if (old.metadata[field] === undefined) delete metadata[field];
    else metadata[field] = old.metadata[field];
  }
  return { ...object, metadata };
}
