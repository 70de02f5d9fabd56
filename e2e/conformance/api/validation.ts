import { parse, parseAllDocuments } from 'yaml';
import type { ObjectToWrite } from '../../../src/api/objects.ts';
import { resourceOfKind, resources } from '../../../src/api/resources.ts';
import { isFailure } from '../../../src/api/status.ts';
import type { ApiRequest } from '../../../src/cluster/apiserver/request.ts';
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

/** The Status of a POST of the object itself (of several: the first), where one was recorded. */
async function posted(cluster: StillCluster, one: ValidationCase): Promise<unknown> {
  const [document] = [parseAllDocuments(expand(one.yaml), { version: '1.1', uniqueKeys: false })].flat();
  const object = (document && 'toJS' in document ? document.toJS() : {}) as ObjectToWrite;
  const resource = resourceOfKind(object.apiVersion ?? '', kindOf(object));
  if (!resource) return 'not served';
  const request = {
    verb: 'create',
    ...placeOf(resource, object),
    object,
    options: { dryRun: isDryRun(one), fieldValidation: validationOf(one) },
  } as const;
  if (request.options.dryRun) return answerOf(cluster, one, request);
  // What is really made would be in the way of kubectl.
  const other = stillCluster();
  await prepare(other, one);
  return answerOf(other, one, request);
}

async function answerOf({ client }: StillCluster, one: ValidationCase, request: ApiRequest): Promise<unknown> {
  const { answer } = await client.request(request);
  return isFailure(answer) ? normalStatus(JSON.parse(withoutChance(one, JSON.stringify(answer)))) : null;
}

/** Services were really made: a dry run does not ask the allocators. */
const isDryRun = ({ command }: ValidationCase): boolean => command.includes('--dry-run');

/** A kind in lower case goes to the same resource. */
const kindOf = ({ kind = '' }: ObjectToWrite): string =>
  resources.find((resource) => resource.kind.toLowerCase() === kind)?.kind ?? kind;

const validationOf = ({ command }: ValidationCase) => {
  const given = /--validate=(\w+)/.exec(command)?.[1];
  return given === 'warn' ? 'Warn' : given === undefined ? 'Strict' : 'Ignore';
};

/** Letters by chance behind a generateName are recorded as `<random>`. */
function withoutChance({ yaml }: ValidationCase, text: string): string {
  const base = /generateName: *(\S+)/.exec(yaml)?.[1];
  return base === undefined ? text : text.replace(new RegExp(`${base}[a-z0-9]{5}\\b`, 'g'), `${base}<random>`);
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
    const { exit, stdout, stderr } = await cluster.run(one.command, expand(one.yaml));
    return {
      exit,
      stdout: normalLines(withoutChance(one, stdout)),
      stderr: normalLines(withoutChance(one, stderr)),
      ...status,
    };
  },
};

const isPosted = (one: ValidationCase) => one.verb === 'create' && one.code !== undefined && one.kind !== undefined;
