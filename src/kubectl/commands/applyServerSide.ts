import type { KubernetesObject, ManagedFieldsEntry } from '../../api/objects.ts';
import { type Failure, isFailure } from '../../api/status.ts';
import type { WriteOptions } from '../../cluster/apiserver/request.ts';
import { warnOfDeletion } from '../apply/applyOne.ts';
import type { DryRun } from '../dryRun.ts';
import { mistake } from '../errors.ts';
import type { Given } from '../flags.ts';
import { appliersOfLastApplied, updatersOfLastApplied, upgradeManagedFields } from '../managedFields.ts';
import type { Manifest } from '../manifest.ts';
import type { Problem } from '../problem.ts';
import { ask, type Session } from '../session.ts';

const annotation = 'kubectl.kubernetes.io/last-applied-configuration';

/** The manager of `apply --server-side`; under another one client-side apply's fields are not taken over. */
export const defaultManager = 'kubectl';

/** How often kubectl tries to hand the fields of client-side apply over while somebody else writes the object. */
const mostTries = 5;

const help = `Please review the fields above--they currently have other managers. Here
are the ways you can resolve this warning:
* If you intend to manage all of these fields, please re-run the apply
  command with the \`--force-conflicts\` flag.
* If you do not intend to manage all of the fields, please edit your
  manifest to remove references to the fields that should keep their
  current managers.
* You may co-own fields by updating your manifest to match the existing
  value; in this case, you'll become the manager if the other manager(s)
  stop managing the field (remove it from their configuration).
See https://kubernetes.io/docs/reference/using-api/server-side-apply/#conflicts
`;

/** Refuses flags that do not go together. Source: kubectl apply.ApplyOptions.Validate. */
export function checkServerSide(flags: Given, dryRun: DryRun): void {
  const isServerSide = flags.is('server-side');
  if (flags.is('force-conflicts') && !isServerSide) throw mistake('--force-conflicts only works with --server-side');
  if (dryRun === 'client' && isServerSide)
    throw mistake("--dry-run=client doesn't work with --server-side (did you mean --dry-run=server instead?)");
  if (isServerSide && flags.is('force')) throw mistake('--force cannot be used with --server-side');
  if (dryRun === 'server' && flags.is('force')) throw mistake('--dry-run=server cannot be used with --force');
}

type Answer = KubernetesObject | Failure;

/** One manifest under way: where it goes, and with what options. */
class ServerSideApply {
  private readonly session: Session;
  private readonly manifest: Manifest;
  private readonly options: WriteOptions;

  constructor(session: Session, manifest: Manifest, options: WriteOptions) {
    this.session = session;
    this.manifest = manifest;
    this.options = options;
  }

  private get place() {
    const { resource, namespace, name } = this.manifest;
    return { resource: resource.plural, name, ...(namespace !== undefined && { namespace }) };
  }

  private patch(patchType: 'apply' | 'json', patch: unknown, options: WriteOptions): Promise<Answer> {
    return ask(this.session, { verb: 'patch', ...this.place, patchType, patch, options }) as Promise<Answer>;
  }

  /** Applies the manifest as it stands. */
  apply(force: boolean): Promise<Answer> {
    return this.patch('apply', this.manifest.object, { ...this.options, force });
  }

  /** Keeps client-side apply's annotation from being orphaned: it gets a manager of its own. */
  async saveLastApplied(object: KubernetesObject): Promise<Answer> {
    const text = object.metadata.annotations?.[annotation];
    const isSaved = appliersOfLastApplied(object).length > 0;
    if (this.session.fieldManager !== defaultManager || text === undefined || isSaved) return object;
    const { apiVersion, kind, metadata } = object;
    const { name, namespace } = metadata;
    const only = {
      apiVersion,
      kind,
      metadata: { annotations: { [annotation]: text }, name, ...(namespace && { namespace }) },
    };
    return this.patch('apply', only, { ...this.options, fieldManager: 'kubectl-last-applied' });
  }

  /** Makes the fields of client-side apply those of server-side apply; undefined where there are none. */
  async migrate(object: KubernetesObject): Promise<Answer | undefined> {
    const updaters = updatersOfLastApplied(object);
    let live = object;
    for (let tried = 1; ; tried++) {
      const value = upgradeManagedFields(live, updaters, this.session.fieldManager);
      if (!value) return undefined;
      const answer = await this.patch('json', handOver(value, live), this.options);
      if (!isFailure(answer) || answer.code !== 409 || tried === mostTries) return answer;
      const current = (await ask(this.session, { verb: 'get', ...this.place })) as Answer;
      if (isFailure(current)) return current;
      live = current;
    }
  }
}

/** Only against the object as it was read: a stale one is refused with 409. */
const handOver = (managedFields: ManagedFieldsEntry[], { metadata }: KubernetesObject) => [
  { op: 'replace', path: '/metadata/managedFields', value: managedFields },
  { op: 'replace', path: '/metadata/resourceVersion', value: metadata.resourceVersion },
];

/** Applies one object on the server; says why not where that fails. Source: kubectl apply.applyOneObject. */
export async function applyServerSide(
  session: Session,
  flags: Given,
  manifest: Manifest,
  options: WriteOptions,
): Promise<KubernetesObject | { problem: Problem }> {
  const { name } = manifest;
  if (!name) {
    const generateName = manifest.object.metadata?.generateName;
    const problem = generateName
      ? `from ${generateName}: cannot use generate name with apply`
      : 'resource name may not be empty';
    return { problem };
  }
  const run = new ServerSideApply(session, manifest, options);
  const force = flags.is('force-conflicts');
  const applied = await run.apply(force);
  if (isFailure(applied)) return { problem: applied.code === 409 ? `${applied.message}\n${help}` : applied };
  const object = await migrated(session, run, applied, force);
  warnOfDeletion(session, object);
  return object;
}

/** The object after what client-side apply left on it is taken over; what fails is warned of. */
async function migrated(
  session: Session,
  run: ServerSideApply,
  applied: KubernetesObject,
  force: boolean,
): Promise<KubernetesObject> {
  const warn = (what: string, { message }: Failure) =>
    session.err(`Warning: ${what}. This is non-fatal and will be retried next time you apply. Error: ${message}\n`);
  const saved = await run.saveLastApplied(applied);
  if (isFailure(saved)) {
    warn('failed to migrate kubectl.kubernetes.io/last-applied-configuration for Server-Side Apply', saved);
    return applied;
  }
  const upgraded = await run.migrate(saved);
  if (!upgraded) return saved;
  if (isFailure(upgraded)) {
    warn('server rejected managed fields migration to Server-Side Apply', upgraded);
    return saved;
  }
  // Once more: what the manifest left out was client-side apply's, and can go now.
  const again = await run.apply(force);
  if (!isFailure(again)) return again;
  warn('failed to re-apply configuration after performing Server-Side Apply migration', again);
  return upgraded;
}
