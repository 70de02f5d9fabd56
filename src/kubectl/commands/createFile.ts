import type { KubernetesObject } from '../../api/objects.ts';
import { isFailure } from '../../api/status.ts';
import { dryRunNote, readDryRun } from '../dryRun.ts';
import { failureText, mistake, usageMistake } from '../errors.ts';
import { withLastApplied } from '../lastApplied.ts';
import { readManifests } from '../manifest.ts';
import { report } from '../report.ts';
import { ask } from '../session.ts';
import { type Command, common } from './command.ts';

/** `create -f`: every object of the files that is not there yet. */
export const createFile: Command = {
  name: 'create',
  flags: [
    common.filename,
    common.recursive,
    common.output,
    common.dryRun,
    common.fieldManager,
    { name: 'save-config', kind: 'bool' },
    { name: 'validate', kind: 'text', bare: 'strict' },
  ],
  async run(session, { args, flags }) {
    if (args.length > 0) throw usageMistake('create', `Unexpected args: [${args.join(' ')}]`);
    if (!flags.has('filename')) throw mistake('must specify one of -f and -k');
    const dryRun = readDryRun(session, flags);
    const manifests = readManifests(session, flags);
    if (manifests.length === 0) throw mistake('no objects passed to create');
    let exit = 0;
    for (const manifest of manifests) {
      if ('error' in manifest) {
        session.err(manifest.error);
        exit = 1;
        continue;
      }
      const { resource, source, namespace } = manifest;
      const object = flags.is('save-config') ? withLastApplied(manifest.object) : manifest.object;
      if (dryRun === 'client') {
        session.out(
          `${resource.singular}${resource.group && `.${resource.group}`}/${object.metadata?.name}${` created${dryRunNote(dryRun)}`}\n`,
        );
        continue;
      }
      const answer = await ask(session, {
        verb: 'create',
        resource: resource.plural,
        ...(namespace !== undefined && { namespace }),
        object,
        options: { fieldValidation: 'Strict', ...(dryRun === 'server' && { dryRun: true }) },
      });
      if (isFailure(answer)) {
        session.err(failureText(answer, `error when creating "${source}"`));
        exit = 1;
      } else report(session, flags, { resource, object: answer as KubernetesObject }, 'created', dryRun);
    }
    return exit;
  },
};
