import type { KubernetesObject } from '../../api/objects.ts';
import { isFailure } from '../../api/status.ts';
import type { WriteOptions } from '../../cluster/apiserver/request.ts';
import { checkOutput } from '../apply/print.ts';
import { askAbout, nameFault } from '../apply/request.ts';
import { readDryRun } from '../dryRun.ts';
import { mistake } from '../errors.ts';
import { readValidation, validateFlag } from '../fieldValidation.ts';
import type { Given } from '../flags.ts';
import { annotated } from '../lastApplied.ts';
import { type Manifest, readManifests, visitManifests } from '../manifest.ts';
import { exitWith, type Problem, whenDoing } from '../problem.ts';
import { report } from '../report.ts';
import type { Session } from '../session.ts';
import { textAt } from '../unstructured.ts';
import { type Command, common } from './command.ts';
import { forceReplace } from './replaceForce.ts';

/** `replace -f`: objects that are there, by what the files say. Source: kubectl replace.ReplaceOptions.Run. */
export const replace: Command = {
  name: 'replace',
  flags: [
    common.filename,
    common.recursive,
    common.output,
    common.dryRun,
    common.fieldManager,
    common.timeout,
    { name: 'cascade', kind: 'text', bare: 'background' },
    { name: 'force', kind: 'bool' },
    { name: 'grace-period', kind: 'number' },
    { name: 'kustomize', short: 'k', kind: 'text' },
    { name: 'save-config', kind: 'bool' },
    { name: 'subresource', kind: 'text' },
    { name: 'wait', kind: 'bool' },
    validateFlag,
  ],
  async run(session, { flags }) {
    const fieldValidation = readValidation(flags);
    const dryRun = readDryRun(session, flags);
    checkOutput(flags);
    check(flags);
    if (flags.is('force')) return forceReplace(session, flags, fieldValidation);
    const manifests = readManifests(session, flags, { validation: fieldValidation });
    const options = { fieldValidation, ...(dryRun === 'server' && { dryRun: true }) };
    const visit = async (manifest: Manifest): Promise<Problem | undefined> => {
      const named = { ...manifest, object: annotated(flags, manifest.object) };
      const replaced =
        dryRun === 'client' ? (named.object as KubernetesObject) : await put(session, flags, named, options);
      if (typeof replaced === 'string' || isFailure(replaced)) return whenDoing('replacing', manifest.source, replaced);
      report(session, flags, { resource: manifest.resource, object: replaced }, 'replaced', dryRun);
      return undefined;
    };
    return exitWith(session, await visitManifests(manifests, visit));
  },
};

/** Source: kubectl replace.ReplaceOptions.Complete, Validate. */
function check(flags: Given): void {
  if (flags.has('kustomize')) throw mistake('kustomize is not simulated: give the finished manifests with -f');
  if (!flags.has('filename')) throw mistake('must specify one of -f and -k');
  const isForced = flags.is('force');
  if ((flags.number('grace-period') ?? -1) >= 0 && !isForced)
    throw mistake('--grace-period must have --force specified');
  if ((flags.number('timeout') ?? 0) !== 0 && !isForced) throw mistake('--timeout must have --force specified');
  const subresource = flags.text('subresource');
  if (subresource && !['status', 'scale'].includes(subresource))
    throw mistake(`invalid subresource value: "${subresource}". Must be one of [status scale]`);
}

/** Puts an object in the place of the one that is there now, unless it says of which version. */
async function put(session: Session, flags: Given, manifest: Manifest, options: WriteOptions) {
  const fault = nameFault(manifest);
  if (fault !== undefined) return fault;
  const subresource = flags.text('subresource') as 'status' | 'scale' | undefined;
  const part = subresource ? { subresource } : {};
  const { object } = manifest;
  const live = textAt(object, 'metadata', 'resourceVersion')
    ? undefined
    : await askAbout(session, manifest, { verb: 'get', ...part });
  const resourceVersion = live && !isFailure(live) ? live.metadata.resourceVersion : undefined;
  const versioned = resourceVersion ? { ...object, metadata: { ...object.metadata, resourceVersion } } : object;
  return askAbout(session, manifest, { verb: 'update', ...part, object: versioned, options });
}
