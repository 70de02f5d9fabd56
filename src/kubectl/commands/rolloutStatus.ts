import type { KubernetesObject } from '../../api/objects.ts';
import { revisionOf, type StoredDeployment } from '../deployments.ts';
import { mistake } from '../errors.ts';
import type { Session } from '../session.ts';
import { type Found, findObjects } from '../targets.ts';
import { waitFor } from '../watch.ts';
import { type Command, common } from './command.ts';

/** What to print of a Deployment, and whether its rollout is done. Source: polymorphichelpers.DeploymentStatusViewer. */
export function rolloutStatusOf(deployment: StoredDeployment, revision = 0): { text: string; done: boolean } {
  const { metadata, spec, status = {} } = deployment;
  const running = revisionOf(deployment);
  if (revision > 0 && revision !== running)
    throw mistake(`desired revision (${revision}) is different from the running revision (${running})`);
  if ((metadata.generation ?? 0) > (status.observedGeneration ?? 0))
    return { text: 'Waiting for deployment spec update to be observed...\n', done: false };
  const progressing = status.conditions?.find((condition) => condition.type === 'Progressing');
  if (progressing?.reason === 'ProgressDeadlineExceeded')
    throw mistake(`deployment "${metadata.name}" exceeded its progress deadline`);
  const { replicas = 0, updatedReplicas = 0, availableReplicas = 0 } = status;
  const waiting = (what: string) => ({
    text: `Waiting for deployment "${metadata.name}" rollout to finish: ${what}...\n`,
    done: false,
  });
  if (spec?.replicas !== undefined && updatedReplicas < spec.replicas)
    return waiting(`${updatedReplicas} out of ${spec.replicas} new replicas have been updated`);
  if (replicas > updatedReplicas) return waiting(`${replicas - updatedReplicas} old replicas are pending termination`);
  if (availableReplicas < updatedReplicas)
    return waiting(`${availableReplicas} of ${updatedReplicas} updated replicas are available`);
  return { text: `deployment "${metadata.name}" successfully rolled out\n`, done: true };
}

export const rolloutStatus: Command = {
  name: 'rollout status',
  flags: [common.selector, common.filename, common.watch, common.timeout, { name: 'revision', kind: 'number' }],
  async run(session, { args, flags }) {
    if (args.length === 0 && !flags.has('filename')) throw mistake('required resource not specified');
    const { found, missing } = await findObjects(session, args, flags, { allByDefault: true });
    if (found.length === 0 && missing === 0) session.err(`No resources found in ${session.namespace} namespace.\n`);
    for (const one of found) {
      if (one.object.kind !== 'Deployment') {
        const { kind, group } = one.resource;
        throw mistake(`no status viewer has been implemented for ${kind}${group && `.${group}`}`);
      }
      const isOnce = flags.has('watch') && !flags.is('watch');
      if (isOnce) session.out(rolloutStatusOf(one.object as StoredDeployment, flags.number('revision')).text);
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
    const { text, done } = rolloutStatusOf(object as StoredDeployment, revision);
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
