import { CronError } from '../cron/fields.ts';
import { parseSchedule } from '../cron/schedule.ts';
import { loadLocation } from '../cron/timeZones.ts';
import type { CronJob } from '../objects.ts';
import type { FieldError } from '../status.ts';
import { checkNotNegative, invalidValue, required, unsupported } from './errors.ts';
import { validateJobSpec } from './jobSpec.ts';
import { shownSelector } from './ownSelector.ts';

const policies = ['Allow', 'Forbid', 'Replace'];
/** The Jobs' names end in a dash and ten digits. */
const longestName = 52;

/** Source: validateScheduleFormat. One that had a zone in it before may keep it. */
function validateSchedule(schedule: string, timeZone: string | undefined, mayHaveZone: boolean): FieldError[] {
  const field = 'spec.schedule';
  if (!schedule) return [required(field)];
  const errors: FieldError[] = [];
  try {
    parseSchedule(schedule);
  } catch (error) {
    if (!(error instanceof CronError)) throw error;
    errors.push(invalidValue(field, schedule, error.message));
  }
  if (!schedule.includes('TZ')) return errors;
  if (!mayHaveZone)
    errors.push(invalidValue(field, schedule, 'cannot use TZ or CRON_TZ in schedule, use timeZone field instead'));
  else if (timeZone !== undefined)
    errors.push(invalidValue(field, schedule, 'cannot use both timeZone field and TZ or CRON_TZ in schedule'));
  return errors;
}

/** A part of a zone's name, as the database of zones has them. */
const isPartOfZone = (part: string) =>
  /^[A-Za-z.\-_0-9+]{1,14}$/.test(part) && part !== '.' && part !== '..' && !part.startsWith('-');

function validateTimeZone(timeZone: string | undefined): FieldError[] {
  if (timeZone === undefined) return [];
  const wrong = (detail: string) => invalidValue('spec.timeZone', timeZone, detail);
  if (timeZone === '') return [wrong('timeZone must be nil or non-empty string')];
  if (!timeZone.split('/').every(isPartOfZone)) return [wrong(`unknown time zone ${timeZone}`)];
  const errors: FieldError[] = [];
  if (timeZone.toLowerCase() === 'local')
    errors.push(wrong('timeZone must be an explicit time zone as defined in https://www.iana.org/time-zones'));
  const unknown = loadLocation(timeZone);
  return unknown ? [...errors, wrong(unknown)] : errors;
}

function validateSpec(cronJob: CronJob, old?: CronJob): FieldError[] {
  const spec = cronJob.spec ?? ({} as NonNullable<CronJob['spec']>);
  const { concurrencyPolicy = '', jobTemplate, timeZone } = spec;
  const field = 'spec.jobTemplate.spec';
  const mayHaveZone = old?.spec?.schedule?.includes('TZ') ?? false;
  const errors = validateSchedule(spec.schedule ?? '', timeZone, mayHaveZone);
  errors.push(...checkNotNegative('spec.startingDeadlineSeconds', spec.startingDeadlineSeconds));
  if (!old || old.spec?.timeZone !== timeZone) errors.push(...validateTimeZone(timeZone));
  if (concurrencyPolicy === '') errors.push(required('spec.concurrencyPolicy'));
  else if (!policies.includes(concurrencyPolicy))
    errors.push(unsupported('spec.concurrencyPolicy', concurrencyPolicy, policies));
  errors.push(...validateJobSpec(jobTemplate?.spec, field));
  const { selector, manualSelector } = jobTemplate?.spec ?? {};
  if (selector)
    errors.push(invalidValue(`${field}.selector`, shownSelector(selector), '`selector` will be auto-generated'));
  if (manualSelector) errors.push(unsupported(`${field}.manualSelector`, true, ['nil', 'false']));
  errors.push(...checkNotNegative('spec.successfulJobsHistoryLimit', spec.successfulJobsHistoryLimit));
  errors.push(...checkNotNegative('spec.failedJobsHistoryLimit', spec.failedJobsHistoryLimit));
  return errors;
}

/** What is wrong with a CronJob, besides its metadata. Source: pkg/apis/batch/validation ValidateCronJobCreate. */
export function validateCronJob(cronJob: CronJob): FieldError[] {
  const errors = validateSpec(cronJob);
  const { name = '' } = cronJob.metadata ?? {};
  if (name.length > longestName)
    errors.push(invalidValue('metadata.name', name, `must be no more than ${longestName} characters`));
  return errors;
}

export const validateCronJobUpdate = (cronJob: CronJob, old: CronJob): FieldError[] => validateSpec(cronJob, old);
