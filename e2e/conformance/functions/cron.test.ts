import { describe } from 'vitest';
import { nextTime } from '../../../src/api/cron/next.ts';
import type { CronJob, Stored } from '../../../src/api/objects.ts';
import { resourceOf } from '../../../src/api/resources.ts';
import { invalid } from '../../../src/api/status.ts';
import { fromTimestamp, toTimestamp } from '../../../src/api/time.ts';
import { validateCronJob } from '../../../src/api/validation/cronJob.ts';
import { zonedTimestamp } from '../../../src/cluster/controllers/late/cronjob/draft.ts';
import {
  jobNameOf,
  mostRecentScheduleTime,
  untilNextSchedule,
} from '../../../src/cluster/controllers/late/cronjob/missed.ts';
import { readSchedule } from '../../../src/cluster/controllers/late/cronjob/sync.ts';
import { type Case, readCases, testCases } from './recorded.ts';

interface Input {
  fn: string;
  schedule: string;
  timeZone: string | null;
}

/** Of what was recorded of a schedule, what the API server says to it. */
const refusals = readCases<Input, { validationErrors: string[] }>('cron.json')
  .filter((recorded) => recorded.in.fn === 'next')
  .map(({ name, in: input, out }): Case<Input, string[]> => ({ name, in: input, out: out.validationErrors }));

testCases(refusals, ({ schedule, timeZone }) => {
  const spec = { schedule, ...(timeZone !== null && { timeZone }) };
  const errors = validateCronJob({ metadata: { name: 'nightly' }, spec } as CronJob).filter(({ field }) =>
    ['spec.schedule', 'spec.timeZone'].includes(field),
  );
  return invalid(resourceOf('cronjobs'), '', errors).details?.causes?.map(
    ({ field, message }) => `${field}: ${message}`,
  );
});

/** When it is due, five times. */
const times = readCases<Input & { from: string }, { next?: string[] }>('cron.json')
  .filter(({ in: input, out }) => input.fn === 'next' && out.next !== undefined)
  .map(({ name, in: input, out }): Case<Input & { from: string }, unknown> => ({ name, in: input, out: out.next }));

describe('the next times', () => {
  testCases(
    times,
    ({ schedule, timeZone, from }) => {
      const spec = { schedule, ...(timeZone !== null && { timeZone }) };
      const parsed = readSchedule({ spec } as Stored<CronJob>);
      const next: string[] = [];
      let time = fromTimestamp(from);
      while (parsed && next.length < 5) {
        const due = nextTime(parsed, time);
        if (due === undefined) return [...next, 'never'];
        next.push(toTimestamp(due));
        time = due;
      }
      return next;
    },
    { 'next 0 0 * * * Europe//Berlin': 'Such a name loads by accident of the file system.' },
  );
});

interface Due {
  fn: string;
  name: string;
  schedule: string;
  timeZone?: string;
  creationTimestamp: string;
  lastScheduleTime?: string;
  startingDeadlineSeconds?: number;
  now: string;
}

const starts = readCases<Due, unknown>('cron.json').filter((one) => one.in.fn === 'mostRecentScheduleTime');

describe('the start that is due', () => {
  testCases(starts, (input) => {
    const { name, schedule, timeZone, creationTimestamp, lastScheduleTime, startingDeadlineSeconds } = input;
    const now = fromTimestamp(input.now);
    const spec = {
      schedule,
      ...(timeZone && { timeZone }),
      ...(startingDeadlineSeconds !== undefined && { startingDeadlineSeconds }),
    };
    const cronJob = {
      metadata: { name, creationTimestamp },
      spec,
      status: { ...(lastScheduleTime && { lastScheduleTime }) },
    } as Stored<CronJob>;
    const parsed = readSchedule(cronJob);
    if (!parsed) return undefined;
    const { earliest, due, missed, isInvalid } = mostRecentScheduleTime(cronJob, now, parsed, true);
    const deadline =
      startingDeadlineSeconds === undefined || due === undefined ? undefined : due + startingDeadlineSeconds * 1000;
    return {
      earliest: toTimestamp(earliest),
      due: due === undefined ? null : toTimestamp(due),
      missed,
      // Go's subtraction of the time that never comes ends at the least number.
      requeueAfterMilliseconds: untilNextSchedule(cronJob, now, parsed) ?? -9223372036854,
      ...(isInvalid && { error: 'time difference between two schedules is less than 1 second' }),
      ...(deadline !== undefined && { tooLate: deadline < now }),
      ...(due !== undefined && {
        jobName: jobNameOf(cronJob, due),
        scheduledTimestampAnnotation: zonedTimestamp(due, timeZone),
      }),
    };
  });
});
