import { isFailure } from '../../api/status.ts';
import { readDryRun } from '../dryRun.ts';
import { mistake } from '../errors.ts';
import { report } from '../report.ts';
import { findObjects } from '../targets.ts';
import { podSpecOf, podSpecPatch } from '../template.ts';
import { patchFound } from '../write.ts';
import { type Command, common } from './command.ts';

/** Sets what containers ask for at least and may use at most. */
export const setResources: Command = {
  name: 'set resources',
  flags: [
    common.output,
    common.filename,
    common.selector,
    common.all,
    common.dryRun,
    { ...common.container, name: 'containers' },
    { name: 'limits', kind: 'text' },
    { name: 'requests', kind: 'text' },
  ],
  async run(session, { args, flags }) {
    const limits = readAmounts(flags.text('limits'));
    const requests = readAmounts(flags.text('requests'));
    if (!limits && !requests)
      throw mistake('you must specify an update to requests or limits (in the form of --requests/--limits)');
    const resources = { ...(limits && { limits }), ...(requests && { requests }) };
    const dryRun = readDryRun(session, flags);
    const { found, missing } = await findObjects(session, args, flags);
    const wanted = flags.text('containers') ?? '*';
    let exit = missing > 0 ? 1 : 0;
    for (const one of found) {
      const spec = podSpecOf(one.object);
      const containers = (spec?.containers ?? []).filter(({ name }) => wanted === '*' || wanted === name);
      if (containers.length === 0) throw mistake(`unable to find container named ${wanted}`);
      const patch = podSpecPatch(one.object, { containers: containers.map(({ name }) => ({ name, resources })) });
      const answer = await patchFound(session, one, patch, { dryRun });
      if (isFailure(answer)) {
        session.err(`error: failed to patch resources update to pod template ${answer.message}\n`);
        exit = 1;
      } else report(session, flags, { ...one, object: answer }, 'resource requirements updated', dryRun);
    }
    return exit;
  },
};

/** `cpu=100m,memory=64Mi` */
function readAmounts(text: string | undefined): Record<string, string> | undefined {
  if (!text) return undefined;
  return Object.fromEntries(
    text.split(',').map((pair) => {
      const [name = '', amount, ...more] = pair.split('=');
      if (amount === undefined || more.length > 0)
        throw mistake(`Invalid argument syntax ${pair}, expected <resource>=<value>`);
      return [name, amount];
    }),
  );
}
