import { isPathSegment } from '../../api/names.ts';
import type { KubernetesObject } from '../../api/objects.ts';
import { threeWayPatch } from '../../api/patch/threeWayPatch.ts';
import { apiVersionOf } from '../../api/resources.ts';
import { type Failure, isFailure } from '../../api/status.ts';
import type { WriteOptions } from '../../cluster/apiserver/request.ts';
import { type DryRun, readDryRun } from '../dryRun.ts';
import { failureText, mistake, usageMistake } from '../errors.ts';
import type { Given } from '../flags.ts';
import { isApplied, lastAppliedOf, withLastApplied } from '../lastApplied.ts';
import { type Manifest, readManifests } from '../manifest.ts';
import { report } from '../report.ts';
import { ask, type Session } from '../session.ts';
import { applyServerSide, checkServerSide, defaultManager } from './applyServerSide.ts';
import { type Command, common } from './command.ts';

export const apply: Command = {
  name: 'apply',
  flags: [
    common.filename,
    common.recursive,
    common.output,
    common.dryRun,
    common.fieldManager,
    common.overwrite,
    { name: 'force', kind: 'bool' },
    { name: 'server-side', kind: 'bool' },
    { name: 'force-conflicts', kind: 'bool' },
    { name: 'validate', kind: 'text', bare: 'strict' },
  ],
  async run(given, { args, flags }) {
    if (args.length > 0) throw usageMistake('apply', `Unexpected args: [${args.join(' ')}]`);
    const session = { ...given, fieldManager: flags.text('field-manager') || managerOf(flags) };
    const dryRun = readDryRun(session, flags);
    if (!flags.has('filename')) throw mistake('must specify one of -f and -k');
    checkServerSide(flags, dryRun);
    const manifests = readManifests(session, flags);
    if (manifests.length === 0) throw mistake('no objects passed to apply');
    let exit = 0;
    for (const manifest of manifests) {
      const refusal = 'error' in manifest ? manifest.error : await applyOne(session, flags, manifest, dryRun);
      if (refusal === undefined) continue;
      session.err(refusal);
      exit = 1;
    }
    return exit;
  },
};

const managerOf = (flags: Given) => (flags.is('server-side') ? defaultManager : 'kubectl-client-side-apply');

/** Why no request can name the object so. Source: k8s.io/client-go rest.Request.Name. */
function refusedName(name: string): string | undefined {
  if (!name) return 'resource name may not be empty';
  const complaints = isPathSegment(name);
  return complaints.length > 0 ? `invalid resource name ${JSON.stringify(name)}: [${complaints.join(' ')}]` : undefined;
}

/** Applies one object and says what became of it; returns the text of a refusal. */
async function applyOne(
  session: Session,
  flags: Given,
  manifest: Manifest,
  dryRun: DryRun,
): Promise<string | undefined> {
  const options = { fieldValidation: validation(flags), ...(dryRun === 'server' && { dryRun: true }) };
  if (flags.is('server-side')) return applyServerSide(session, flags, manifest, dryRun, options);
  const { resource, source, namespace } = manifest;
  const name = manifest.object.metadata?.name ?? '';
  const place = { resource: resource.plural, ...(namespace !== undefined && { namespace }) };
  const refused = refusedName(name);
  if (refused)
    return `error: error when retrieving current configuration of:\nResource: "${resource.group}/${resource.version}, Resource=${resource.plural}", GroupVersionKind: "${resource.group}/${resource.version}, Kind=${resource.kind}"\nName: "${name}", Namespace: "${namespace ?? ''}"\nfrom server for: "${source}": ${refused}\n`;
  const modified = withLastApplied(manifest.object);
  const current = await ask(session, { verb: 'get', ...place, name });
  if (isFailure(current)) {
    if (current.code !== 404) return failureText(current);
    const created =
      dryRun === 'client'
        ? (modified as KubernetesObject | Failure)
        : await ask(session, { verb: 'create', ...place, object: modified, options });
    if (isFailure(created)) return failureText(created, `error when creating "${source}"`);
    report(session, flags, { resource, object: created as KubernetesObject }, 'created', dryRun);
    return undefined;
  }
  const live = current as KubernetesObject;
  if (!isApplied(live))
    session.err(
      `Warning: resource ${resource.plural}/${name} is missing the kubectl.kubernetes.io/last-applied-configuration annotation which is required by kubectl apply. kubectl apply should only be used on resources created declaratively by either kubectl create --save-config or kubectl apply. The missing annotation will be patched automatically.\n`,
    );
  const patch = threeWayPatch(resource.plural, lastAppliedOf(live) ?? {}, modified, { ...live });
  if (Object.keys(patch).length === 0) {
    report(session, flags, { resource, object: live }, 'unchanged', dryRun);
    return undefined;
  }
  const patched =
    dryRun === 'client'
      ? live
      : await ask(session, { verb: 'patch', ...place, name, patchType: 'strategic', patch, options });
  if (isFailure(patched)) return refusedPatch(patched, manifest, name, patch);
  report(session, flags, { resource, object: patched as KubernetesObject }, 'configured', dryRun);
  return undefined;
}

/** Source: kubectl apply.Patcher and its caller. */
function refusedPatch(
  failure: Failure,
  { resource, source, namespace }: Manifest,
  name: string,
  patch: unknown,
): string {
  const version = apiVersionOf(resource).includes('/') ? apiVersionOf(resource) : `/${apiVersionOf(resource)}`;
  const what = `Resource: "${version}, Resource=${resource.plural}", GroupVersionKind: "${version}, Kind=${resource.kind}"\nName: "${name}", Namespace: "${namespace ?? ''}"`;
  return failureText(
    failure,
    `error when applying patch:\n${JSON.stringify(patch)}\nto:\n${what}\nfor: "${source}": error when patching "${source}"`,
  );
}

function validation(flags: Given): NonNullable<WriteOptions['fieldValidation']> {
  switch (flags.text('validate') ?? 'true') {
    case 'false':
    case 'ignore':
      return 'Ignore';
    case 'warn':
      return 'Warn';
    default:
      return 'Strict';
  }
}
