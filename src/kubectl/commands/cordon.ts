import type { Node } from '../../api/objects.ts';
import { resourceOf } from '../../api/resources.ts';
import { isFailure } from '../../api/status.ts';
import { dryRunNote, readDryRun } from '../dryRun.ts';
import { failureText, usageMistake } from '../errors.ts';
import { findObjects } from '../targets.ts';
import { patchFound } from '../write.ts';
import { type Command, common } from './command.ts';

/** `cordon` and `uncordon`: sets whether new Pods may be placed on a node. */
function cordonCommand(name: 'cordon' | 'uncordon', unschedulable: boolean): Command {
  return {
    name,
    flags: [common.selector, common.dryRun],
    async run(session, { args, flags }) {
      if (args.length === 0 && !flags.has('selector')) throw usageMistake(name, `USAGE: ${name} NODE [flags]`);
      const dryRun = readDryRun(session, flags);
      const type = resourceOf('nodes').plural;
      const { found, missing } = await findObjects(
        session,
        [type, ...args.map((node) => node.replace(/^nodes?\//, ''))],
        flags,
      );
      if (missing > 0) return 1;
      let exit = 0;
      for (const one of found) {
        const spec = (one.object as Node).spec ?? {};
        const isDone = (spec.unschedulable ?? false) === unschedulable;
        const answer = isDone
          ? one.object
          : await patchFound(session, one, { spec: { unschedulable: unschedulable || null } }, { dryRun });
        if (isFailure(answer)) {
          session.err(failureText(answer));
          exit = 1;
        } else
          session.out(
            `node/${one.object.metadata.name} ${isDone ? 'already ' : ''}${name}ed${isDone ? '' : dryRunNote(dryRun)}\n`,
          );
      }
      return exit;
    },
  };
}

export const cordon = cordonCommand('cordon', true);
export const uncordon = cordonCommand('uncordon', false);
