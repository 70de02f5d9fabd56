import { resourceOf } from '../../api/resources.ts';
import { mistake, usageMistake } from '../errors.ts';
import { createMade } from '../write.ts';
import { type Command, common } from './command.ts';

/** Source: kubectl pkg/cmd/create create_quota.go. */
export const createResourceQuota: Command = {
  name: 'create quota',
  aliases: ['resourcequota'],
  flags: [
    common.output,
    common.dryRun,
    common.fieldManager,
    { name: 'hard', kind: 'text' },
    { name: 'scopes', kind: 'text' },
  ],
  async run(session, { args, flags }) {
    const [name = ''] = args;
    if (args.length !== 1) throw usageMistake('create quota', `exactly one NAME is required, got ${args.length}`);
    const hard = pairs(flags.text('hard') ?? '');
    const scopes = (flags.text('scopes') ?? '').split(',').filter(Boolean);
    const quota = {
      apiVersion: 'v1',
      kind: 'ResourceQuota',
      metadata: { name },
      spec: { ...(Object.keys(hard).length > 0 && { hard }), ...(scopes.length > 0 && { scopes }) },
      status: {},
    };
    await createMade(session, flags, resourceOf('resourcequotas'), quota, (failure) =>
      mistake(`failed to create quota: ${failure.message}`),
    );
    return 0;
  },
};

function pairs(text: string): Record<string, string> {
  const result: Record<string, string> = {};
  for (const pair of text.split(',').filter(Boolean)) {
    const [key = '', value, ...more] = pair.split('=');
    if (value === undefined || more.length > 0)
      throw mistake(`invalid argument syntax ${pair}, expected <resource>=<value>`);
    result[key] = value;
  }
  return result;
}
