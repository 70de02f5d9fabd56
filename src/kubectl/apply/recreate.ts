import type { KubernetesObject } from '../../api/objects.ts';
import { type Failure, isFailure } from '../../api/status.ts';
import type { Manifest } from '../manifest.ts';
import type { Problem } from '../problem.ts';
import { now, type Session, sleep } from '../session.ts';
import { withoutVersion } from '../unstructured.ts';
import { askAbout } from './request.ts';

/** How often, and for how long, kubectl looks whether an object is gone, in milliseconds. */
const [period, patience] = [1000, 300_000];

/** Waits until an object is gone; says what keeps it from seeing that. */
export async function waitUntilGone(
  session: Session,
  manifest: Manifest,
  timeout = patience,
): Promise<Problem | undefined> {
  const deadline = now(session) + timeout;
  for (;;) {
    const answer = await askAbout(session, manifest, { verb: 'get' });
    if (isFailure(answer)) return answer.code === 404 ? undefined : answer;
    if (now(session) + period > deadline || session.signal?.aborted) return 'context deadline exceeded';
    await sleep(session, period);
  }
}

/**
 * Deletes an object and makes it anew from its manifest (`apply --force`); what was there is put back where that fails.
 * Source: kubectl apply.Patcher.deleteAndCreate.
 */
export async function recreate(
  session: Session,
  manifest: Manifest,
  live: KubernetesObject,
  gracePeriodSeconds: number,
): Promise<KubernetesObject | { problem: Problem }> {
  const deleted = await askAbout(session, manifest, {
    verb: 'delete',
    options: { propagationPolicy: 'Background', ...(gracePeriodSeconds >= 0 && { gracePeriodSeconds }) },
  });
  if (isFailure(deleted)) return { problem: deleted };
  const waited = await waitUntilGone(session, manifest);
  if (waited !== undefined) return { problem: waited };
  const created = await askAbout(session, manifest, { verb: 'create', object: withoutVersion(manifest.object) });
  if (!isFailure(created)) return created;
  return { problem: await putBack(session, manifest, live, created) };
}

async function putBack(
  session: Session,
  manifest: Manifest,
  live: KubernetesObject,
  failure: Failure,
): Promise<Problem> {
  const restored = await askAbout(session, manifest, { verb: 'create', object: withoutVersion({ ...live }) });
  if (!isFailure(restored)) return failure;
  return `An error occurred force-replacing the existing object with the newly provided one:\n\n${failure.message}.\n\nAdditionally, an error occurred attempting to restore the original object:\n\n${restored.message}`;
}
