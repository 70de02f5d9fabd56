import { parseDuration } from './duration.ts';
import { CronError, type CronField, parseFields } from './fields.ts';
import { loadLocation } from './timeZones.ts';

/** When something is due: at the times that five fields take, or again and again after so many seconds. */
export type Schedule = { fields: CronField[]; zone?: string } | { everySeconds: number };

const descriptors: ReadonlyMap<string, string> = new Map([
  ['@yearly', '0 0 1 1 *'],
  ['@annually', '0 0 1 1 *'],
  ['@monthly', '0 0 1 * *'],
  ['@weekly', '0 0 * * 0'],
  ['@daily', '0 0 * * *'],
  ['@midnight', '0 0 * * *'],
  ['@hourly', '0 * * * *'],
]);
const every = '@every ';

/**
 * Takes a schedule apart. Throws CronError. Source: cron.ParseStandard of github.com/robfig/cron/v3, and
 * ParseCronScheduleWithPanicRecovery around it.
 */
export function parseSchedule(text: string): Schedule {
  if (text === '') throw new CronError('empty spec string');
  const { schedule, ...zone } = withoutZone(text);
  if (!schedule.startsWith('@')) return { fields: parseFields(schedule), ...zone };
  const fields = descriptors.get(schedule);
  if (fields) return { fields: parseFields(fields), ...zone };
  if (!schedule.startsWith(every)) throw new CronError(`unrecognized descriptor: ${schedule}`);
  const duration = parseDuration(schedule.slice(every.length));
  if (typeof duration === 'string') throw new CronError(`failed to parse duration ${schedule}: ${duration}`);
  // A delay is at least a second, and has whole ones.
  return { everySeconds: Math.max(1, Math.trunc(duration)) };
}

/** The zone of `TZ=...` or `CRON_TZ=...`, if there is one, and the schedule behind it. */
function withoutZone(text: string): { schedule: string; zone?: string } {
  if (!/^(CRON_)?TZ=/.test(text)) return { schedule: text };
  const space = text.indexOf(' ');
  // Without a schedule behind the zone the parser itself fails, and is caught.
  if (space < 0) throw new CronError('invalid schedule format: runtime error: slice bounds out of range [:-1]');
  const zone = text.slice(text.indexOf('=') + 1, space);
  const wrong = loadLocation(zone);
  if (wrong) throw new CronError(`provided bad location ${zone}: ${wrong}`);
  return { schedule: text.slice(space).trim(), zone };
}
