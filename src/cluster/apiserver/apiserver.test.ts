import fc from 'fast-check';
import { beforeEach, describe, expect, test } from 'vitest';
import type { KubernetesObject, ObjectToWrite } from '../../api/objects.ts';
import { isFailure } from '../../api/status.ts';
import { createWorld } from '../world/create.ts';
import { serialize } from '../world/serialize.ts';
import { getObject } from '../world/store.ts';
import type { World } from '../world/world.ts';
import { call } from './apiserver.ts';
import type { ApiRequest } from './request.ts';

const cause = { actor: 'test' };
let world: World;

function ask(request: ApiRequest): KubernetesObject {
  const { answer } = call(world, request, cause);
  if (isFailure(answer)) throw new Error(answer.message);
  return answer as KubernetesObject;
}

function refusal(request: ApiRequest): string {
  const isWrite = request.verb === 'create' || request.verb === 'update' || request.verb === 'patch';
  const options = { fieldValidation: 'Strict' } as const;
  const { answer } = call(world, isWrite ? { ...request, options } : request, cause);
  if (!isFailure(answer)) throw new Error('this was not refused');
  return `${answer.code} ${answer.message}`;
}

const pod = (name: string, fields: object = {}): ObjectToWrite => ({
  apiVersion: 'v1',
  kind: 'Pod',
  metadata: { name },
  spec: { containers: [{ name: 'web', image: 'nginx:1.27' }], ...fields },
});
const inDefault = { resource: 'pods', namespace: 'default' } as const;

beforeEach(() => {
  world = createWorld({ seed: 1 });
  const metadata = { name: 'default' };
  ask({ verb: 'create', resource: 'namespaces', object: { metadata } });
});

describe('create', () => {
  test('gives a Pod what a cluster with default settings gives it (recordings/lifecycle pod-create-delete)', () => {
    const created = ask({ verb: 'create', ...inDefault, object: pod('web') }) as unknown as {
      metadata: { generation: number; uid: string };
      spec: Record<string, unknown>;
      status: unknown;
    };
    expect(created.metadata.generation).toBe(1);
    expect(created.status).toEqual({ phase: 'Pending', qosClass: 'BestEffort' });
    expect(created.spec).toMatchObject({
      serviceAccountName: 'default',
      restartPolicy: 'Always',
      terminationGracePeriodSeconds: 30,
      priority: 0,
      preemptionPolicy: 'PreemptLowerPriority',
      tolerations: [
        { key: 'node.kubernetes.io/not-ready', effect: 'NoExecute', tolerationSeconds: 300 },
        { key: 'node.kubernetes.io/unreachable', effect: 'NoExecute', tolerationSeconds: 300 },
      ],
    });
  });

  test('makes up a name from generateName, and never the same twice', () => {
    const object = { ...pod(''), metadata: { generateName: 'web-' } };
    const names = [1, 2, 3].map(() => ask({ verb: 'create', ...inDefault, object }).metadata.name);
    expect(new Set(names).size).toBe(3);
    for (const name of names) expect(name).toMatch(/^web-[bcdfghjklmnpqrstvwxz2456789]{5}$/);
  });

  test('refuses what exists, a namespace that does not, and what is invalid, and then nothing has changed', () => {
    ask({ verb: 'create', ...inDefault, object: pod('web') });
    const before = serialize(world).length;
    expect(refusal({ verb: 'create', ...inDefault, object: pod('web') })).toBe('409 pods "web" already exists');
    expect(refusal({ verb: 'create', resource: 'pods', namespace: 'nope', object: pod('web') })).toBe(
      '404 namespaces "nope" not found',
    );
    expect(refusal({ verb: 'create', ...inDefault, object: pod('b', { containers: [] }) })).toBe(
      '422 Pod "b" is invalid: spec.containers: Required value',
    );
    expect(serialize(world).length).toBe(before);
  });
});

describe('update', () => {
  test('with a stale resourceVersion is refused with 409', () => {
    const first = ask({ verb: 'create', ...inDefault, object: pod('web') });
    const labelled = (object: KubernetesObject, value: string) =>
      ({ ...object, metadata: { ...object.metadata, labels: { step: value } } }) as unknown as ObjectToWrite;
    ask({ verb: 'update', ...inDefault, name: 'web', object: labelled(first, 'one') });
    expect(refusal({ verb: 'update', ...inDefault, name: 'web', object: labelled(first, 'two') })).toBe(
      '409 Operation cannot be fulfilled on pods "web": the object has been modified; please apply your changes to the latest version and try again',
    );
  });

  test('of what there is not makes it where the kind allows that, and is refused elsewhere', () => {
    const service = { apiVersion: 'v1', kind: 'Service', metadata: { name: 'web' }, spec: { ports: [{ port: 80 }] } };
    const made = ask({ verb: 'update', resource: 'services', namespace: 'default', name: 'web', object: service });
    expect(made.metadata.uid).toBeDefined();
    expect(refusal({ verb: 'update', ...inDefault, name: 'web', object: pod('web') })).toBe('404 pods "web" not found');
  });

  test('that changes nothing writes nothing', () => {
    const first = ask({ verb: 'create', ...inDefault, object: pod('web') });
    const again = ask({ verb: 'update', ...inDefault, name: 'web', object: { ...first } });
    expect(again.metadata.resourceVersion).toBe(first.metadata.resourceVersion);
  });

  test('of the status leaves all else alone, and the other way round', () => {
    const first = ask({ verb: 'create', ...inDefault, object: pod('web') });
    const object = { ...first, spec: { containers: [] }, status: { phase: 'Running' } };
    const status = ask({ verb: 'update', ...inDefault, name: 'web', subresource: 'status', object });
    expect(status).toMatchObject({
      spec: (first as KubernetesObject & { spec: unknown }).spec,
      status: { phase: 'Running' },
    });
    const back = ask({ verb: 'update', ...inDefault, name: 'web', object: { ...first, metadata: { name: 'web' } } });
    expect(back).toMatchObject({ status: { phase: 'Running' } });
  });
});

