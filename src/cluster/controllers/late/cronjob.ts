import { isSame } from '../../../api/equal.ts';
import { controllerOf } from '../../../api/objects.ts';
import { getObject, listObjects } from '../../world/store.ts';
import { isNamespaceGoing } from '../goingnamespace.ts';
import { writeStatus } from '../podcontrol.ts';
import { type CronJobMemory, type Draft, enter, type StoredCronJob, type StoredJob, say } from './cronjob/draft.ts';
import { untilNextSchedule } from './cronjob/missed.ts';
import { cleanUp, followJobs, isOwn, readSchedule, startDue } from './cronjob/sync.ts';
import type { LateRules } from './registry.ts';

/** Starts Jobs as a CronJob's schedule says. Source: pkg/controller/cronjob (version 2) of 1.36. */
export const cronJob: LateRules = {
  keysFor({ resource, key, object, previous }, store) {
    if (resource === 'cronjobs') return [key];
    const names = [controllerOf(object), previous && controllerOf(previous)].flatMap((owner) =>
      owner?.kind === 'CronJob' ? [`${object.metadata.namespace}/${owner.name}`] : [],
    );
    return [...new Set(names)].filter((one) => getObject(store, 'cronjobs', one));
  },
  /** With a new schedule it is soon enough to look when that is due. Source: updateCronJob. */
  delay({ resource, type, at, object, previous }) {
    if (resource !== 'cronjobs' || type !== 'MODIFIED') return 0;
    const [now, before] = [object as StoredCronJob, previous as StoredCronJob | undefined];
    const isSameSchedule =
      now.spec?.schedule === before?.spec?.schedule && now.spec?.timeZone === before?.spec?.timeZone;
    const schedule = isSameSchedule ? undefined : readSchedule(now);
    return schedule ? Math.max(0, untilNextSchedule(now, at, schedule) ?? 0) : 0;
  },
  reconcile(view, key) {
    const found = getObject<StoredCronJob>(view.store, 'cronjobs', key);
    const memory = view.memory as CronJobMemory;
    const made = memory.get(key);
    memory.delete(key);
    if (!found) return { writes: [] };
    const { namespace } = found.metadata;
    const jobs = listObjects<StoredJob>(view.store, 'jobs', namespace).filter((job) => isOwn(job, found));
    const draft: Draft = { view, cronJob: found, status: found.status ?? {}, writes: [] };
    const job = jobs.find(({ metadata }) => metadata.name === made?.name);
    if (made && job && !found.status?.active?.some(({ uid }) => uid === job.metadata.uid)) enter(draft, job, made.time);
    cleanUp(draft, jobs);
    followJobs(draft, jobs);
    const { after, started } = startDue(draft);
    if (started) memory.set(key, started);
    if (!isSame(draft.status, found.status ?? {})) draft.writes.push(writeStatus('cronjobs', found, draft.status));
    return { writes: draft.writes, ...(after !== undefined && { requeueAfter: after }) };
  },
  refused(view, key, request, failure) {
    const found = getObject<StoredCronJob>(view.store, 'cronjobs', key);
    if (request.resource !== 'jobs' || request.verb !== 'create') return [];
    (view.memory as CronJobMemory).delete(key);
    if (!found || isNamespaceGoing(view.store, found)) return [];
    const draft: Draft = { view, cronJob: found, status: found.status ?? {}, writes: [] };
    say(draft, 'Warning', 'FailedCreate', `Error creating job: ${failure.message}`);
    return draft.writes;
  },
};
