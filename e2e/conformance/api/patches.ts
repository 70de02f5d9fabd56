import { parse } from 'yaml';
import { kindOfResource, managedFieldsAfter } from '../../../src/api/managedFields/writes.ts';
import type { ObjectToWrite } from '../../../src/api/objects.ts';
import { type Resource, resourceOfKind } from '../../../src/api/resources.ts';
import { isFailure } from '../../../src/api/status.ts';
import type { ApiRequest, ApiResponse } from '../../../src/cluster/apiserver/request.ts';
import { keyOf, put } from '../../../src/cluster/world/store.ts';
import { placeOf, type StillCluster, stillCluster } from './cluster.ts';
import { normalLines, normalObject, normalStatus, normalText } from './normal.ts';
import { type ConformanceSet, readRecording } from './set.ts';

interface Sent {
  method: string;
  type: string;
  body: string;
}

interface PatchCase {
  name: string;
  patchType: 'strategic' | 'merge' | 'json' | 'apply' | 'server-side-apply';
  steps?: { command: string; yaml?: string }[];
  before: ObjectToWrite | null;
  patch: unknown;
  subresource?: 'scale' | 'status';
  query?: string;
  command?: string;
  exit?: number;
  stdout?: string;
  stderr?: string;
  sent?: Sent;
  requests?: unknown[];
  code?: number;
  after?: object;
  status?: object;
  changed?: boolean;
  warnings?: string[];
}

const keeps = ({ name, patchType }: PatchCase) =>
  patchType === 'server-side-apply' || name.startsWith('apply: client-side after server-side');

/** The last write of kubectl, as a body on the wire. */
function bodyOf(request: ApiRequest | undefined): unknown {
  if (request?.verb === 'patch') return request.patch;
  return request && 'object' in request ? request.object : undefined;
}

const read = (patch: unknown): ObjectToWrite =>
  (typeof patch === 'string' ? parse(patch, { version: '1.1', uniqueKeys: false }) : patch) as ObjectToWrite;

function resourceOf(one: PatchCase): Resource {
  const object = one.before ?? read(one.patch);
  const resource = resourceOfKind(object.apiVersion ?? '', object.kind ?? '');
  if (!resource) throw new Error(`not served: ${object.kind}`);
  return resource;
}

/** The object is there as it was recorded, by the steps that made it or put in as it stands. */
async function prepare(cluster: StillCluster, one: PatchCase, resource: Resource): Promise<void> {
  if (one.steps) {
    // Words put together with spaces, without the quotes that a shell would need.
    for (const { command, yaml } of one.steps) await cluster.run(command.split(' '), yaml);
    return;
  }
  if (!one.before) return;
  const before = chosen(one.before);
  const name = before.metadata?.name ?? '';
  // The recordings leave out what the server made up.
  const metadata = {
    uid: '00000000-0000-4000-8000-000000000001',
    creationTimestamp: '2026-01-01T00:00:00Z',
    ...before.metadata,
    name,
  };
  const { world } = cluster;
  // They were made by `kubectl create`, and left out are their managedFields too.
  const author = { manager: 'kubectl-create', time: metadata.creationTimestamp };
  const managedFields = managedFieldsAfter(resource, kindOfResource(resource), author, undefined, before);
  const stored = { ...before, metadata: { ...metadata, managedFields } };
  put(world.store, world.now, resource.plural, stored as never, { actor: 'test' });
}

/** What the server chose is not recorded: another choice does as well. */
function chosen(before: ObjectToWrite): ObjectToWrite {
  const text = JSON.stringify(before).replaceAll('<clusterIP>', '10.96.7.7').replaceAll('"<nodePort>"', '30777');
  return JSON.parse(text) as ObjectToWrite;
}

function outcome(cluster: StillCluster, one: PatchCase, resource: Resource, before: string | undefined) {
  const object = read(one.before ?? one.patch);
  const key = keyOf({ ...placeOf(resource, object), ...(object.metadata?.name && { name: object.metadata.name }) });
  const live = cluster.world.store.objects.get(resource.plural)?.get(key);
  return { live, changed: live?.metadata.resourceVersion !== before };
}

/** What the recorder took for typed by a person: all that kubectl was given, else the object before. */
const typedIn = (one: PatchCase) =>
  JSON.stringify(one.command ? [one.before, one.patch] : one.before).replace(/<\w+>/g, '');

async function byKubectl(cluster: StillCluster, one: PatchCase, resource: Resource, version: string | undefined) {
  cluster.sent.length = 0;
  const { exit, stdout, stderr } = await cluster.run(one.command ?? '', String(one.patch));
  const { live, changed } = outcome(cluster, one, resource, version);
  const body = bodyOf(cluster.sent.at(-1));
  return {
    exit,
    stdout: normalLines(stdout),
    stderr: normalLines(stderr),
    ...(one.sent && { sent: body === undefined ? null : normalObject(body) }),
    ...(one.after && { after: normalObject(live, typedIn(one), keeps(one)) }),
    changed,
  };
}

async function byRequest(cluster: StillCluster, one: PatchCase, resource: Resource, version: string | undefined) {
  const object = read(one.before ?? one.patch);
  const strict = one.query?.includes('fieldValidation=Strict');
  const response: ApiResponse = await cluster.client.request({
    verb: 'patch',
    ...placeOf(resource, object),
    name: object.metadata?.name ?? '',
    patchType: one.patchType as 'json',
    patch: one.patch,
    ...(one.subresource && { subresource: one.subresource }),
    ...(strict && { options: { fieldValidation: 'Strict' } }),
  });
  const { changed } = outcome(cluster, one, resource, version);
  const { answer, warnings } = response;
  return isFailure(answer)
    ? { code: answer.code, status: normalStatus(answer) }
    : { after: normalObject(answer, typedIn(one)), changed, ...(one.warnings && { warnings: warnings ?? [] }) };
}

/** Patches of every kind: what became of the object, what kubectl sent and printed. */
export const patches: ConformanceSet<PatchCase> = {
  cases: readRecording<PatchCase[]>('patches'),
  expected(one) {
    if (one.command)
      return {
        exit: one.exit,
        stdout: normalLines(one.stdout ?? ''),
        stderr: normalLines(one.stderr ?? ''),
        ...(one.sent && { sent: normalObject(JSON.parse(one.sent.body)) }),
        ...(one.after && { after: normalObject(one.after, typedIn(one), keeps(one)) }),
        changed: one.changed ?? false,
      };
    return one.status
      ? { code: one.code, status: normalStatus(one.status) }
      : {
          after: normalObject(one.after, typedIn(one)),
          changed: one.changed,
          ...(one.warnings && { warnings: one.warnings.map(normalText) }),
        };
  },
  async answer(one) {
    const resource = resourceOf(one);
    const cluster = stillCluster();
    await prepare(cluster, one, resource);
    const { live } = outcome(cluster, one, resource, undefined);
    const version = live?.metadata.resourceVersion;
    return one.command ? byKubectl(cluster, one, resource, version) : byRequest(cluster, one, resource, version);
  },
};
