import { type Applied, type Applying, applyOne } from '../apply/applyOne.ts';
import { printApplied, printsObjects } from '../apply/print.ts';
import { readDryRun } from '../dryRun.ts';
import { mistake, usageMistake } from '../errors.ts';
import { readValidation, validateFlag } from '../fieldValidation.ts';
import type { Given } from '../flags.ts';
import { type Manifest, readManifests, visitManifests } from '../manifest.ts';
import type { Printed } from '../output/print.ts';
import { exitWith, type Problem, together } from '../problem.ts';
import { report } from '../report.ts';
import { applyServerSide, checkServerSide, defaultManager } from './applyServerSide.ts';
import { type Command, common } from './command.ts';

export const apply: Command = {
  name: 'apply',
  flags: [
    common.filename,
    common.recursive,
    common.selector,
    common.all,
    common.output,
    common.dryRun,
    common.fieldManager,
    common.overwrite,
    { name: 'force', kind: 'bool' },
    { name: 'grace-period', kind: 'number' },
    { name: 'kustomize', short: 'k', kind: 'text' },
    { name: 'prune', kind: 'bool' },
    { name: 'server-side', kind: 'bool' },
    { name: 'force-conflicts', kind: 'bool' },
    validateFlag,
  ],
  async run(given, { args, flags }) {
    if (args.length > 0) throw usageMistake('apply', `Unexpected args: [${args.join(' ')}]`);
    const session = { ...given, fieldManager: flags.text('field-manager') || managerOf(flags) };
    const dryRun = readDryRun(session, flags);
    if (flags.has('kustomize') && flags.has('filename')) throw mistake('only one of -f or -k can be specified');
    if (flags.has('kustomize')) throw mistake('kustomize is not simulated: give the finished manifests with -f');
    if (!flags.has('filename')) throw mistake('must specify one of -f and -k');
    checkServerSide(flags, dryRun);
    const fieldValidation = readValidation(flags);
    checkPrune(flags);
    const manifests = readManifests(session, flags, { validation: fieldValidation });
    if (manifests.length === 0) throw mistake('no objects passed to apply');
    const options = { fieldValidation, ...(dryRun === 'server' && { dryRun: true }) };
    const { applied, problem } = await applyAll({ session, flags, dryRun, options }, manifests);
    if (problem === undefined) printApplied(session, flags, applied);
    return exitWith(session, problem);
  },
};

const managerOf = (flags: Given) => (flags.is('server-side') ? defaultManager : 'kubectl-client-side-apply');

/** Source: kubectl apply.ApplyOptions.Validate. */
function checkPrune(flags: Given): void {
  if (flags.is('all') && flags.has('selector')) throw mistake('cannot set --all and --selector at the same time');
  if (!flags.is('prune')) return;
  if (!flags.is('all') && !flags.has('selector'))
    throw mistake(
      'all resources selected for prune without explicitly passing --all. To prune all resources, pass the --all flag. If you did not mean to prune all resources, specify a label selector',
    );
  throw mistake('--prune is not simulated: delete what is no longer wanted with kubectl delete');
}

/** Applies all, each told as it is done; what went wrong with some is told together. */
async function applyAll(
  applying: Applying,
  manifests: ReturnType<typeof readManifests>,
): Promise<{ applied: Printed[]; problem: Problem | undefined }> {
  const applied: Printed[] = [];
  const problems: Problem[] = [];
  // All is read before anything is applied: what could not be read stands before what could not be applied.
  const unread = await visitManifests(manifests, async () => undefined);
  if (unread !== undefined) problems.push(unread);
  for (const manifest of manifests) {
    if ('problem' in manifest) continue;
    const result = await applyEither(applying, manifest);
    if ('problem' in result) {
      problems.push(result.problem);
      continue;
    }
    const printed = { resource: manifest.resource, object: result.object };
    applied.push(printed);
    const { session, flags, dryRun } = applying;
    if (!printsObjects(flags)) report(session, flags, printed, result.done, dryRun);
  }
  return { applied, problem: together(problems) };
}

async function applyEither(applying: Applying, manifest: Manifest): Promise<Applied> {
  const { session, flags, options } = applying;
  if (!flags.is('server-side')) return applyOne(applying, manifest);
  const applied = await applyServerSide(session, flags, manifest, options);
  return 'problem' in applied ? applied : { object: applied, done: 'serverside-applied' };
}
