import type { KubernetesObject } from '../../api/objects.ts';
import type { Resource } from '../../api/resources.ts';
import { isFailure, qualified } from '../../api/status.ts';
import type { DeleteOptions } from '../../cluster/apiserver/request.ts';
import { dryRunNote, readDryRun } from '../dryRun.ts';
import { CommandError, failureText, mistake, nothingGiven } from '../errors.ts';
import type { Arguments, Given } from '../flags.ts';
import { readManifests } from '../manifest.ts';
import { nameOf } from '../output/print.ts';
import { problemText } from '../problem.ts';
import { ask, askList, now, type Session } from '../session.ts';
import { getRequest, readTargets, within } from '../targets.ts';
import { waitFor } from '../watch.ts';
import { type Command, common } from './command.ts';

/** Something to delete. */
interface Doomed {
  resource: Resource;
  namespace?: string;
  name: string;
  source?: string;
}

/** Something whose deletion was asked for, to be waited for. */
interface Deleted extends Doomed {
  uid: string;
}

export const deleteCommand: Command = {
  name: 'delete',
  flags: [
    common.filename,
    common.recursive,
    common.selector,
    common.fieldSelector,
    common.all,
    common.allNamespaces,
    common.output,
    common.dryRun,
    common.timeout,
    { name: 'cascade', kind: 'text', bare: 'background' },
    { name: 'force', kind: 'bool' },
    { name: 'grace-period', kind: 'number' },
    { name: 'ignore-not-found', kind: 'bool' },
    { name: 'now', kind: 'bool' },
    { name: 'wait', kind: 'bool' },
  ],
  async run(session, given) {
    const { flags } = given;
    const options = readOptions(session, flags);
    const output = flags.text('output');
    if (output !== undefined && output !== 'name')
      throw mistake(`unexpected -o output mode: ${output}. We only support '-o name'`);
    const { doomed, failed } = await findDoomed(session, given);
    const dryRun = readDryRun(session, flags);
    const isForced = flags.is('force') && options.gracePeriodSeconds === 0;
    if (isForced)
      session.err(
        'Warning: Immediate deletion does not wait for confirmation that the running resource has been terminated. The resource may continue to run on the cluster indefinitely.\n',
      );
    const deleted: Deleted[] = [];
    let exit = failed ? 1 : 0;
    for (const one of doomed) {
      const before = await ask(session, { ...getRequest(session, one.resource, one.name), ...namespaceOf(one) });
      const answer =
        isFailure(before) || dryRun === 'client'
          ? before
          : await remove(session, one, { ...options, ...(dryRun === 'server' && { dryRun: true }) });
      if (isFailure(answer)) {
        if (answer.code === 404 && flags.is('ignore-not-found')) continue;
        session.err(failureText(answer, one.source && `error when deleting "${one.source}"`));
        exit = 1;
        continue;
      }
      session.out(
        output === 'name'
          ? `${nameOf({ resource: one.resource, object: before as KubernetesObject })}\n`
          : deletionSentence(one, isForced, dryRunNote(dryRun)),
      );
      if (dryRun === 'none') deleted.push({ ...one, uid: (before as KubernetesObject).metadata.uid });
    }
    if (!flags.has('wait') || flags.is('wait')) await waitUntilGone(session, deleted, flags.number('timeout'));
    return exit;
  },
};

const namespaceOf = (one: Doomed) => (one.namespace === undefined ? {} : { namespace: one.namespace });

/** What is said of an object that was deleted. */
export function deletionSentence(
  { resource, namespace, name }: Omit<Doomed, 'source'>,
  isForced: boolean,
  note: string,
): string {
  const type = qualified({ plural: resource.singular, group: resource.group });
  const where = namespace === undefined ? '' : ` from ${namespace} namespace`;
  return `${type} "${name}" ${isForced ? 'force ' : ''}deleted${where}${note}\n`;
}

function remove(session: Session, { resource, name, ...one }: Doomed, options: DeleteOptions) {
  return ask(session, {
    verb: 'delete',
    resource: resource.plural,
    ...namespaceOf({ resource, name, ...one }),
    name,
    options,
  });
}

