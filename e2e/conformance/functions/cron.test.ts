import type { CronJob } from '../../../src/api/objects.ts';
import { resourceOf } from '../../../src/api/resources.ts';
import { invalid } from '../../../src/api/status.ts';
import { validateCronJob } from '../../../src/api/validation/cronJob.ts';
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
