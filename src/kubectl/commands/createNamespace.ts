import { resourceOf } from '../../api/resources.ts';
import { usageMistake } from '../errors.ts';
import { createMade } from '../write.ts';
import { type Command, common } from './command.ts';

export const createNamespace: Command = {
  name: 'create namespace',
  aliases: ['ns'],
  flags: [common.output, common.dryRun, common.fieldManager],
  async run(session, { args, flags }) {
    const [name = ''] = args;
    if (args.length !== 1) throw usageMistake('create namespace', `exactly one NAME is required, got ${args.length}`);
    const namespace = { apiVersion: 'v1', kind: 'Namespace', metadata: { name }, spec: {}, status: {} };
    await createMade(session, flags, resourceOf('namespaces'), namespace);
    return 0;
  },
};
