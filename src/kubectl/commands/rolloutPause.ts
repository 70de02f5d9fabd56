import { isFailure, qualified } from '../../api/status.ts';
import type { StoredDeployment } from '../deployments.ts';
import { mistake } from '../errors.ts';
import { report } from '../report.ts';
import { findObjects } from '../targets.ts';
import { patchFound } from '../write.ts';
import { type Command, common } from './command.ts';

/** `rollout pause` and `rollout resume`. */
function pauseCommand(word: 'pause' | 'resume', paused: boolean): Command {
  const past = `${word}d`;
  return {
    name: `rollout ${word}`,
    flags: [common.selector, common.filename, common.output, common.fieldManager],
    async run(session, { args, flags }) {
      if (args.length === 0 && !flags.has('filename')) throw mistake('required resource not specified');
      const { found, missing } = await findObjects(session, args, flags, { allByDefault: true });
      let exit = missing > 0 ? 1 : 0;
      for (const one of found) {
        const name = `${qualified(one.resource)} "${one.object.metadata.name}"`;
        if (one.object.kind !== 'Deployment')
          throw mistake(`${name} ${word === 'pause' ? 'pausing' : 'resuming'} is not supported`);
        const deployment = one.object as StoredDeployment;
        if ((deployment.spec?.paused ?? false) === paused)
          throw mistake(`${name} is ${paused ? 'already' : 'not'} paused`);
        const answer = await patchFound(session, one, { spec: { paused: paused || null } });
        if (isFailure(answer)) {
          session.err(`error: failed to patch: ${answer.message}\n`);
          exit = 1;
        } else report(session, flags, { ...one, object: answer }, past);
      }
      return exit;
    },
  };
}

export const rolloutPause = pauseCommand('pause', true);
export const rolloutResume = pauseCommand('resume', false);
