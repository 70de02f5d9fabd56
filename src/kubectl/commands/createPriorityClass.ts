import { resourceOf } from '../../api/resources.ts';
import { mistake, usageMistake } from '../errors.ts';
import { createMade } from '../write.ts';
import { type Command, common } from './command.ts';

/** Source: kubectl pkg/cmd/create create_priorityclass.go. */
export const createPriorityClass: Command = {
  name: 'create priorityclass',
  aliases: ['pc'],
  flags: [
    common.output,
    common.dryRun,
    common.fieldManager,
    { name: 'value', kind: 'number' },
    { name: 'global-default', kind: 'bool' },
    { name: 'description', kind: 'text' },
    { name: 'preemption-policy', kind: 'text' },
  ],
  async run(session, { args, flags }) {
    const [name = ''] = args;
    if (args.length !== 1)
      throw usageMistake('create priorityclass', `exactly one NAME is required, got ${args.length}`);
    const made = {
      apiVersion: 'scheduling.k8s.io/v1',
      kind: 'PriorityClass',
      metadata: { name },
      value: flags.number('value') ?? 0,
      ...(flags.has('global-default') && { globalDefault: true }),
      ...(flags.text('description') && { description: flags.text('description') }),
      preemptionPolicy: flags.text('preemption-policy') ?? 'PreemptLowerPriority',
    };
    await createMade(session, flags, resourceOf('priorityclasses'), made, (failure) =>
      mistake(`failed to create priorityclass: ${failure.message}`),
    );
    return 0;
  },
};
