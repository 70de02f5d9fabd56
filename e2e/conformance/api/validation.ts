import { parse } from 'yaml';
import type { ObjectToWrite } from '../../../src/api/objects.ts';
import { resourceOfKind } from '../../../src/api/resources.ts';
import { isFailure } from '../../../src/api/status.ts';
import { expand, placeOf, type StillCluster, stillCluster } from './cluster.ts';
import { normalLines, normalStatus } from './normal.ts';
import { type ConformanceSet, readRecording } from './set.ts';

export interface ValidationCase {
  name: string;
  group: string;
  kind?: string;
  yaml: string;
  verb: 'create' | 'update';
  before?: string | string[];
  then?: string | string[];
  command: string;
  exit: number;
  stdout: string;
  stderr: string;
  code?: number;
  status: object | null;
  kubectlStatus?: object;
}

const all = (given: string | string[] | undefined): string[] => (given === undefined ? [] : [given].flat());

async function prepare(cluster: StillCluster, { before, then }: ValidationCase): Promise<void> {
  for (const manifest of all(before)) await applyWithStatus(cluster, expand(manifest));
  for (const line of all(then)) await cluster.run(line);
}

/** A status in a manifest of `before` was set through the subresource. */
async function applyWithStatus({ run, client }: StillCluster, manifest: string): Promise<void> {
  await run('apply -f -', manifest);
  for (const text of manifest.split(/^---$/m)) {
    const object = parse(text, { version: '1.1', uniqueKeys: false }) as ObjectToWrite | null;
    const resource = object && resourceOfKind(object.apiVersion ?? '', object.kind ?? '');
    if (!object?.status || !resource) continue;
    const name = object.metadata?.name ?? '';
    const patch = { status: object.status };
    const place = placeOf(resource, object);
    await client.request({ verb: 'patch', ...place, name, subresource: 'status', patchType: 'merge', patch });
  }
}

/** The Status of a POST of the object itself, where one was recorded. */
async function posted({ client }: StillCluster, one: ValidationCase): Promise<unknown> {
  const object = parse(expand(one.yaml), { version: '1.1', uniqueKeys: false }) as ObjectToWrite;
  const resource = resourceOfKind(object.apiVersion ?? '', object.kind ?? '');
  if (!resource) return 'not served';
  // Services were really made: a dry run does not ask the allocators. Those that are accepted are made by kubectl.
  const dryRun = one.exit === 0 || one.command.includes('--dry-run');
  const options = { dryRun, fieldValidation: 'Strict' } as const;
  const { answer } = await client.request({ verb: 'create', ...placeOf(resource, object), object, options });
  return isFailure(answer) ? normalStatus(withoutRandom(answer, one)) : null;
}

/** The answer with the letters that the server makes up behind a generateName as the recordings hold them. */
function withoutRandom<T>(answer: T, { yaml }: ValidationCase): T {
  const [, base] = /^ {2}generateName: (\S+)$/m.exec(yaml) ?? [];
  if (base === undefined) return answer;
  return JSON.parse(
    JSON.stringify(answer).replaceAll(new RegExp(`${base}[a-z0-9]{5}(?=\\\\?")`, 'g'), `${base}<random>`),
  );
}

/** Refusals and acceptances of whole manifests: what kubectl printed and, for creations, the server's Status. */
export const validation: ConformanceSet<ValidationCase> = {
  cases: readRecording<ValidationCase[]>('validation'),
  expected: (one) => ({
    exit: one.exit,
    stdout: normalLines(one.stdout),
    stderr: normalLines(one.stderr),
    ...(isPosted(one) && { status: normalStatus(one.status) }),
  }),
  async answer(one) {
    const cluster = stillCluster();
    await prepare(cluster, one);
    const status = isPosted(one) ? { status: await posted(cluster, one) } : {};
    const { exit, stdout, stderr } = withoutRandom(await cluster.run(one.command, expand(one.yaml)), one);
    return { exit, stdout: normalLines(stdout), stderr: normalLines(stderr), ...status };
  },
};

const isPosted = (one: ValidationCase) => one.verb === 'create' && one.code !== undefined && one.kind !== undefined;
