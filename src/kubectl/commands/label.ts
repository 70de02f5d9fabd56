import { isLabelValue } from '../../api/names.ts';
import { isFailure } from '../../api/status.ts';
import { readChanges } from '../changes.ts';
import { readDryRun } from '../dryRun.ts';
import { CommandError, failureText, mistake } from '../errors.ts';
import { report } from '../report.ts';
import { findObjects } from '../targets.ts';
import { patchFound } from '../write.ts';
import { type Command, common } from './command.ts';

export const label: Command = {
  name: 'label',
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
    const { names, set, remove } = readChanges(args, 'label');
    const isList = flags.is('list');
    if (args.length === 0 && !flags.has('filename'))
      throw mistake('one or more resources must be specified as <resource> <name> or <resource>/<name>');
    if (set.size === 0 && remove.length === 0 && !isList) throw mistake('at least one label update is required');
    const both = remove.find((key) => set.has(key));
    if (both !== undefined) throw mistake('can not both modify and remove a label in the same command');
    for (const [key, value] of set) {
      const wrong = isLabelValue(value);
      if (wrong.length > 0) throw mistake(`invalid label value: "${key}=${value}": ${wrong.join('; ')}`);
    }
    const dryRun = readDryRun(session, flags);
    const { found, missing } = await findObjects(session, names, flags);
    let exit = missing > 0 ? 1 : 0;
    for (const one of found) {
      const labels = one.object.metadata.labels ?? {};
      if (isList) {
        session.out(
          Object.entries(labels)
            .map(([key, value]) => `${key}=${value}\n`)
            .join(''),
        );
        continue;
      }
      const taken = [...set].filter(([key, value]) => labels[key] !== undefined && labels[key] !== value);
      if (taken.length > 0 && !flags.is('overwrite')) throw alreadySet(taken.map(([key]) => [key, labels[key] ?? '']));
      for (const key of remove) if (labels[key] === undefined) session.out(`label "${key}" not found.\n`);
      const changes = Object.fromEntries([
        ...[...set].filter(([key, value]) => labels[key] !== value),
        ...remove.filter((key) => labels[key] !== undefined).map((key) => [key, null]),
      ]);
      if (Object.keys(changes).length === 0) {
        report(session, flags, one, 'not labeled', dryRun);
        continue;
      }
      const answer = await patchFound(session, one, { metadata: { labels: changes } }, { dryRun });
      if (isFailure(answer)) {
        session.err(failureText(answer));
        exit = 1;
      } else report(session, flags, { ...one, object: answer }, set.size === 0 ? 'unlabeled' : 'labeled', dryRun);
    }
    return exit;
  },
};

function alreadySet(taken: [string, string][]): CommandError {
  const lines = taken.map(([key, value]) => `'${key}' already has a value (${value}), and --overwrite is false`);
  return lines.length === 1 ? mistake(lines[0] ?? '') : new CommandError(lines.map((line) => `${line}\n`).join(''));
}
