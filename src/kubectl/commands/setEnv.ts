import type { Container, ObjectToWrite } from '../../api/objects.ts';
import { twoWayPatch } from '../../api/patch/threeWayPatch.ts';
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
    common.fieldManager,
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
      const containers = spec.containers.map((container) =>
        wanted === '*' || wanted === container.name ? withEnv(container, set, remove) : container,
      );
      const [before, after] = [spec, { ...spec, containers }].map((each) => podSpecPatch(one.object, each));
      const patch = twoWayPatch(one.resource.plural, before as ObjectToWrite, after as ObjectToWrite);
      if (Object.keys(patch).length === 0) continue;
      const answer = await patchFound(session, one, patch, { dryRun });
      if (isFailure(answer)) {
        session.err(`error: failed to patch env update to pod template: ${answer.message}\n`);
        exit = 1;
      } else report(session, flags, { ...one, object: answer }, 'env updated', dryRun);
    }
    return exit;
  },
};

/** The container with variables set in their places, new ones at the end. Source: kubectl set env, updateEnv. */
function withEnv(container: Container, set: ReadonlyMap<string, string>, remove: readonly string[]): Container {
  const old = container.env ?? [];
  const kept = old
    .filter(({ name }) => !remove.includes(name))
    .map((variable) => {
      const value = set.get(variable.name);
      return value === undefined ? variable : { name: variable.name, value };
    });
  const added = [...set]
    .filter(([name]) => !old.some((variable) => variable.name === name))
    .map(([name, value]) => ({ name, value }));
  return { ...container, env: [...kept, ...added] };
}
