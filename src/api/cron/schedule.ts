import { parseDuration } from './duration.ts';
import { CronError, type CronField, parseFields } from './fields.ts';
import { isTimeZone } from './timeZones.ts';

/** When something is due: at the times that five fields take, or again and again after so many seconds. */
export type Schedule = { fields: CronField[] } | { everySeconds: number };

const descriptors: Readonly<Record<string, string>> = {
  '@yearly': '0 0 1 1 *',
  '@annually': '0 0 1 1 *',
  '@monthly': '0 0 1 * *',
  '@weekly': '0 0 * * 0',
  '@daily': '0 0 * * *',
  '@midnight': '0 0 * * *',
  '@hourly': '0 * * * *',
};
const every = '@every ';

/** Takes a schedule apart. Throws CronError. Source: cron.ParseStandard of github.com/robfig/cron/v3. */
export function parseSchedule(text: string): Schedule {
  const schedule = withoutZone(text);
  if (schedule === '') throw new CronError('empty spec string');
  if (!schedule.startsWith('@')) return { fields: parseFields(schedule) };
  const fields = descriptors[schedule];
  if (fields) return { fields: parseFields(fields) };
  if (!schedule.startsWith(every)) throw new CronError(`unrecognized descriptor: ${schedule}`);
  const duration = parseDuration(schedule.slice(every.length));
  if (typeof duration === 'string') throw new CronError(`failed to parse duration ${schedule}: ${duration}`);
  // A delay is at least a second, and has whole ones.
  return { everySeconds: Math.max(1, Math.trunc(duration)) };
}

/** The schedule behind `TZ=...` or `CRON_TZ=...`, if there is one. */
function withoutZone(text: string): string {
  const [, zone, rest] = /^(?:CRON_)?TZ=(\S*) (.*)$/s.exec(text) ?? [];
  if (zone === undefined || rest === undefined) return text;
  if (!isTimeZone(zone)) throw new CronError(`provided bad location ${zone}: unknown time zone ${zone}`);
  return rest.trim();
}
