import type { KubernetesObject, Pod } from '../../api/objects.ts';
import { resourceOf } from '../../api/resources.ts';
import { formatLabelSelector } from '../../api/selectors/labels.ts';
import { isFailure, qualified } from '../../api/status.ts';
import { chooseContainer } from '../containers.ts';
import { CommandError, mistake, refused, usageMistake } from '../errors.ts';
import type { Arguments } from '../flags.ts';
import { ask, askList, type Session } from '../session.ts';
import { getRequest, readTargets } from '../targets.ts';
import { type Command, common } from './command.ts';

type StoredPod = Pod & KubernetesObject;

export const logs: Command = {
  name: 'logs',
  flags: [
    common.container,
    common.selector,
    { name: 'previous', short: 'p', kind: 'bool' },
    { name: 'tail', kind: 'number' },
    { name: 'all-containers', kind: 'bool' },
    { name: 'all-pods', kind: 'bool' },
    { name: 'prefix', kind: 'bool' },
    { name: 'ignore-errors', kind: 'bool' },
  ],
  async run(session, given) {
    const { flags } = given;
    const pods = await podsOf(session, given);
    const tail = flags.number('tail') ?? (flags.has('selector') ? 10 : -1);
    if (tail < -1) throw mistake('--tail must be greater than or equal to -1');
    const [, inline] = given.args;
    if (inline !== undefined && flags.has('container'))
      throw mistake('only one of -c or an inline [CONTAINER] arg is allowed');
    for (const pod of pods) {
      const containers = flags.is('all-containers')
        ? [...(pod.spec?.initContainers ?? []), ...(pod.spec?.containers ?? [])].map(({ name }) => name)
        : [chooseContainer(session, pod, flags.text('container') ?? inline)];
      if (!pod.spec?.nodeName) continue;
      for (const container of containers) {
        const answer = await session.client.logs({
          namespace: session.namespace,
          pod: pod.metadata.name,
          container,
          ...(tail >= 0 && { tailLines: tail }),
          ...(flags.is('previous') && { previous: true }),
        });
        if (isFailure(answer as never)) throw refused(answer as never);
        if (!('text' in answer)) throw new Error('logs are a text or a refusal');
        session.out(
          flags.is('prefix') ? prefixed(answer.text, `[pod/${pod.metadata.name}/${container}] `) : answer.text,
        );
      }
    }
    return 0;
  },
};

const prefixed = (text: string, prefix: string): string => text.replace(/^(?=.)/gm, prefix);

async function podsOf(session: Session, { args, flags }: Arguments): Promise<StoredPod[]> {
  const { namespace } = session;
  const [first] = args;
  if (flags.has('selector')) {
    const pods = await askList(session, 'pods', { namespace, labelSelector: flags.text('selector') ?? '' });
    if (pods.length === 0) session.err(`No resources found in ${namespace} namespace.\n`);
    return pods as StoredPod[];
  }
  if (first === undefined)
    throw usageMistake(
      'logs',
      `expected 'logs [-f] [-p] (POD | TYPE/NAME) [-c CONTAINER]'.\nPOD or TYPE/NAME is a required argument for the logs command`,
    );
  const [target] = first.includes('/') ? readTargets([first]) : [{ resource: resourceOf('pods'), name: first }];
  if (!target?.name) throw mistake('expected a resource with a name');
  const answer = await ask(session, getRequest(session, target.resource, target.name));
  if (isFailure(answer))
    throw new CommandError(
      `error: error from server (${answer.reason}): ${qualified(target.resource)} "${target.name}" not found in namespace "${namespace}"\n`,
    );
  if (target.resource.kind === 'Pod') return [answer as StoredPod];
  return [await firstPodOf(session, answer as KubernetesObject)];
}

/** A Pod behind a Deployment, ReplicaSet or Service. */
async function firstPodOf(session: Session, object: KubernetesObject): Promise<StoredPod> {
  const { spec } = object as { spec?: { selector?: Record<string, unknown> } };
  const selector =
    object.kind === 'Service' ? { matchLabels: spec?.selector as Record<string, string> } : spec?.selector;
  if (!selector)
    throw mistake(`cannot get the logs from *v1.${object.kind}: selector for *v1.${object.kind} not implemented`);
  const labelSelector = formatLabelSelector(selector);
  const pods = (await askList(session, 'pods', { namespace: session.namespace, labelSelector })) as StoredPod[];
  const [pod] = pods;
  if (!pod) throw mistake(`timed out waiting for the condition`);
  if (pods.length > 1) session.err(`Found ${pods.length} pods, using pod/${pod.metadata.name}\n`);
  return pod;
}
