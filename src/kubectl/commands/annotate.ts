import { isFailure } from '../../api/status.ts';
import { readChanges } from '../changes.ts';
import { readDryRun } from '../dryRun.ts';
import { failureText, mistake } from '../errors.ts';
import { report } from '../report.ts';
import { findObjects } from '../targets.ts';
import { patchFound } from '../write.ts';
import { type Command, common } from './command.ts';

export const annotate: Command = {
  name: 'annotate',
  flags: [
    common.output,
    common.filename,
    common.selector,
    common.all,
    common.overwrite,
    common.dryRun,
    common.fieldManager,
    { name: 'list', kind: 'bool' },
  ],
  async run(session, { args, flags }) {
    const { names, set, remove } = readChanges(args, 'annotation');
    const isList = flags.is('list');
    if (args.length === 0 && !flags.has('filename'))
      throw mistake('one or more resources must be specified as <resource> <name> or <resource>/<name>');
    if (set.size === 0 && remove.length === 0 && !isList) throw mistake('at least one annotation update is required');
    const both = remove.filter((key) => set.has(key));
    if (both.length > 0)
      throw mistake(
        `can not both modify and remove the following annotation(s) in the same command: ${both.join(', ')}`,
      );
    const dryRun = readDryRun(session, flags);
    const { found, missing } = await findObjects(session, names, flags);
    let exit = missing > 0 ? 1 : 0;
    for (const one of found) {
      const annotations = one.object.metadata.annotations ?? {};
      if (isList) {
        session.out(
          Object.entries(annotations)
            .map(([key, value]) => `${key}=${value}\n`)
            .join(''),
        );
        continue;
      }
      const taken = [...set].filter(([key, value]) => annotations[key] !== undefined && annotations[key] !== value);
      if (taken.length > 0 && !flags.is('overwrite')) {
        const list = taken.map(([key]) => `'${key}' already has a value (${annotations[key]})`);
        throw mistake(`--overwrite is false but found the following declared annotation(s): ${list.join('; ')}`);
      }
      const changes = Object.fromEntries([...set, ...remove.map((key) => [key, null] as const)]);
      const answer = await patchFound(session, one, { metadata: { annotations: changes } }, { dryRun });
      if (isFailure(answer)) {
        session.err(failureText(answer));
        exit = 1;
      } else report(session, flags, { ...one, object: answer }, 'annotated', dryRun);
    }
    return exit;
  },
};
