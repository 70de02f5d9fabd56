import { goJson } from '../../api/json/write.ts';
import type { KubernetesObject, ObjectToWrite } from '../../api/objects.ts';
import { threeWayPatch } from '../../api/patch/threeWayPatch.ts';
import { PatchConflict, StrategicPatchError } from '../../api/patch/values.ts';
import { isFailure } from '../../api/status.ts';
import type { WriteOptions } from '../../cluster/apiserver/request.ts';
import type { Given } from '../flags.ts';
import { lastAppliedText } from '../lastApplied.ts';
import type { Manifest } from '../manifest.ts';
import { toYaml } from '../output/yaml.ts';
import { type Problem, whenDoing } from '../problem.ts';
import { type Session, sleep } from '../session.ts';
import { recreate } from './recreate.ts';
import { askAbout } from './request.ts';

/** How often a patch is tried again that met another writer, and how long kubectl waits before all but the first of these. */
const [mostRetries, backOff] = [5, 1000];

/** What a patch came to, with the patch as it is shown in errors. */
export type Patched = { patch: string } & ({ object: KubernetesObject } | { problem: Problem });

/** One object being patched. */
interface Patching {
  session: Session;
  flags: Given;
  /** With its text in the annotation. */
  manifest: Manifest;
  options: WriteOptions;
}

/**
 * Makes the live object what the manifest says, by a patch against what was applied last. A patch that meets another
 * writer is made anew; with `--force` one that is refused gives way to a new object.
 * Source: kubectl apply.Patcher.Patch.
 */
export async function patchLive(patching: Patching, live: KubernetesObject): Promise<Patched> {
  const { session, flags, manifest } = patching;
  let patched = await patchOnce(patching, live);
  let current = live;
  for (let retry = 1; retry <= mostRetries && codeOf(patched) === 409; retry++) {
    if (retry > 1) await sleep(session, backOff);
    const got = await askAbout(session, manifest, { verb: 'get' });
    if (isFailure(got)) return { patch: '', problem: got };
    current = got;
    patched = await patchOnce(patching, current);
  }
  if (!flags.is('force') || ![409, 422].includes(codeOf(patched))) return patched;
  const made = await recreate(session, manifest, current, flags.number('grace-period') ?? -1);
  return { patch: goJson(manifest.object), ...('problem' in made ? made : { object: made }) };
}

function codeOf(patched: Patched): number {
  const problem = 'problem' in patched ? patched.problem : undefined;
  return typeof problem === 'object' && 'code' in problem ? problem.code : 0;
}

async function patchOnce({ session, flags, manifest, options }: Patching, live: KubernetesObject): Promise<Patched> {
  const { resource, kind, object, source } = manifest;
  // A kind in lower case is none that kubectl knows the structure of, and is another than that of the live object.
  if (kind !== resource.kind) return { patch: '', problem: 'At least one of apiVersion, kind and name was changed' };
  const overwrite = !flags.has('overwrite') || flags.is('overwrite');
  const made = makePatch(resource.plural, object, live, overwrite);
  if (typeof made === 'string') return { patch: '', problem: whenDoing(creating(object, live), source, made) };
  const patch = goJson(made);
  if (patch === '{}') return { patch, object: live };
  const answer = await askAbout(session, manifest, { verb: 'patch', patchType: 'strategic', patch: made, options });
  return isFailure(answer) ? { patch, problem: answer } : { patch, object: answer };
}

const creating = (modified: ObjectToWrite, current: KubernetesObject): string =>
  `creating patch with:\noriginal:\n${lastAppliedText(current) ?? ''}\nmodified:\n${goJson(modified)}\ncurrent:\n${goJson(current)}\nfor:`;

/** The patch, or why there can be none. */
function makePatch(
  plural: string,
  modified: ObjectToWrite,
  live: KubernetesObject,
  overwrite: boolean,
): ObjectToWrite | string {
  try {
    const original = JSON.parse(lastAppliedText(live) ?? '{}') as ObjectToWrite;
    return threeWayPatch(plural, original, modified, { ...live }, overwrite);
  } catch (error) {
    if (error instanceof PatchConflict)
      return `patch:\n${toYaml(error.patch)}\nconflicts with changes made from original to current:\n${toYaml(error.changed)}\n`;
    if (error instanceof StrategicPatchError) return error.message;
    if (error instanceof SyntaxError) return 'invalid JSON document';
    throw error;
  }
}
