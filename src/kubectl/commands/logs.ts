import type { KubernetesObject, Pod } from '../../api/objects.ts';
import { resourceOf } from '../../api/resources.ts';
import { formatLabelSelector } from '../../api/selectors/labels.ts';
import { isFailure, qualified } from '../../api/status.ts';
import type { LogRequest } from '../../client/client.ts';
import { chooseContainer } from '../containers.ts';
import { CommandError, mistake, refused, usageMistake } from '../errors.ts';
import type { Arguments, Given } from '../flags.ts';
import { ask, askList, now, type Session, sleep } from '../session.ts';
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
    { name: 'since', kind: 'duration' },
    { name: 'since-time', kind: 'text' },
    { name: 'timestamps', kind: 'bool' },
    { name: 'limit-bytes', kind: 'number' },
    { name: 'all-containers', kind: 'bool' },
    { name: 'all-pods', kind: 'bool' },
    { name: 'prefix', kind: 'bool' },
    { name: 'ignore-errors', kind: 'bool' },
    { name: 'max-log-requests', kind: 'number' },
    { name: 'pod-running-timeout', kind: 'duration' },
  ],
  async run(session, given) {
    const { flags } = given;
    const options = optionsOf(session, flags);
    const pods = await podsOf(session, given);
    const [, inline] = given.args;
    if (inline !== undefined && flags.has('container'))
      throw mistake('only one of -c or an inline [CONTAINER] arg is allowed');
    const prefixes = flags.is('prefix') || flags.is('all-pods');
    const sources: Source[] = [];
    for (const pod of pods) {
      const containers = flags.is('all-containers')
        ? containersOf(pod)
        : [chooseContainer(session, pod, flags.text('container') ?? inline)];
      if (!pod.spec?.nodeName) continue;
      for (const container of containers) {
        const prefix = prefixes ? `[pod/${pod.metadata.name}/${container}] ` : '';
        sources.push({ pod, container, options, prefix, quiet: flags.is('ignore-errors') });
      }
    }
    const most = flags.number('max-log-requests') ?? 5;
    if (flags.is('follow') && sources.length > most)
      throw mistake(
        `you are attempting to follow ${sources.length} log streams, but maximum allowed concurrency is ${most}, use --max-log-requests to increase the limit`,
      );
    if (flags.is('follow')) await Promise.all(sources.map((source) => followLog(session, source)));
    else for (const source of sources) session.out(prefixed(await readLog(session, source), source.prefix));
    return 0;
  },
};

type Options = Omit<LogRequest, 'namespace' | 'pod' | 'container'>;

/** The flags as the server takes them. Source: k8s.io/kubectl pkg/cmd/logs, ToLogOptions and Validate. */
function optionsOf(session: Session, flags: Given): Options {
  const tail = flags.number('tail') ?? (flags.has('selector') ? 10 : -1);
  const since = flags.number('since');
  const sinceTime = flags.text('since-time');
  const limitBytes = flags.number('limit-bytes');
  if (since !== undefined && sinceTime !== undefined)
    throw mistake('at most one of `sinceTime` or `sinceSeconds` may be specified');
  if (tail < -1) throw mistake('--tail must be greater than or equal to -1');
  if (since !== undefined && since < 0) throw mistake('--since must be greater than 0');
  const instant = sinceTime === undefined ? undefined : Date.parse(sinceTime);
  if (Number.isNaN(instant))
    throw mistake(`parsing time "${sinceTime}" as "2006-01-02T15:04:05Z07:00": cannot parse "${sinceTime}" as "2006"`);
  // Followed logs are read again and again: the instant must not move. The server counts whole seconds, rounded up.
  const from = instant ?? (since ? now(session) - Math.ceil(since / 1000) * 1000 : undefined);
  return {
    ...(tail >= 0 && { tailLines: tail }),
    ...(flags.is('previous') && { previous: true }),
    ...(flags.is('timestamps') && { timestamps: true }),
    ...(limitBytes !== undefined && { limitBytes }),
    ...(from !== undefined && { sinceTime: from }),
  };
}

/** All containers of a Pod in the order in which their logs are printed. */
function containersOf({ spec }: StoredPod): string[] {
  const all = [...(spec?.initContainers ?? []), ...(spec?.containers ?? []), ...(spec?.ephemeralContainers ?? [])];
  return all.map(({ name }) => name);
}

const prefixed = (text: string, prefix: string): string => (prefix ? text.replace(/^(?=.)/gm, prefix) : text);

/** Which log to read, how much of it, and what to put before each line. */
interface Source {
  pod: StoredPod;
  container: string;
  options: Options;
  prefix: string;
  /** An error is printed, and ends nothing. */
  quiet: boolean;
}

async function readLog(session: Session, { pod, container, options, quiet }: Source): Promise<string> {
  const { namespace } = session;
  const answer = await session.client.logs({ namespace, pod: pod.metadata.name, container, ...options });
  if ('text' in answer) return answer.text;
  if (quiet) return `error: ${answer.message}\n`;
  throw refused(answer);
}

/** How often a followed log is looked at. */
const lookAgain = 500;

/** Prints a log and what is added to it, until its container has ended or a person interrupts. */
async function followLog(session: Session, source: Source): Promise<void> {
  const { tailLines, limitBytes, ...rest } = source.options;
  const whole = { ...source, options: rest };
  // Read as a whole, and once: between two readings a line could be written.
  const seen = await readLog(session, whole);
  const lines = seen.match(/[^\n]*\n|[^\n]+$/g) ?? [];
  const newest = tailLines === undefined ? seen : tailLines === 0 ? '' : lines.slice(-tailLines).join('');
  session.out(prefixed(newest.slice(0, limitBytes), source.prefix));
  await followOn(session, whole, seen);
}

/** Prints what is added to a container's log after what was `seen`; without it from now on, as `attach` does. */
export async function followOn(session: Session, source: Source, before?: string): Promise<void> {
  const interrupted = new Promise<void>((resolve) => session.signal?.addEventListener('abort', () => resolve()));
  let seen = before ?? (await readLog(session, source));
  for (let goesOn = true; goesOn; ) {
    goesOn = await isRunning(session, source);
    if (goesOn) await Promise.race([sleep(session, lookAgain), interrupted]);
    if (session.signal?.aborted) return;
    const text = await readLog(session, source);
    session.out(prefixed(added(seen, text), source.prefix));
    seen = text;
  }
}

async function isRunning(session: Session, { pod, container, options }: Source): Promise<boolean> {
  if (options.previous) return false;
  const answer = await ask(session, getRequest(session, resourceOf('pods'), pod.metadata.name));
  const {
    containerStatuses = [],
    initContainerStatuses = [],
    ephemeralContainerStatuses = [],
  } = (answer as Pod).status ?? {};
  const all = [...containerStatuses, ...initContainerStatuses, ...ephemeralContainerStatuses];
  return all.some(({ name, state }) => name === container && state?.running !== undefined);
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
