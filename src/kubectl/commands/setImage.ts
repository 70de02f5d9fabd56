import { isFailure } from '../../api/status.ts';
import { readDryRun } from '../dryRun.ts';
import { CommandError, mistake, nothingGiven } from '../errors.ts';
import { report } from '../report.ts';
import { findObjects } from '../targets.ts';
import { allContainers, podSpecOf, podSpecPatch } from '../template.ts';
import { patchFound } from '../write.ts';
import { type Command, common } from './command.ts';

export const setImage: Command = {
  name: 'set image',
  flags: [common.output, common.filename, common.selector, common.all, common.dryRun, common.fieldManager],
  async run(session, { args, flags }) {
    if (args.length === 0 && !flags.has('filename')) throw new CommandError(nothingGiven);
    const names = args.filter((argument) => !argument.includes('='));
    const images = args.filter((argument) => argument.includes('=')).map(readImage);
    if (images.length === 0 && names.length < 2) throw mistake('at least one image update is required');
    const dryRun = readDryRun(session, flags);
    const { found, missing } = await findObjects(session, names, flags);
    if (images.length === 0 && missing > 0) return 1;
    if (images.length === 0) throw mistake('at least one image update is required');
    let exit = missing > 0 ? 1 : 0;
    for (const one of found) {
      const spec = podSpecOf(one.object);
      if (!spec) throw mistake(`the object is not a pod or does not have a pod template: ${one.object.kind}`);
      const containers = allContainers(spec);
      const changed: Record<string, { name: string; image: string }[]> = {};
      for (const { name, image } of images) {
        const meant = containers.filter(({ container }) => name === '*' || container.name === name);
        if (meant.length === 0 && name !== '*') throw mistake(`unable to find container named "${name}"`);
        for (const { field, container } of meant)
          if (container.image !== image) changed[field] = [...(changed[field] ?? []), { name: container.name, image }];
      }
      if (Object.keys(changed).length === 0) continue;
      const answer = await patchFound(session, one, podSpecPatch(one.object, changed), { dryRun });
      if (isFailure(answer)) {
        session.err(`error: failed to patch image update to pod template: ${answer.message}\n`);
        exit = 1;
      } else report(session, flags, { ...one, object: answer }, 'image updated', dryRun);
    }
    return exit;
  },
};

function readImage(argument: string): { name: string; image: string } {
  const equals = argument.indexOf('=');
  return { name: argument.slice(0, equals), image: argument.slice(equals + 1) };
}
