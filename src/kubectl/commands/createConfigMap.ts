import { resourceOf } from '../../api/resources.ts';
import { readEntries } from '../entries.ts';
import { mistake, usageMistake } from '../errors.ts';
import { createMade } from '../write.ts';
import { type Command, common } from './command.ts';

export const createConfigMap: Command = {
  name: 'create configmap',
  aliases: ['cm'],
  flags: [
    common.output,
    common.dryRun,
    common.fieldManager,
    { name: 'from-literal', kind: 'list' },
    { name: 'from-file', kind: 'list' },
    { name: 'from-env-file', kind: 'list' },
  ],
  async run(session, { args, flags }) {
    const [name = ''] = args;
    if (args.length !== 1) throw usageMistake('create configmap', `exactly one NAME is required, got ${args.length}`);
    const data = readEntries(session, flags, `ConfigMap "${name}"`);
    const configMap = {
      apiVersion: 'v1',
      ...(data.size > 0 && { data: Object.fromEntries(data) }),
      kind: 'ConfigMap',
      metadata: { name },
    };
    await createMade(session, flags, resourceOf('configmaps'), configMap, (failure) =>
      mistake(`failed to create configmap: ${failure.message}`),
    );
    return 0;
  },
};
