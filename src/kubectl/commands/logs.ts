import type { KubernetesObject, Pod } from '../../api/objects.ts';
import { resourceOf } from '../../api/resources.ts';
import { formatLabelSelector } from '../../api/selectors/labels.ts';
import { isFailure, qualified } from '../../api/status.ts';
import { chooseContainer } from '../containers.ts';
import { CommandError, mistake, refused, usageMistake } from '../errors.ts';
import type { Arguments } from '../flags.ts';
import { ask, askList, type Session, sleep } from '../session.ts';
import { getRequest, readTargets } from '../targets.ts';
import { type Command, common } from './command.ts';

type StoredPod = Pod & KubernetesObject;

export const logs: Command = {
  name: 'logs',
  flags: [
    common.container,
    common.selector,
    { name: 'follow', short: 'f', kind: 'bool' },
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
        const source: Source = { pod, container, tail, previous: flags.is('previous') };
        const prefix = flags.is('prefix') ? `[pod/${pod.metadata.name}/${container}] ` : '';
        const text = await readLog(session, source);
        session.out(prefixed(text, prefix));
        if (flags.is('follow')) await followLog(session, source, prefix);
      }
    }
    return 0;
  },
};

const prefixed = (text: string, prefix: string): string => (prefix ? text.replace(/^(?=.)/gm, prefix) : text);

/** Which log to read, and how much of it (`tail` -1: all). */
interface Source {
  pod: StoredPod;
  container: string;
  tail: number;
  previous: boolean;
}

async function readLog(session: Session, { pod, container, tail, previous }: Source): Promise<string> {
  const answer = await session.client.logs({
    namespace: session.namespace,
    pod: pod.metadata.name,
    container,
    ...(tail >= 0 && { tailLines: tail }),
    ...(previous && { previous }),
  });
  if ('text' in answer) return answer.text;
  throw refused(answer);
}

/** How often a followed log is looked at. */
const lookAgain = 500;

/** Prints what is added to a log until its container has ended or a person interrupts. */
async function followLog(session: Session, source: Source, prefix: string): Promise<void> {
  const all = { ...source, tail: -1 };
  const interrupted = new Promise<void>((resolve) => session.signal?.addEventListener('abort', () => resolve()));
  let seen = await readLog(session, all);
  while (await isRunning(session, source)) {
    await Promise.race([sleep(session, lookAgain), interrupted]);
    if (session.signal?.aborted) return;
    const text = await readLog(session, all);
    session.out(prefixed(added(seen, text), prefix));
    seen = text;
  }
}

async function isRunning(session: Session, { pod, container }: Source): Promise<boolean> {
  const answer = await ask(session, getRequest(session, resourceOf('pods'), pod.metadata.name));
  const statuses = (answer as Pod).status?.containerStatuses ?? [];
  return statuses.some(({ name, state }) => name === container && state?.running !== undefined);
}

/** What a log has that it had not before; its oldest lines may have been dropped since. */
function added(before: string, now: string): string {
  if (now.startsWith(before)) return now.slice(before.length);
  const end = before.slice(-1000);
  const at = now.indexOf(end);
  return at < 0 ? now : now.slice(at + end.length);
}

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
