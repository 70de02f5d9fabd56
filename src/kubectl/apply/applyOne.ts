import type { KubernetesObject } from '../../api/objects.ts';
import { isFailure } from '../../api/status.ts';
import type { WriteOptions } from '../../cluster/apiserver/request.ts';
import type { DryRun } from '../dryRun.ts';
import type { Given } from '../flags.ts';
import { isApplied, withLastApplied } from '../lastApplied.ts';
import type { Manifest } from '../manifest.ts';
import { describeMapping } from '../mapping.ts';
import { type Problem, whenDoing } from '../problem.ts';
import type { Session } from '../session.ts';
import { withoutVersion } from '../unstructured.ts';
import { patchLive } from './patch.ts';
import { askAbout, nameFault } from './request.ts';

/** What an apply came to: the object, and the word for what was done (`created`). */
export type Applied = { object: KubernetesObject; done: string } | { problem: Problem };

/** How objects are applied. */
export interface Applying {
  session: Session;
  flags: Given;
  dryRun: DryRun;
  options: WriteOptions;
}

/** As kubectl shows what it works on. Source: cli-runtime resource.Info String. */
const placeText = ({ resource, kind, name, namespace = '' }: Manifest): string =>
  `${describeMapping(resource, kind)}\nName: "${name}", Namespace: "${namespace}"`;

/** Applies one object from the client's side. Source: kubectl apply.ApplyOptions.applyOneObject. */
export async function applyOne(applying: Applying, manifest: Manifest): Promise<Applied> {
  const { session, dryRun } = applying;
  const { source, name } = manifest;
  const generateName = manifest.object.metadata?.generateName;
  if (name === '' && generateName) return { problem: `from ${generateName}: cannot use generate name with apply` };
  const retrieving = (problem: Problem) => ({
    problem: whenDoing(
      `retrieving current configuration of:\n${placeText(manifest)}\nfrom server for:`,
      source,
      problem,
    ),
  });
  const fault = nameFault(manifest);
  if (fault !== undefined) return retrieving(fault);
  const modified = { ...manifest, object: withLastApplied(manifest.object) };
  const live = await askAbout(session, manifest, { verb: 'get' });
  if (isFailure(live)) return live.code === 404 ? create(applying, modified) : retrieving(live);
  if (dryRun === 'client') return { object: live, done: 'configured' };
  if (!isApplied(live)) warnOfMissingAnnotation(session, manifest);
  const patched = await patchLive({ ...applying, manifest: modified }, live);
  if ('problem' in patched) {
    const applyingPatch = `applying patch:\n${patched.patch}\nto:\n${placeText(manifest)}\nfor:`;
    return { problem: whenDoing(applyingPatch, source, whenDoing('patching', source, patched.problem)) };
  }
  warnOfDeletion(session, patched.object);
  return { object: patched.object, done: patched.patch === '{}' ? 'unchanged' : 'configured' };
}

async function create({ session, dryRun, options }: Applying, manifest: Manifest): Promise<Applied> {
  if (dryRun === 'client') return { object: manifest.object as KubernetesObject, done: 'created' };
  const created = await askAbout(session, manifest, {
    verb: 'create',
    object: withoutVersion(manifest.object),
    options,
  });
  if (isFailure(created)) return { problem: whenDoing('creating', manifest.source, created) };
  return { object: created, done: 'created' };
}

function warnOfMissingAnnotation(session: Session, { resource, name }: Manifest): void {
  session.err(
    `Warning: resource ${resource.plural}/${name} is missing the kubectl.kubernetes.io/last-applied-configuration annotation which is required by kubectl apply. kubectl apply should only be used on resources created declaratively by either kubectl create --save-config or kubectl apply. The missing annotation will be patched automatically.\n`,
  );
}

/** An apply to something that is on its way out may well be lost. */
export function warnOfDeletion(session: Session, { metadata }: KubernetesObject): void {
  if (metadata.deletionTimestamp)
    session.err(`Warning: Detected changes to resource ${metadata.name} which is currently being deleted.\n`);
}
