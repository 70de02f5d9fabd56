import { fromTimestamp, toTimestamp } from '../time.ts';
import type { CronField } from './fields.ts';
import { offsetAt } from './offsets.ts';
import type { Schedule } from './schedule.ts';

const second = 1000;
const minute = 60 * second;
const hour = 60 * minute;
const dayLength = 24 * hour;

/** What clocks of a zone show. */
interface Clock {
  year: number;
  month: number;
  day: number;
  hour: number;
  minute: number;
  second: number;
  weekday: number;
}

/**
 * When a schedule is due next after an instant (milliseconds since 1970); undefined where that is in no year to come.
 * Source: github.com/robfig/cron/v3 SpecSchedule.Next and ConstantDelaySchedule.Next.
 */
export function nextTime(schedule: Schedule, after: number): number | undefined {
  const whole = Math.floor(after / second) * second;
  if ('everySeconds' in schedule) return whole + schedule.everySeconds * second;
  const { zone } = schedule;
  const [minutes, hours, days, months, weekdays] = schedule.fields;
  if (!minutes || !hours || !days || !months || !weekdays) return undefined;
  const clock = (instant: number) => clockAt(instant + offsetAt(zone, instant, fromTimestamp));
  let time = whole + second;
  let isReset = false;
  const reset = (to: number) => {
    if (!isReset) time = to;
    isReset = true;
  };
  const lastYear = clock(time).year + 5;
  search: while (clock(time).year <= lastYear) {
    for (let now = clock(time); !months.values.has(now.month); now = clock(time)) {
      reset(instantOf(zone, { ...now, day: 1, hour: 0, minute: 0, second: 0 }));
      const first = clock(time);
      time = instantOf(zone, { ...first, month: first.month + 1 });
      if (clock(time).month === 1) continue search;
    }
    for (let now = clock(time); !matchesDay(now, days, weekdays); now = clock(time)) {
      reset(instantOf(zone, { ...now, hour: 0, minute: 0, second: 0 }));
      const today = clock(time);
      time = midnight(instantOf(zone, { ...today, day: today.day + 1 }), clock);
      if (clock(time).day === 1) continue search;
    }
    for (let now = clock(time); !hours.values.has(now.hour); now = clock(time)) {
      reset(instantOf(zone, { ...now, minute: 0, second: 0 }));
      time += hour;
      if (clock(time).hour === 0) continue search;
    }
    for (let now = clock(time); !minutes.values.has(now.minute); now = clock(time)) {
      reset(Math.floor(time / minute) * minute);
      time += minute;
      if (clock(time).minute === 0) continue search;
    }
    while (clock(time).second !== 0) {
      reset(time);
      time += second;
      if (clock(time).second === 0) continue search;
    }
    return time;
  }
  return undefined;
}

/** Where clocks skip midnight the day begins an hour off. */
function midnight(time: number, clock: (instant: number) => Clock): number {
  const shown = clock(time).hour;
  return shown > 12 ? time + (24 - shown) * hour : time - shown * hour;
}

/** Where both the day of the month and that of the week are restricted, one of them is enough. */
function matchesDay({ day, weekday }: Clock, days: CronField, weekdays: CronField): boolean {
  const [ofMonth, ofWeek] = [days.values.has(day), weekdays.values.has(weekday)];
  return days.isAny || weekdays.isAny ? ofMonth && ofWeek : ofMonth || ofWeek;
}

function clockAt(local: number): Clock {
  const [date = '', time = ''] = toTimestamp(local).slice(0, -1).split('T');
  const [year = 0, month = 0, day = 0] = date.split('-').map(Number);
  const [hourShown = 0, minuteShown = 0, secondShown = 0] = time.split(':').map(Number);
  const weekday = (((Math.floor(local / dayLength) + 4) % 7) + 7) % 7;
  return { year, month, day, hour: hourShown, minute: minuteShown, second: secondShown, weekday };
}

/** When clocks of a zone show something; a day beyond the month's end is in the next. Source: Go's time.Date. */
function instantOf(zone: string | undefined, { year, month, day, ...time }: Clock): number {
  const [inYear, inMonth] = month > 12 ? [year + 1, month - 12] : [year, month];
  const first = fromTimestamp(`${String(inYear).padStart(4, '0')}-${String(inMonth).padStart(2, '0')}-01T00:00:00Z`);
  const local = first + (day - 1) * dayLength + time.hour * hour + time.minute * minute + time.second * second;
  const guess = offsetAt(zone, local, fromTimestamp);
  return guess === 0 ? local : local - offsetAt(zone, local - guess, fromTimestamp);
}
