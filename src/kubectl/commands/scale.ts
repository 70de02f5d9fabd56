import { isFailure } from '../../api/status.ts';
import { readDryRun } from '../dryRun.ts';
import { failureText, mistake } from '../errors.ts';
import { report } from '../report.ts';
import { askObject } from '../session.ts';
import { findObjects, getRequest } from '../targets.ts';
import { patchFound } from '../write.ts';
import { type Command, common } from './command.ts';

export const scale: Command = {
  name: 'scale',
  flags: [
    common.output,
    common.filename,
    common.recursive,
    common.selector,
    common.all,
    common.dryRun,
    common.timeout,
    { name: 'replicas', kind: 'number' },
    { name: 'current-replicas', kind: 'number' },
    { name: 'resource-version', kind: 'text' },
  ],
  async run(session, { args, flags }) {
    const replicas = flags.number('replicas');
    if (replicas === undefined) throw mistake('required flag(s) "replicas" not set');
    if (replicas < 0)
      throw mistake('The --replicas=COUNT flag is required, and COUNT must be greater than or equal to 0');
    const dryRun = readDryRun(session, flags);
    const { found, missing } = await findObjects(session, args, flags);
    if (found.length === 0 && missing === 0) throw mistake('no objects passed to scale');
    const expected = flags.number('current-replicas') ?? -1;
    const version = flags.text('resource-version');
    let exit = missing > 0 ? 1 : 0;
    for (const one of found) {
      const current = (one.object as { spec?: { replicas?: number } }).spec?.replicas ?? 0;
      if (expected !== -1 && current !== expected) throw mistake(`Expected replicas to be ${expected}, was ${current}`);
      if (version !== undefined && version !== one.object.metadata.resourceVersion)
        throw mistake(`Expected resource version to be ${version}, was ${one.object.metadata.resourceVersion}`);
      const answer = await patchFound(
        session,
        one,
        { spec: { replicas } },
        { patchType: 'merge', subresource: 'scale', dryRun },
      );
      if (isFailure(answer)) {
        session.err(failureText(answer));
        exit = 1;
      } else {
        const object =
          flags.has('output') && dryRun === 'none'
            ? await askObject(session, getRequest(session, one.resource, one.object.metadata.name))
            : one.object;
        report(session, flags, { ...one, object }, 'scaled', dryRun);
      }
    }
    return exit;
  },
};
