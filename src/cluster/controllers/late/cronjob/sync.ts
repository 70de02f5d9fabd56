import { CronError } from '../../../../api/cron/fields.ts';
import { hasRules } from '../../../../api/cron/offsets.ts';
import { parseSchedule, type Schedule } from '../../../../api/cron/schedule.ts';
import { loadLocation } from '../../../../api/cron/timeZones.ts';
import { fromTimestamp, toTimestamp } from '../../../../api/time.ts';
import type { Milliseconds } from '../../../world/queue.ts';
import { getObject, keyOf } from '../../../world/store.ts';
import { finishedCondition } from '../job/context.ts';
import { createJob, type Draft, deleteJob, enter, leave, type StoredCronJob, type StoredJob, say } from './draft.ts';
import { jobNameOf, mostRecentScheduleTime, untilNextSchedule } from './missed.ts';

/** Deletes ended Jobs beyond the limits of the history, the oldest first. Source: cleanupFinishedJobs. */
export function cleanUp(draft: Draft, jobs: readonly StoredJob[]): void {
  const { successfulJobsHistoryLimit, failedJobsHistoryLimit } = draft.cronJob.spec ?? {};
  const remove = (type: string, limit: number | undefined) => {
    const ended = jobs.filter((job) => finishedCondition(job)?.type === type).sort(byStart);
    if (limit !== undefined) for (const job of ended.slice(0, Math.max(0, ended.length - limit))) deleteJob(draft, job);
  };
  remove('Complete', successfulJobsHistoryLimit);
  remove('Failed', failedJobsHistoryLimit);
}

function byStart(a: StoredJob, b: StoredJob): number {
  const [startA, startB] = [a.status?.startTime ?? '', b.status?.startTime ?? ''];
  if (startA !== startB) return startA < startB ? -1 : 1;
  return a.metadata.name < b.metadata.name ? -1 : 1;
}

/** Compares the Jobs with the list of those that run. */
export function followJobs(draft: Draft, jobs: readonly StoredJob[]): void {
  const isActive = (uid: string) => draft.status.active?.some((reference) => reference.uid === uid) === true;
  for (const job of jobs) {
    const { uid, name } = job.metadata;
    const end = finishedCondition(job);
    if (!isActive(uid) && !end)
      say(draft, 'Warning', 'UnexpectedJob', `Saw a job that the controller did not create or forgot: ${name}`);
    else if (isActive(uid) && end) {
      leave(draft, uid);
      say(draft, 'Normal', 'SawCompletedJob', `Saw completed job: ${name}, condition: ${end.type}`);
    } else if (end?.type === 'Complete') noteSuccess(draft, job);
  }
  const known = new Set(jobs.map(({ metadata }) => metadata.uid));
  for (const { uid, name } of draft.status.active ?? []) {
    if (known.has(uid ?? '')) continue;
    say(draft, 'Normal', 'MissingJob', `Active job went missing: ${name}`);
    leave(draft, uid);
  }
}

function noteSuccess(draft: Draft, { status }: StoredJob): void {
  const time = status?.completionTime;
  const last = draft.status.lastSuccessfulTime;
  if (time && (!last || fromTimestamp(time) > fromTimestamp(last)))
    draft.status = { ...draft.status, lastSuccessfulTime: time };
}

/** Starts the Job that is due, if one is; answers after how long to look again. Source: syncCronJob. */
export function startDue(draft: Draft): { after?: Milliseconds; started?: { name: string; time: Milliseconds } } {
  const { view, cronJob } = draft;
  const { spec } = cronJob;
  if (cronJob.metadata.deletionTimestamp) return {};
  const wrong = unknownZone(spec?.timeZone);
  if (wrong) {
    say(draft, 'Warning', 'UnknownTimeZone', `invalid timeZone: "${spec?.timeZone}": ${wrong}`);
    return {};
  }
  if (spec?.suspend) return {};
  const schedule = readSchedule(cronJob, draft);
  if (!schedule) return {};
  const current = { ...cronJob, status: draft.status };
  const owed = mostRecentScheduleTime(current, view.now, schedule, true);
  if (owed.isInvalid) {
    const why = 'time difference between two schedules is less than 1 second';
    say(draft, 'Warning', 'InvalidSchedule', `invalid schedule: ${spec?.schedule} : ${why}`);
    return {};
  }
  const wait = (one: StoredCronJob) => {
    const after = untilNextSchedule(one, view.now, schedule);
    return after === undefined ? {} : { after };
  };
  const { due } = owed;
  if (due === undefined || due > view.now) return wait(current);
  if (owed.missed === 'many')
    say(
      draft,
      'Warning',
      'TooManyMissedTimes',
      'too many missed start times. Set or decrease .spec.startingDeadlineSeconds or check clock skew',
    );
  const name = jobNameOf(cronJob, due);
  const isDone =
    draft.status.active?.some((reference) => reference.name === name) ||
    draft.status.lastScheduleTime === toTimestamp(due);
  if (isDone) return wait(current);
  if (spec?.concurrencyPolicy === 'Forbid' && draft.status.active?.length) {
    const why = 'prior execution is running and concurrency policy is Forbid';
    say(draft, 'Normal', 'JobAlreadyActive', `Not starting job because ${why}`);
    return wait(current);
  }
  if (spec?.concurrencyPolicy === 'Replace') replaceActive(draft);
  const { namespace } = cronJob.metadata;
  const known = getObject<StoredJob>(view.store, 'jobs', keyOf({ ...(namespace && { namespace }), name }));
  // A Job of this name is either somebody else's, or one that was made and not entered yet.
  if (known && !isOwn(known, cronJob)) return {};
  if (known) enter(draft, known, due);
  else createJob(draft, due);
  const after = wait({ ...cronJob, status: { ...draft.status, lastScheduleTime: toTimestamp(due) } });
  return { ...after, ...(!known && { started: { name, time: due } }) };
}

function replaceActive(draft: Draft): void {
  for (const { name, namespace } of draft.status.active ?? []) {
    const key = keyOf({ ...(namespace && { namespace }), name: name ?? '' });
    const job = getObject<StoredJob>(draft.view.store, 'jobs', key);
    if (job) deleteJob(draft, job);
  }
}

export const isOwn = ({ metadata }: StoredJob, { metadata: { uid } }: StoredCronJob): boolean =>
  metadata.ownerReferences?.some((owner) => owner.controller && owner.uid === uid) === true;

function unknownZone(zone: string | undefined): string | undefined {
  if (zone === undefined) return undefined;
  return loadLocation(zone) ?? (hasRules(zone) ? undefined : `unknown time zone ${zone}`);
}

/** The schedule in its time zone; undefined, and said, where it is none. Source: formatSchedule. */
export function readSchedule({ spec }: StoredCronJob, draft?: Draft): Schedule | undefined {
  const text = spec?.schedule ?? '';
  if (draft && text.includes('TZ'))
    say(
      draft,
      'Warning',
      'UnsupportedSchedule',
      `CRON_TZ or TZ used in schedule ${JSON.stringify(text)} is not officially supported, see https://kubernetes.io/docs/concepts/workloads/controllers/cron-jobs/ for more details`,
    );
  const isZoned = !text.includes('TZ') && spec?.timeZone !== undefined && loadLocation(spec.timeZone) === undefined;
  try {
    return parseSchedule(isZoned ? `TZ=${spec?.timeZone} ${text}` : text);
  } catch (error) {
    if (!(error instanceof CronError)) throw error;
    if (draft)
      say(draft, 'Warning', 'UnparseableSchedule', `unparseable schedule: ${JSON.stringify(text)} : ${error.message}`);
    return undefined;
  }
}
