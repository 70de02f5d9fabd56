import type { EnvVar } from '../../api/objects.ts';
import { isFailure } from '../../api/status.ts';
import { readChanges } from '../changes.ts';
import { readDryRun } from '../dryRun.ts';
import { mistake } from '../errors.ts';
import { report } from '../report.ts';
import { findObjects } from '../targets.ts';
import { podSpecOf, podSpecPatch } from '../template.ts';
import { patchFound } from '../write.ts';
import { type Command, common } from './command.ts';

/** Sets and removes environment variables by name and value; other sources of them are left as they are. */
export const setEnv: Command = {
  name: 'set env',
  flags: [
    common.output,
    common.filename,
    common.selector,
    common.all,
    common.dryRun,
    { ...common.container, name: 'containers' },
  ],
  async run(session, { args, flags }) {
    const { names, set, remove } = readChanges(args, 'annotation');
    if (set.size === 0 && remove.length === 0) throw mistake('at least one environment variable must be provided');
    const dryRun = readDryRun(session, flags);
    const { found, missing } = await findObjects(session, names, flags);
    const wanted = flags.text('containers') ?? '*';
    let exit = missing > 0 ? 1 : 0;
    for (const one of found) {
      const spec = podSpecOf(one.object);
      if (!spec)
        throw mistake(
          `${one.resource.singular}/${one.object.metadata.name} is not a pod or does not have a pod template`,
        );
      const containers = spec.containers
        .filter(({ name }) => wanted === '*' || wanted === name)
        .map(({ name, env }) => ({ name, env: changesOf(env ?? [], set, remove) }));
      const answer = await patchFound(session, one, podSpecPatch(one.object, { containers }), { dryRun });
      if (isFailure(answer)) {
        session.err(`error: failed to patch env update to pod template: ${answer.message}\n`);
        exit = 1;
      } else report(session, flags, { ...one, object: answer }, 'env updated', dryRun);
    }
    return exit;
  },
};

function changesOf(env: readonly EnvVar[], set: ReadonlyMap<string, string>, remove: readonly string[]) {
  const gone = env.filter(({ name }) => remove.includes(name)).map(({ name }) => ({ $patch: 'delete', name }));
  return [...[...set].map(([name, value]) => ({ name, value })), ...gone];
}
