import type { KubernetesObject } from '../../api/objects.ts';
import { mistake } from '../errors.ts';
import { rolloutStatusOf } from '../rollout/status.ts';
import type { Session } from '../session.ts';
import { type Found, findObjects } from '../targets.ts';
import { waitFor } from '../watch.ts';
import { type Command, common } from './command.ts';

export const rolloutStatus: Command = {
  name: 'rollout status',
  flags: [common.selector, common.filename, common.watch, common.timeout, { name: 'revision', kind: 'number' }],
  async run(session, { args, flags }) {
    if (args.length === 0 && !flags.has('filename')) throw mistake('required resource not specified');
    const { found, missing } = await findObjects(session, args, flags, { allByDefault: true });
    if (found.length === 0 && missing === 0) session.err(`No resources found in ${session.namespace} namespace.\n`);
    for (const one of found) {
      const isOnce = flags.has('watch') && !flags.is('watch');
      if (isOnce) session.out(rolloutStatusOf(one.resource, one.object, flags.number('revision')).text);
      else await followRollout(session, one, flags.number('timeout'), flags.number('revision'));
    }
    return missing > 0 ? 1 : 0;
  },
};

async function followRollout(
  session: Session,
  one: Found,
  timeout: number | undefined,
  revision: number | undefined,
): Promise<void> {
  const look = (object: KubernetesObject): 'done' | undefined => {
    const { text, done } = rolloutStatusOf(one.resource, object, revision);
    session.out(text);
    return done ? 'done' : undefined;
  };
  const { uid } = one.object.metadata;
  const end = await waitFor<'done' | 'deleted'>(
    session,
    one.resource,
    {
      start(objects) {
        const object = objects.find(({ metadata }) => metadata.uid === uid);
        return object ? look(object) : 'deleted';
      },
      change: (object, isGone) => (object.metadata.uid !== uid ? undefined : isGone ? 'deleted' : look(object)),
    },
    timeout || undefined,
  );
  if (end === 'deleted') throw mistake('object has been deleted');
  if (end === 'timed out') throw mistake('timed out waiting for the condition');
}
