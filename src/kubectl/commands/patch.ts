import { isFailure } from '../../api/status.ts';
import { YamlError } from '../../api/yaml/error.ts';
import { readYaml } from '../../api/yaml/read.ts';
import type { PatchType, Subresource } from '../../cluster/apiserver/request.ts';
import { readDryRun } from '../dryRun.ts';
import { CommandError, failureText, mistake } from '../errors.ts';
import { report } from '../report.ts';
import { findObjects } from '../targets.ts';
import { patchFound } from '../write.ts';
import { type Command, common } from './command.ts';

export const patch: Command = {
  name: 'patch',
  flags: [
    common.output,
    common.filename,
    common.dryRun,
    common.fieldManager,
    { name: 'patch', short: 'p', kind: 'text' },
    { name: 'patch-file', kind: 'text' },
    { name: 'type', kind: 'text' },
    { name: 'subresource', kind: 'text' },
  ],
  async run(session, { args, flags }) {
    const type = flags.text('type') ?? 'strategic';
    if (!['json', 'merge', 'strategic'].includes(type))
      throw mistake(`--type must be one of [json merge strategic], not "${type}"`);
    const text = flags.text('patch') ?? session.files[flags.text('patch-file') ?? ''];
    if (text === undefined) throw mistake('must specify --patch or --patch-file containing the contents of the patch');
    const value = readPatch(text);
    const dryRun = readDryRun(session, flags);
    const subresource = flags.text('subresource') as Subresource | undefined;
    if (subresource && !['status', 'scale', 'resize'].includes(subresource))
      throw new CommandError('Error from server (NotFound): the server could not find the requested resource\n');
    const { found, missing } = await findObjects(session, args, flags);
    let exit = missing > 0 ? 1 : 0;
    for (const one of found) {
      const answer = await patchFound(session, one, value, {
        patchType: type as PatchType,
        dryRun,
        ...(subresource && { subresource }),
      });
      if (isFailure(answer)) {
        session.err(failureText(answer));
        exit = 1;
        continue;
      }
      const isSame = answer.metadata.resourceVersion === one.object.metadata.resourceVersion;
      report(
        session,
        flags,
        { ...one, object: answer },
        isSame && dryRun === 'none' ? 'patched (no change)' : 'patched',
        dryRun === 'client' ? 'none' : dryRun,
      );
    }
    return exit;
  },
};

/** What begins as JSON is sent as it stands, and refused by the server where it is none. Source: util/yaml ToJSON. */
function readPatch(text: string): unknown {
  if (text.trimStart().startsWith('{')) return text;
  try {
    return readYaml(text);
  } catch (error) {
    if (error instanceof YamlError) throw mistake(`unable to parse ${JSON.stringify(text)}: ${error.message}`);
    throw error;
  }
}