/** Source: kubectl delete.DeleteOptions.Complete and Validate. */
function readOptions(session: Session, flags: Given): DeleteOptions {
  let grace = flags.number('grace-period') ?? -1;
  if (flags.is('now')) {
    if (grace !== -1) throw mistake('--now and --grace-period cannot be specified together');
    grace = 1;
  }
  if (flags.is('force') && grace > 0)
    throw mistake('--force and --grace-period greater than 0 cannot be specified together');
  // A grace period of 0 without --force is made 1, so that nothing is lost by accident.
  if (grace === 0 && !flags.is('force')) grace = 1;
  if (grace < 0 && flags.is('force')) grace = 0;
  return { propagationPolicy: readPropagation(session, flags), ...(grace >= 0 && { gracePeriodSeconds: grace }) };
}

/** Reads `--cascade`. */
export function readPropagation(session: Session, flags: Given): NonNullable<DeleteOptions['propagationPolicy']> {
  const text = flags.text('cascade') ?? 'background';
  const known = { background: 'Background', foreground: 'Foreground', orphan: 'Orphan' } as const;
  if (text in known) return known[text as keyof typeof known];
  if (text !== 'true' && text !== 'false')
    throw mistake(`invalid cascade value (${text}). Must be "background", "foreground", or "orphan"`);
  const instead = text === 'true' ? 'background' : 'orphan';
  session.err(
    `warning: --cascade=${text} is deprecated (boolean value) and can be replaced with --cascade=${instead}.\n`,
  );
  return known[instead];
}

async function findDoomed(
  session: Session,
  { args, flags }: Arguments,
): Promise<{ doomed: Doomed[]; failed: boolean }> {
  if (flags.has('filename')) {
    const manifests = readManifests(session, flags);
    for (const manifest of manifests) if ('problem' in manifest) session.err(problemText(manifest.problem));
    const doomed = manifests.flatMap((manifest) => ('problem' in manifest ? [] : [manifest]));
    return { doomed, failed: doomed.length < manifests.length };
  }
  if (args.length === 0) throw new CommandError(nothingGiven);
  const selects = flags.has('selector') || flags.has('field-selector') || flags.is('all');
  const targets = readTargets(args);
  if (selects && targets.some(({ name }) => name !== undefined))
    throw mistake('name cannot be provided when a selector is specified');
  const doomed: Doomed[] = [];
  for (const { resource, name } of targets) {
    const place = within(resource, session.namespace);
    if (name !== undefined) doomed.push({ resource, name, ...place });
    else if (!selects) throw mistake('resource(s) were provided, but no name was specified');
    else {
      const objects = await askList(session, resource.plural, {
        ...within(resource, flags.is('all-namespaces') ? undefined : session.namespace),
        ...(flags.has('selector') && { labelSelector: flags.text('selector') ?? '' }),
        ...(flags.has('field-selector') && { fieldSelector: flags.text('field-selector') ?? '' }),
      });
      doomed.push(
        ...objects.map(({ metadata }) => ({ resource, name: metadata.name, ...within(resource, metadata.namespace) })),
      );
    }
  }
  if (selects && doomed.length === 0) session.out('No resources found\n');
  return { doomed, failed: false };
}

/** Waits until each is gone, or another object of the same name has taken its place. */
async function waitUntilGone(
  session: Session,
  deleted: readonly Deleted[],
  timeout: number | undefined,
): Promise<void> {
  const deadline = timeout ? now(session) + timeout : undefined;
  for (const one of deleted) {
    const isIt = (object: KubernetesObject): boolean =>
      object.metadata.name === one.name && (one.namespace === undefined || object.metadata.namespace === one.namespace);
    const end = await waitFor<'gone'>(
      session,
      one.resource,
      {
        start: (objects) =>
          objects.some((object) => isIt(object) && object.metadata.uid === one.uid) ? undefined : 'gone',
        change: (object, isGone) => (isIt(object) && (isGone || object.metadata.uid !== one.uid) ? 'gone' : undefined),
      },
      deadline === undefined ? undefined : Math.max(0, deadline - now(session)),
    );
    if (end === 'timed out') throw mistake(`timed out waiting for the condition on ${one.resource.plural}/${one.name}`);
    if (end === 'interrupted') return;
  }
}
