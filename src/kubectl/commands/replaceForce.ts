import { isFailure } from '../../api/status.ts';
import { waitUntilGone } from '../apply/recreate.ts';
import { askAbout } from '../apply/request.ts';
import { mistake } from '../errors.ts';
import type { FieldValidation } from '../fieldValidation.ts';
import type { Given } from '../flags.ts';
import { annotated } from '../lastApplied.ts';
import { type Manifest, readManifests, visitManifests } from '../manifest.ts';
import { exitWith, type Problem } from '../problem.ts';
import { report } from '../report.ts';
import type { Session } from '../session.ts';
import { withoutVersion } from '../unstructured.ts';
import { deletionSentence, readPropagation } from './delete.ts';

/** `replace --force`: deletes what is there, waits until it is gone, and makes it anew. Source: replace.forceReplace. */
export async function forceReplace(session: Session, flags: Given, fieldValidation: FieldValidation): Promise<number> {
  const doomed = readManifests(session, flags);
  const gracePeriod = flags.number('grace-period') ?? -1;
  // A grace period of 0 is made 1, so that nothing is lost by accident.
  const options = {
    propagationPolicy: readPropagation(session, flags),
    ...(gracePeriod >= 0 && { gracePeriodSeconds: gracePeriod || 1 }),
  };
  const remove = async (manifest: Manifest): Promise<Problem | undefined> => {
    const deleted = await askAbout(session, manifest, { verb: 'delete', options });
    if (isFailure(deleted)) return deleted.code === 404 ? undefined : deleted;
    session.out(deletionSentence(manifest, false, ''));
    return undefined;
  };
  const unremoved = await visitManifests(doomed, remove);
  if (unremoved !== undefined) return exitWith(session, unremoved);
  const unseen = await visitManifests(doomed, (manifest) =>
    waitUntilGone(session, manifest, flags.number('timeout') || undefined),
  );
  if (unseen !== undefined) return exitWith(session, unseen);

  const manifests = readManifests(session, flags, { validation: fieldValidation });
  if (manifests.length === 0) throw mistake('no objects passed to replace');
  const create = async (manifest: Manifest): Promise<Problem | undefined> => {
    const object = withoutVersion(annotated(flags, manifest.object));
    const created = await askAbout(session, manifest, { verb: 'create', object, options: { fieldValidation } });
    if (isFailure(created)) return created;
    report(session, flags, { resource: manifest.resource, object: created }, 'replaced');
    return undefined;
  };
  return exitWith(session, await visitManifests(manifests, create));
}
