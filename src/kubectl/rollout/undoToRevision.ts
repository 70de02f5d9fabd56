import type { KubernetesObject } from '../../api/objects.ts';
import type { Failure } from '../../api/status.ts';
import { templateText } from '../describe/template.ts';
import { type DryRun, dryRunNote } from '../dryRun.ts';
import { mistake } from '../errors.ts';
import { nameOf } from '../output/print.ts';
import { controllerRevisionsOf, hasTemplateOf, type RevisionedWorkload, templateOf } from '../revisions.ts';
import type { Session } from '../session.ts';
import type { Found } from '../targets.ts';
import { patchFound } from '../write.ts';

/**
 * Takes a DaemonSet or StatefulSet back to a revision, 0 for the last but one. Undefined where that is said to be
 * nothing to do. Source: kubectl polymorphichelpers DaemonSetRollbacker, StatefulSetRollbacker.
 */
export async function undoToRevision(
  session: Session,
  one: Found,
  to: number,
  dryRun: DryRun,
): Promise<KubernetesObject | Failure | undefined> {
  const workload = one.object as RevisionedWorkload;
  const revisions = await controllerRevisionsOf(session, workload);
  if (to === 0 && revisions.size <= 1) throw mistake('no last revision to roll back to');
  const target = to === 0 ? [...revisions.values()].at(-2) : revisions.get(to);
  if (!target) throw mistake(`unable to find specified revision ${to} in history`);
  if (dryRun === 'client') {
    session.out(`${nameOf(one)} ${templateText(templateOf(target))}${dryRunNote(dryRun)}\n`);
    return undefined;
  }
  if (hasTemplateOf(workload, target)) {
    session.out(`${nameOf(one)} skipped rollback (current template already matches revision ${to})\n`);
    return undefined;
  }
  return patchFound(session, one, target.data, { dryRun });
}
