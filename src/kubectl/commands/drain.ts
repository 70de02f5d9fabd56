import type { KubernetesObject, Node, Pod } from '../../api/objects.ts';
import { resourceOf } from '../../api/resources.ts';
import { isFailure } from '../../api/status.ts';
import { planDrain } from '../drainFilter.ts';
import { type DryRun, dryRunNote, readDryRun } from '../dryRun.ts';
import { CommandError, failureText, usageMistake } from '../errors.ts';
import type { Given } from '../flags.ts';
import { ask, askList, now, type Session, sleep } from '../session.ts';
import { findObjects } from '../targets.ts';
import { waitFor } from '../watch.ts';
import { patchFound } from '../write.ts';
import { type Command, common } from './command.ts';

type StoredPod = Pod & KubernetesObject;

/** How long an eviction that a disruption budget refuses waits until it is asked for again. */
const retryAfter = 5000;

export const drain: Command = {
  name: 'drain',
  flags: [
    common.selector,
    common.dryRun,
    common.timeout,
    { name: 'force', kind: 'bool' },
    { name: 'ignore-daemonsets', kind: 'bool' },
    { name: 'delete-emptydir-data', kind: 'bool' },
    { name: 'grace-period', kind: 'number' },
    { name: 'pod-selector', kind: 'text' },
    { name: 'disable-eviction', kind: 'bool' },
  ],
  async run(session, { args, flags }) {
    if (args.length === 0 && !flags.has('selector')) throw usageMistake('drain', 'USAGE: drain NODE [flags]');
    const dryRun = readDryRun(session, flags);
    const names = args.map((name) => name.replace(/^nodes?\//, ''));
    const { found, missing } = await findObjects(session, ['nodes', ...names], flags);
    if (missing > 0) return 1;
    for (const one of found) {
      const isDone = (one.object as Node).spec?.unschedulable ?? false;
      const answer = isDone
        ? one.object
        : await patchFound(session, one, { spec: { unschedulable: true } }, { dryRun });
      if (isFailure(answer)) throw new CommandError(failureText(answer));
      const what = isDone ? 'already cordoned' : `cordoned${dryRunNote(dryRun)}`;
      session.out(`node/${one.object.metadata.name} ${what}\n`);
    }
    const pending: { node: string; reasons: string[] }[] = [];
    for (const { object } of found) {
      const reasons = await drainNode(session, object.metadata.name, flags, dryRun);
      if (reasons.length > 0) pending.push({ node: object.metadata.name, reasons });
      else session.out(`node/${object.metadata.name} drained${dryRunNote(dryRun)}\n`);
    }
    for (const { node, reasons } of pending)
      session.err(`error: unable to drain node "${node}" due to error: ${aggregate(reasons)}, continuing command...\n`);
    if (pending.length === 0) return 0;
    session.err(`There are pending nodes to be drained:\n${pending.map(({ node }) => ` ${node}\n`).join('')}`);
    session.err(pending.flatMap(({ reasons }) => reasons.map((reason) => `${reason}\n`)).join(''));
    return 1;
  },
};

/** Several errors as Go prints them together. */
const aggregate = (texts: readonly string[]): string =>
  texts.length === 1 ? (texts[0] ?? '') : `[${texts.join(', ')}]`;

/** Evicts the Pods of a node and waits for their end; returns why that did not succeed. */
async function drainNode(session: Session, node: string, flags: Given, dryRun: DryRun): Promise<string[]> {
  const pods = (await askList(session, 'pods', {
    fieldSelector: `spec.nodeName=${node}`,
    ...(flags.has('pod-selector') && { labelSelector: flags.text('pod-selector') ?? '' }),
  })) as StoredPod[];
  const { evict, refusals, warning } = planDrain(pods, flags);
  if (refusals.length > 0) return refusals;
  if (warning) session.err(`Warning: ${warning}\n`);
  const timeout = flags.number('timeout');
  const deadline = timeout ? now(session) + timeout : undefined;
  const failures = await Promise.all(evict.map((pod) => evictPod(session, pod, flags, dryRun, deadline)));
  const reasons = failures.flatMap((failure) => (failure === undefined ? [] : [failure]));
  if (reasons.length > 0) {
    const left = evict.filter((_, index) => failures[index] !== undefined);
    session.err(`There are pending pods in node "${node}" when an error occurred: ${aggregate(reasons)}\n`);
    session.err(left.map(({ metadata }) => `pod/${metadata.name}\n`).join(''));
  }
  return reasons;
}

/** Evicts one Pod, again and again while a disruption budget forbids it; returns why it did not succeed. */
async function evictPod(
  session: Session,
  pod: StoredPod,
  flags: Given,
  dryRun: DryRun,
  deadline: number | undefined,
): Promise<string | undefined> {
  const { name, namespace = '', uid } = pod.metadata;
  const grace = flags.number('grace-period') ?? -1;
  const options = grace >= 0 ? { gracePeriodSeconds: grace } : {};
  const isDeleting = flags.is('disable-eviction');
  for (;;) {
    if (!isDeleting) session.out(`evicting pod ${namespace}/${name}${dryRunNote(dryRun)}\n`);
    if (dryRun !== 'none') return undefined;
    const eviction = {
      apiVersion: 'policy/v1',
      kind: 'Eviction',
      metadata: { name, namespace },
      deleteOptions: options,
    };
    const answer = await ask(
      session,
      isDeleting
        ? { verb: 'delete', resource: 'pods', namespace, name, options }
        : { verb: 'create', resource: 'pods', namespace, name, subresource: 'eviction', object: eviction },
    );
    if (!isFailure(answer) || answer.code === 404) break;
    const problem = `error when evicting pods/"${name}" -n "${namespace}"`;
    if (answer.code !== 429) return `${problem}: ${answer.message}`;
    session.err(`${problem} (will retry after 5s): ${answer.message}\n`);
    const left = deadline === undefined ? retryAfter : Math.min(retryAfter, deadline - now(session));
    await sleep(session, left);
    if (session.signal?.aborted) return `${problem}: context canceled`;
    if (deadline !== undefined && now(session) >= deadline)
      return `${problem}: global timeout reached: ${flags.number('timeout') ?? 0}ms`.replace(/(\d+)000ms$/, '$1s');
  }
  const isIt = (object: KubernetesObject) => object.metadata.name === name && object.metadata.namespace === namespace;
  const end = await waitFor<'gone'>(
    session,
    resourceOf('pods'),
    {
      start: (objects) => (objects.some((object) => isIt(object) && object.metadata.uid === uid) ? undefined : 'gone'),
      change: (object, isGone) => (isIt(object) && (isGone || object.metadata.uid !== uid) ? 'gone' : undefined),
    },
    deadline === undefined ? undefined : Math.max(0, deadline - now(session)),
  );
  if (end !== 'gone')
    return `error when waiting for pod "${name}" in namespace "${namespace}" to terminate: context deadline exceeded`;
  session.out(`pod/${name} ${isDeleting ? 'deleted' : 'evicted'}\n`);
  return undefined;
}
