import { revisionsOf, type StoredDeployment } from '../deployments.ts';
import { templateText } from '../describe/template.ts';
import { mistake } from '../errors.ts';
import { nameOf, readOutput } from '../output/print.ts';
import { alignTable } from '../output/table.ts';
import { findObjects } from '../targets.ts';
import { type Command, common } from './command.ts';

const changeCause = 'kubernetes.io/change-cause';

export const rolloutHistory: Command = {
  name: 'rollout history',
  flags: [common.selector, common.filename, common.output, { name: 'revision', kind: 'number' }],
  async run(session, { args, flags }) {
    if (args.length === 0 && !flags.has('filename')) throw mistake('required resource not specified');
    const { found, missing } = await findObjects(session, args, flags, { allByDefault: true });
    const wanted = flags.number('revision') ?? 0;
    const output = readOutput(flags.text('output'), flags.is('show-managed-fields'));
    for (const one of found) {
      if (one.object.kind !== 'Deployment')
        throw mistake(`no history viewer has been implemented for "${one.object.kind}"`);
      const revisions = await revisionsOf(session, one.object as StoredDeployment);
      const chosen = revisions.get(wanted);
      if (wanted > 0 && !chosen) throw mistake('unable to find the specified revision');
      if (output.kind === 'objects') {
        const resource = { ...one.resource, singular: 'replicaset' };
        const objects = chosen ? [chosen] : [...revisions.values()];
        session.out(
          output.print(
            objects.map((object) => ({ resource, object })),
            chosen !== undefined,
          ),
        );
      } else if (chosen) {
        const cause = chosen.metadata.annotations?.[changeCause];
        const { template } = chosen.spec ?? {};
        const annotations = { ...template?.metadata?.annotations, ...(cause && { [changeCause]: cause }) };
        session.out(
          `${nameOf(one)} with revision #${wanted}\n${templateText({ ...template, metadata: { ...template?.metadata, annotations } })}\n`,
        );
      } else {
        const rows = [...revisions].map(([revision, { metadata }]) => [
          String(revision),
          metadata.annotations?.[changeCause] || '<none>',
        ]);
        session.out(`${nameOf(one)} \n${alignTable([['REVISION', 'CHANGE-CAUSE'], ...rows])}\n`);
      }
    }
    return missing > 0 ? 1 : 0;
  },
};
