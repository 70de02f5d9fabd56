import type { ObjectToWrite } from '../objects.ts';
import { typeOfResource } from '../structure.ts';
import { patchesConflict } from './conflicts.ts';
import { diffMaps } from './diff.ts';
import { mergeMap } from './strategicMergePatch.ts';
import { type JsonObject, PatchConflict } from './values.ts';

/** The strategic merge patch that leads from `original` to `modified`. Throws StrategicPatchError. */
export function twoWayPatch(plural: string, original: ObjectToWrite, modified: ObjectToWrite): ObjectToWrite {
  return diffMaps(original, modified, typeOfResource(plural), { setElementOrder: true }) as ObjectToWrite;
}

/**
 * The strategic merge patch that `kubectl apply` sends: what the manifest (`modified`) changes in the live object
 * (`current`), and what it no longer has of the manifest applied last (`original`). Throws StrategicPatchError, and
 * PatchConflict where it may not overwrite what somebody else has changed otherwise since.
 */
export function threeWayPatch(
  plural: string,
  original: ObjectToWrite,
  modified: ObjectToWrite,
  current: ObjectToWrite,
  overwrite = true,
): ObjectToWrite {
  const type = typeOfResource(plural);
  const delta = diffMaps(current, modified, type, { ignoreDeletions: true, setElementOrder: true });
  const deletions = diffMaps(original, modified, type, { ignoreChangesAndAdditions: true, setElementOrder: true });
  const patch: JsonObject = mergeMap(deletions, delta, type, 'patch');
  if (!overwrite) {
    const changed = diffMaps(original, current, type, {});
    if (patchesConflict(patch, changed, type)) throw new PatchConflict(patch, changed);
  }
  return patch as ObjectToWrite;
}
