import type { KubernetesObject } from '../../api/objects.ts';
import { isFailure } from '../../api/status.ts';
import { checkOutput } from '../apply/print.ts';
import { askAbout } from '../apply/request.ts';
import { readDryRun } from '../dryRun.ts';
import { mistake, usageMistake } from '../errors.ts';
import { readValidation, validateFlag } from '../fieldValidation.ts';
import { annotated } from '../lastApplied.ts';
import { type Manifest, readManifests, visitManifests } from '../manifest.ts';
import { exitWith, type Problem, whenDoing } from '../problem.ts';
import { report } from '../report.ts';
import { withoutVersion } from '../unstructured.ts';
import { type Command, common } from './command.ts';

/** `create -f`: every object of the files that is not there yet. Source: kubectl create.CreateOptions.RunCreate. */
export const createFile: Command = {
  name: 'create',
  flags: [
    common.filename,
    common.recursive,
    common.selector,
    common.output,
    common.dryRun,
    common.fieldManager,
    { name: 'edit', kind: 'bool' },
    { name: 'kustomize', short: 'k', kind: 'text' },
    { name: 'save-config', kind: 'bool' },
    validateFlag,
  ],
  async run(session, { args, flags }) {
    if (args.length > 0) throw usageMistake('create', `Unexpected args: [${args.join(' ')}]`);
    if (flags.has('kustomize')) throw mistake('kustomize is not simulated: give the finished manifests with -f');
    if (!flags.has('filename')) throw mistake('must specify one of -f and -k');
    if (flags.is('edit')) throw mistake('--edit is not simulated');
    const dryRun = readDryRun(session, flags);
    checkOutput(flags);
    const fieldValidation = readValidation(flags);
    const manifests = readManifests(session, flags, { validation: fieldValidation });
    if (manifests.length === 0) throw mistake('no objects passed to create');
    const options = { fieldValidation, ...(dryRun === 'server' && { dryRun: true }) };
    const create = async (manifest: Manifest): Promise<Problem | undefined> => {
      const object = annotated(flags, manifest.object);
      const created =
        dryRun === 'client'
          ? (object as KubernetesObject)
          : await askAbout(session, manifest, { verb: 'create', object: withoutVersion(object), options });
      if (isFailure(created)) return whenDoing('creating', manifest.source, created);
      report(session, flags, { resource: manifest.resource, object: created }, 'created', dryRun);
      return undefined;
    };
    return exitWith(session, await visitManifests(manifests, create));
  },
};
