import { nextTime } from '../../../../api/cron/next.ts';
import type { Schedule } from '../../../../api/cron/schedule.ts';
import type { CronJob, Stored } from '../../../../api/objects.ts';
import { fromTimestamp } from '../../../../api/time.ts';
import type { Milliseconds } from '../../../world/queue.ts';

const second = 1000;
/** After the time that a schedule names the controller looks so much later. Source: nextScheduleDelta. */
const lateness: Milliseconds = 100;

/** Which start a CronJob owes. */
export interface Owed {
  /** No start before this one is owed any more. */
  earliest: Milliseconds;
  /** The latest start since then, if there was one. */
  due?: Milliseconds;
  /** Roughly how many others were missed. */
  missed: 'none' | 'few' | 'many';
  /** The schedule is never due. */
  isInvalid?: boolean;
}

/** Source: pkg/controller/cronjob/utils.go mostRecentScheduleTime. */
export function mostRecentScheduleTime(
  { metadata, spec, status }: Stored<CronJob>,
  now: Milliseconds,
  schedule: Schedule,
  isWithinDeadline: boolean,
): Owed {
  const deadline = isWithinDeadline ? spec?.startingDeadlineSeconds : undefined;
  const earliest = Math.max(
    fromTimestamp(status?.lastScheduleTime ?? metadata.creationTimestamp),
    deadline === undefined ? Number.NEGATIVE_INFINITY : now - deadline * second,
  );
  const first = nextTime(schedule, earliest);
  const next = first === undefined ? undefined : nextTime(schedule, first);
  if (first === undefined || next === undefined) return { earliest, missed: 'none', isInvalid: true };
  if (now < first) return { earliest, missed: 'none' };
  if (now < next) return { earliest, due: first, missed: 'none' };
  const between = Math.round((next - first) / second);
  const count = Math.floor(Math.floor((now - first) / second) / between) + 1;
  // A little too early, and from there on step by step: so it is right where the steps differ, too.
  let due: number | undefined;
  for (
    let time = nextTime(schedule, first + (count - 2) * between * second);
    time !== undefined && time <= now;
    time = nextTime(schedule, time)
  )
    due = time;
  return { earliest, ...(due !== undefined && { due }), missed: count > 100 ? 'many' : 'few' };
}

/** How long it is until the controller has to look again; undefined where never. Source: nextScheduleTimeDuration. */
export function untilNextSchedule(
  cronJob: Stored<CronJob>,
  now: Milliseconds,
  schedule: Schedule,
): Milliseconds | undefined {
  const { earliest, due, missed, isInvalid } = mostRecentScheduleTime(cronJob, now, schedule, false);
  const from = isInvalid ? now : (due ?? (missed === 'none' ? earliest : now));
  const next = nextTime(schedule, from);
  return next === undefined ? undefined : next + lateness - now;
}

/** `hello-29539380`: the minutes since 1970 tell the Jobs of a CronJob apart. Source: getJobName. */
export function jobNameOf({ metadata }: Stored<CronJob>, time: Milliseconds): string {
  return `${metadata.name}-${Math.floor(time / 60_000)}`;
}
