import { isFailure } from '../../api/status.ts';
import { revisionOf, revisionsOf, type StoredDeployment, templateWithoutHash } from '../deployments.ts';
import { templateText } from '../describe/template.ts';
import { dryRunNote, readDryRun } from '../dryRun.ts';
import { failureText, mistake } from '../errors.ts';
import { isApplied } from '../lastApplied.ts';
import { nameOf } from '../output/print.ts';
import { sortKeys } from '../output/yaml.ts';
import { report } from '../report.ts';
import { isRevisioned } from '../revisions.ts';
import { undoToRevision } from '../rollout/undoToRevision.ts';
import { findObjects } from '../targets.ts';
import { patchFound } from '../write.ts';
import { type Command, common } from './command.ts';

/** Annotations that stay the Deployment's own when it goes back. Source: polymorphichelpers.annotationsToSkip. */
const kept = [
  'kubectl.kubernetes.io/last-applied-configuration',
  'deployment.kubernetes.io/revision',
  'deployment.kubernetes.io/revision-history',
  'deployment.kubernetes.io/desired-replicas',
  'deployment.kubernetes.io/max-replicas',
  'deprecated.deployment.rollback.to',
];

export const rolloutUndo: Command = {
  name: 'rollout undo',
  flags: [
    common.selector,
    common.filename,
    common.output,
    common.dryRun,
    common.fieldManager,
    { name: 'to-revision', kind: 'number' },
  ],
  async run(session, { args, flags }) {
    if (args.length === 0 && !flags.has('filename')) throw mistake('required resource not specified');
    const dryRun = readDryRun(session, flags);
    const { found, missing } = await findObjects(session, args, flags, { allByDefault: true });
    let exit = missing > 0 ? 1 : 0;
    for (const one of found) {
      if (one.object.kind !== 'Deployment' && !isRevisioned(one.object))
        throw mistake(`no rollbacker has been implemented for "${one.object.kind}"`);
      if (isApplied(one.object))
        session.err(
          `Warning: resource ${one.resource.plural}/${one.object.metadata.name} was previously managed with 'kubectl apply'. Rolling back will not update the kubectl.kubernetes.io/last-applied-configuration annotation, which may cause unexpected behavior on future 'kubectl apply' operations. Consider using 'kubectl apply' with your previous configuration file instead.\n`,
        );
      const to = flags.number('to-revision') ?? 0;
      if (isRevisioned(one.object)) {
        const answer = await undoToRevision(session, one, to, dryRun);
        if (answer && isFailure(answer)) {
          session.err(failureText(answer));
          exit = 1;
        } else if (answer) report(session, flags, { ...one, object: answer }, 'rolled back', dryRun);
        continue;
      }
      const deployment = one.object as StoredDeployment;
      const revisions = await revisionsOf(session, deployment);
      const revision = to === 0 ? previous([...revisions.keys()]) : to;
      const target = revision === undefined ? undefined : revisions.get(revision);
      if (!target || revision === undefined)
        throw mistake(
          to === 0
            ? `no rollout history found for deployment "${deployment.metadata.name}"`
            : `unable to find specified revision ${to} in history`,
        );
      const template = templateWithoutHash(target.spec?.template);
      if (dryRun === 'client') {
        session.out(`${nameOf(one)} ${templateText(target.spec?.template ?? template)}${dryRunNote(dryRun)}\n`);
        continue;
      }
      if (deployment.spec?.paused)
        throw mistake(
          "you cannot rollback a paused deployment; resume it first with 'kubectl rollout resume' and try again",
        );
      if (same(template, templateWithoutHash(deployment.spec?.template))) {
        session.out(
          `${nameOf(one)} skipped rollback (current template already matches revision ${revision || revisionOf(deployment)})\n`,
        );
        continue;
      }
      const annotations = {
        ...pick(deployment.metadata.annotations, (key) => kept.includes(key)),
        ...pick(target.metadata.annotations, (key) => !kept.includes(key)),
      };
      const operations = [
        { op: 'replace', path: '/spec/template', value: template },
        { op: 'replace', path: '/metadata/annotations', value: annotations },
      ];
      const answer = await patchFound(session, one, operations, { patchType: 'json', dryRun });
      if (isFailure(answer)) {
        session.err(failureText(answer));
        exit = 1;
      } else report(session, flags, { ...one, object: answer }, 'rolled back', dryRun);
    }
    return exit;
  },
};

/** The revision before the latest. */
const previous = (revisions: readonly number[]): number | undefined => [...revisions].sort((a, b) => b - a)[1];

const same = (a: unknown, b: unknown): boolean => JSON.stringify(sortKeys(a)) === JSON.stringify(sortKeys(b));

const pick = (map: Record<string, string> | undefined, wanted: (key: string) => boolean): Record<string, string> =>
  Object.fromEntries(Object.entries(map ?? {}).filter(([key]) => wanted(key)));
