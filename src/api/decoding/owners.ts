import { isSame } from '../equal.ts';
import type { ObjectToWrite, OwnerReference } from '../objects.ts';

/** The object with each owner once, and what the client is told of those it named twice. Source: dedupOwnerReferences. */
export function withOwnersOnce(object: ObjectToWrite): { object: ObjectToWrite; warnings: string[] } {
  const owners = object.metadata?.ownerReferences ?? [];
  const kept: OwnerReference[] = [];
  const twice: string[] = [];
  for (const owner of owners) {
    if (kept.some((other) => isSame(other, owner))) twice.push(owner.uid);
    else kept.push(owner);
  }
  if (twice.length === 0) return { object, warnings: [] };
  const warning = `.metadata.ownerReferences contains duplicate entries; API server dedups owner references in 1.20+, and may reject such requests as early as 1.24; please fix your requests; duplicate UID(s) observed: ${twice.join(', ')}`;
  return { object: { ...object, metadata: { ...object.metadata, ownerReferences: kept } }, warnings: [warning] };
}