describe('delete', () => {
  test('marks a Pod that runs for its grace, and takes it away when its kubelet says so', () => {
    ask({ verb: 'create', ...inDefault, object: pod('web') });
    const target = { target: { kind: 'Node', name: 'node-1' } };
    ask({ verb: 'create', ...inDefault, name: 'web', subresource: 'binding', object: target });
    const marked = ask({ verb: 'delete', ...inDefault, name: 'web' });
    expect(marked.metadata).toMatchObject({ deletionGracePeriodSeconds: 30, generation: 2 });
    expect(marked.metadata.deletionTimestamp).toBe('2026-01-01T00:00:30Z');
    ask({ verb: 'delete', ...inDefault, name: 'web', options: { gracePeriodSeconds: 0 } });
    expect(refusal({ verb: 'get', ...inDefault, name: 'web' })).toBe('404 pods "web" not found');
  });

  test('never takes the namespaces that a cluster stands on', () => {
    expect(refusal({ verb: 'delete', resource: 'namespaces', name: 'default' })).toBe(
      '403 namespaces "default" is forbidden: this namespace may not be deleted',
    );
  });

  test('waits for finalizers', () => {
    const object = { ...pod('web'), metadata: { name: 'web', finalizers: ['example.com/hold'] } };
    ask({ verb: 'create', ...inDefault, object });
    ask({ verb: 'delete', ...inDefault, name: 'web' });
    const held = getObject(world.store, 'pods', 'default/web');
    expect(held?.metadata.deletionTimestamp).toBeDefined();
    const patch = { metadata: { finalizers: null } };
    ask({ verb: 'patch', ...inDefault, name: 'web', patchType: 'merge', patch });
    expect(getObject(world.store, 'pods', 'default/web')).toBeUndefined();
  });
});

test('a dry run answers as the real thing would, and leaves the world as it was, to the byte', () => {
  ask({ verb: 'create', ...inDefault, object: pod('web') });
  const before = serialize(world);
  const options = { dryRun: true, fieldValidation: 'Strict' } as const;
  const object = { ...pod(''), metadata: { generateName: 'web-' } };
  expect(ask({ verb: 'create', ...inDefault, object, options }).metadata.name).toMatch(/^web-/);
  const patch = { metadata: { labels: { tried: 'yes' } } };
  const patched = ask({ verb: 'patch', ...inDefault, name: 'web', patchType: 'merge', patch, options });
  expect(patched.metadata).toMatchObject(patch.metadata);
  ask({ verb: 'delete', ...inDefault, name: 'web', options: { dryRun: true } });
  expect(serialize(world)).toEqual(before);
});

test('lists what selectors take, in pages, sorted by key', () => {
  for (const name of ['c', 'a', 'b']) ask({ verb: 'create', ...inDefault, object: pod(name) });
  const page = (more: object) => {
    const { answer } = call(world, { verb: 'list', ...inDefault, ...more }, cause);
    if (!('items' in answer)) throw new Error('this is no list');
    return { names: answer.items.map(({ metadata }) => metadata.name), next: answer.metadata.continue };
  };
  expect(page({})).toEqual({ names: ['a', 'b', 'c'], next: undefined });
  const first = page({ limit: 2 });
  expect(first.names).toEqual(['a', 'b']);
  expect(page({ limit: 2, continue: first.next }).names).toEqual(['c']);
  expect(page({ fieldSelector: 'metadata.name=b' }).names).toEqual(['b']);
  expect(refusal({ verb: 'list', ...inDefault, labelSelector: 'a b' })).toMatch(/^400 /);
});

test('no sequence of calls breaks it, and a refused call changes nothing', () => {
  const name = fc.constantFrom('a', 'b', '');
  const any = fc.oneof(fc.jsonValue({ maxDepth: 2 }), fc.constant({ metadata: { name: 'a' } }), fc.constant(pod('a')));
  const address = fc.record({
    resource: fc.constantFrom('pods', 'services', 'deployments', 'configmaps'),
    namespace: fc.constantFrom('default', 'nope'),
  });
  const object = fc.oneof(
    name.map((each) => pod(each)),
    fc.dictionary(fc.constantFrom('metadata', 'spec', 'status', 'data'), any) as fc.Arbitrary<ObjectToWrite>,
  );
  const request = fc.oneof(
    fc.tuple(address, object).map(([at, made]) => ({ verb: 'create', ...at, object: made }) as ApiRequest),
    fc
      .tuple(address, name, object)
      .map(([at, which, made]) => ({ verb: 'update', ...at, name: which, object: made }) as ApiRequest),
    fc
      .tuple(address, name, fc.constantFrom('merge', 'strategic', 'json'), any)
      .map(([at, which, patchType, patch]) => ({ verb: 'patch', ...at, name: which, patchType, patch }) as ApiRequest),
    fc.tuple(address, name).map(([at, which]) => ({ verb: 'delete', ...at, name: which }) as ApiRequest),
  );
  fc.assert(
    fc.property(fc.array(request, { maxLength: 12 }), (requests) => {
      for (const each of requests) {
        const strict =
          'options' in each || each.verb === 'delete' ? each : { ...each, options: { fieldValidation: 'Strict' } };
        const before = world.store.revision;
        const { answer } = call(world, strict as ApiRequest, cause);
        if (isFailure(answer)) expect(world.store.revision).toBe(before);
      }
    }),
  );
});
