import { resourceOf } from '../../api/resources.ts';
import { readEntries } from '../entries.ts';
import { mistake, usageMistake } from '../errors.ts';
import { createMade } from '../write.ts';
import { type Command, common } from './command.ts';

const base64 = (text: string): string => btoa(String.fromCharCode(...new TextEncoder().encode(text)));

export const createSecret: Command = {
  name: 'create secret generic',
  flags: [
    common.output,
    common.dryRun,
    common.fieldManager,
    { name: 'type', kind: 'text' },
    { name: 'from-literal', kind: 'list' },
    { name: 'from-file', kind: 'list' },
    { name: 'from-env-file', kind: 'list' },
  ],
  async run(session, { args, flags }) {
    const [name = ''] = args;
    if (args.length !== 1)
      throw usageMistake('create secret generic', `exactly one NAME is required, got ${args.length}`);
    const entries = readEntries(session, flags, `Secret "${name}"`);
    const data = Object.fromEntries([...entries].map(([key, value]) => [key, base64(value)]));
    const type = flags.text('type');
    const secret = {
      apiVersion: 'v1',
      ...(entries.size > 0 && { data }),
      kind: 'Secret',
      metadata: { name },
      ...(type && { type }),
    };
    await createMade(session, flags, resourceOf('secrets'), secret, (failure) =>
      mistake(`failed to create secret ${failure.message}`),
    );
    return 0;
  },
};
