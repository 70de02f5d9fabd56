import { offsetAt } from '../../../../api/cron/offsets.ts';
import type { CronJob, CronJobStatus, Job, ObjectToWrite, Stored } from '../../../../api/objects.ts';
import { fromTimestamp, toTimestamp } from '../../../../api/time.ts';
import type { Milliseconds } from '../../../world/queue.ts';
import type { View, Write } from '../../controller.ts';
import { controllerReference, eventAbout } from '../../podcontrol.ts';
import { jobNameOf } from './missed.ts';

export type StoredCronJob = Stored<CronJob>;
export type StoredJob = Stored<Job>;

/** The component of its Events and the actor of its causes. */
export const cronJobController = 'cronjob-controller';

/** By key: the Job that the last pass made, which the next enters in the status. */
export type CronJobMemory = Map<string, { name: string; time: Milliseconds }>;

/** A pass over a CronJob under way. */
export interface Draft {
  view: View;
  cronJob: StoredCronJob;
  status: CronJobStatus;
  writes: Write[];
}

export function say(draft: Draft, type: 'Normal' | 'Warning', reason: string, message: string): void {
  draft.writes.push({ event: eventAbout(cronJobController, draft.cronJob, type, reason, message) });
}

/** Enters a Job among those that run. */
export function enter(draft: Draft, job: StoredJob, time: Milliseconds): void {
  const { apiVersion, kind, metadata } = job;
  const { name, namespace, uid, resourceVersion } = metadata;
  const reference = { apiVersion, kind, name, ...(namespace && { namespace }), uid, resourceVersion };
  const active = [...(draft.status.active ?? []), reference];
  draft.status = { ...draft.status, active, lastScheduleTime: toTimestamp(time) };
}

/** Takes a Job off the list of those that run. */
export function leave(draft: Draft, uid: string | undefined): void {
  const { active = [], ...rest } = draft.status;
  const left = active.filter((reference) => reference.uid !== uid);
  draft.status = { ...rest, ...(left.length > 0 && { active: left }) };
}

/** Deletes a Job with its Pods, and says so. Source: deleteJob. */
export function deleteJob(draft: Draft, { metadata: { name, namespace, uid } }: StoredJob): void {
  draft.writes.push({
    request: {
      verb: 'delete',
      resource: 'jobs',
      ...(namespace && { namespace }),
      name,
      options: { propagationPolicy: 'Background' },
    },
    tolerate: [404],
    event: eventAbout(cronJobController, draft.cronJob, 'Normal', 'SuccessfulDelete', `Deleted job ${name}`),
  });
  leave(draft, uid);
}

/** Makes the Job of a scheduled time. Source: getJobFromTemplate2. */
export function createJob(draft: Draft, time: Milliseconds): void {
  const { cronJob } = draft;
  const { namespace } = cronJob.metadata;
  const { jobTemplate, timeZone } = cronJob.spec ?? {};
  const name = jobNameOf(cronJob, time);
  const annotations = {
    ...jobTemplate?.metadata?.annotations,
    'batch.kubernetes.io/cronjob-scheduled-timestamp': zonedTimestamp(time, timeZone),
  };
  const object: ObjectToWrite = {
    apiVersion: 'batch/v1',
    kind: 'Job',
    metadata: {
      name,
      ...(namespace && { namespace }),
      ...(jobTemplate?.metadata?.labels && { labels: jobTemplate.metadata.labels }),
      annotations,
      ownerReferences: [controllerReference(cronJob)],
    },
    spec: jobTemplate?.spec,
  };
  draft.writes.push({
    request: { verb: 'create', resource: 'jobs', ...(namespace && { namespace }), object },
    event: eventAbout(cronJobController, cronJob, 'Normal', 'SuccessfulCreate', `Created job ${name}`),
  });
}

/** `2026-03-02T09:00:00+09:00`: RFC 3339 with a zone's offset. */
export function zonedTimestamp(time: Milliseconds, zone: string | undefined): string {
  const offset = offsetAt(zone, time, fromTimestamp);
  const local = toTimestamp(time + offset);
  if (offset === 0) return local;
  const minutes = Math.abs(offset) / 60_000;
  const two = (value: number) => String(Math.floor(value)).padStart(2, '0');
  return `${local.slice(0, -1)}${offset < 0 ? '-' : '+'}${two(minutes / 60)}:${two(minutes % 60)}`;
}
