import type { KubernetesObject, PodTemplateSpec, ReplicaSet } from '../../api/objects.ts';
import { resourceOfKind } from '../../api/resources.ts';
import { revisionsOf, type StoredDeployment } from '../deployments.ts';
import { templateText } from '../describe/template.ts';
import { mistake } from '../errors.ts';
import { nameOf, readOutput } from '../output/print.ts';
import { alignTable } from '../output/table.ts';
import { controllerRevisionsOf, isRevisioned, type StoredRevision, templateOf } from '../revisions.ts';
import type { Session } from '../session.ts';
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
      const { revisions, detailOf } = await historyOf(session, one.object);
      const chosen = revisions.get(wanted);
      if (wanted > 0 && !chosen) throw mistake('unable to find the specified revision');
      if (output.kind === 'objects') {
        const objects = chosen ? [chosen] : [...revisions.values()];
        const printed = objects.map((object) => ({
          resource: resourceOfKind(object.apiVersion, object.kind) ?? one.resource,
          object,
        }));
        session.out(output.print(printed, chosen !== undefined));
      } else if (chosen) {
        session.out(`${nameOf(one)} with revision #${wanted}\n${templateText(detailOf(chosen))}\n`);
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

/** The revisions of a workload by number, and the template of one as it is shown. */
interface History {
  revisions: Map<number, KubernetesObject>;
  detailOf(revision: KubernetesObject): PodTemplateSpec;
}

async function historyOf(session: Session, object: KubernetesObject): Promise<History> {
  if (isRevisioned(object))
    return {
      revisions: await controllerRevisionsOf(session, object),
      detailOf: (revision) => templateOf(revision as StoredRevision),
    };
  if (object.kind !== 'Deployment') throw mistake(`no history viewer has been implemented for "${object.kind}"`);
  return {
    revisions: await revisionsOf(session, object as StoredDeployment),
    detailOf(revision) {
      const cause = revision.metadata.annotations?.[changeCause];
      const { template } = (revision as ReplicaSet & KubernetesObject).spec ?? {};
      const annotations = { ...template?.metadata?.annotations, ...(cause && { [changeCause]: cause }) };
      return { ...template, metadata: { ...template?.metadata, annotations } };
    },
  };
}
