import { isFailure, qualified } from '../../api/status.ts';
import { toTimestamp } from '../../api/time.ts';
import type { StoredDeployment } from '../deployments.ts';
import { mistake } from '../errors.ts';
import { report } from '../report.ts';
import { isRevisioned } from '../revisions.ts';
import { now } from '../session.ts';
import { findObjects } from '../targets.ts';
import { patchFound } from '../write.ts';
import { type Command, common } from './command.ts';

const restartedAt = 'kubectl.kubernetes.io/restartedAt';

export const rolloutRestart: Command = {
  name: 'rollout restart',
  flags: [common.selector, common.filename, common.output, common.fieldManager],
  async run(session, { args, flags }) {
    if (args.length === 0 && !flags.has('filename')) throw mistake('required resource not specified');
    const { found, missing } = await findObjects(session, args, flags, { allByDefault: true });
    let exit = missing > 0 ? 1 : 0;
    for (const one of found) {
      const { name } = one.object.metadata;
      if (one.object.kind !== 'Deployment' && !isRevisioned(one.object))
        throw mistake(`${qualified(one.resource)} "${name}" restarting is not supported`);
      const { spec } = one.object as StoredDeployment;
      if (spec?.paused)
        throw mistake(
          `${qualified(one.resource)} "${name}" can't restart paused deployment (run rollout resume first)`,
        );
      const time = toTimestamp(now(session));
      // The annotation has whole seconds: a second restart within one changes nothing.
      if (spec?.template.metadata?.annotations?.[restartedAt] === time)
        throw mistake(
          `failed to create patch for ${name}: if restart has already been triggered within the past second, please wait before attempting to trigger another`,
        );
      const patch = { spec: { template: { metadata: { annotations: { [restartedAt]: time } } } } };
      const answer = await patchFound(session, one, patch);
      if (isFailure(answer)) {
        session.err(`error: failed to patch: ${answer.message}\n`);
        exit = 1;
      } else report(session, flags, { ...one, object: answer }, 'restarted');
    }
    return exit;
  },
};
