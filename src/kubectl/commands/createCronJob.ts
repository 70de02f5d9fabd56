import { resourceOf } from '../../api/resources.ts';
import { mistake, usageMistake } from '../errors.ts';
import { createMade } from '../write.ts';
import { type Command, common } from './command.ts';

/** Source: kubectl create_cronjob.go. */
export const createCronJob: Command = {
  name: 'create cronjob',
  takesWords: true,
  aliases: ['cj'],
  flags: [
    common.output,
    common.dryRun,
    common.fieldManager,
    { name: 'image', kind: 'text' },
    { name: 'schedule', kind: 'text' },
    { name: 'restart', kind: 'text' },
  ],
  async run(session, { args, flags, afterDash }) {
    const missing = ['image', 'schedule'].filter((flag) => !flags.has(flag)).map((flag) => `"${flag}"`);
    if (missing.length > 0) throw mistake(`required flag(s) ${missing.join(', ')} not set`);
    const [name = ''] = args;
    if (args.length !== 1) throw usageMistake('create cronjob', `exactly one NAME is required, got ${args.length}`);
    const container = {
      name,
      image: flags.text('image') ?? '',
      ...(afterDash && { command: afterDash }),
      resources: {},
    };
    const restartPolicy = flags.text('restart') || 'OnFailure';
    const cronJob = {
      apiVersion: 'batch/v1',
      kind: 'CronJob',
      metadata: { name },
      spec: {
        schedule: flags.text('schedule') ?? '',
        jobTemplate: {
          metadata: { name },
          spec: { template: { metadata: {}, spec: { containers: [container], restartPolicy } } },
        },
      },
      status: {},
    };
    await createMade(session, flags, resourceOf('cronjobs'), cronJob, (failure) =>
      mistake(`failed to create cronjob: ${failure.message}`),
    );
    return 0;
  },
};
