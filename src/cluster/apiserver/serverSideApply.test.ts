import { beforeEach, describe, expect, test } from 'vitest';
import type { KubernetesObject, ObjectToWrite } from '../../api/objects.ts';
import { isFailure } from '../../api/status.ts';
import { createWorld } from '../world/create.ts';
import type { World } from '../world/world.ts';
import { call } from './apiserver.ts';
import type { ApiRequest, WriteOptions } from './request.ts';

let world: World;
const place = { resource: 'configmaps', namespace: 'default', name: 'settings' } as const;

function answer(request: ApiRequest, actor = 'test') {
  return call(world, request, { actor }).answer;
}
function ask(request: ApiRequest, actor?: string): KubernetesObject {
  const given = answer(request, actor);
  if (isFailure(given)) throw new Error(`${given.code} ${given.message}`);
  return given as KubernetesObject;
}
const outside = (options: WriteOptions = {}): WriteOptions => ({ fieldValidation: 'Strict', ...options });
const settings = (data: Record<string, string>): ObjectToWrite => ({
  apiVersion: 'v1',
  kind: 'ConfigMap',
  metadata: { name: 'settings', namespace: 'default' },
  data,
});
const apply = (manager: string, data: Record<string, string>, more: WriteOptions = {}) =>
  ask({
    verb: 'patch',
    ...place,
    patchType: 'apply',
    patch: settings(data),
    options: outside({ fieldManager: manager, ...more }),
  });
const managers = ({ metadata }: KubernetesObject) => metadata.managedFields?.map(({ manager }) => manager);

beforeEach(() => {
  world = createWorld({ seed: 1 });
  ask({ verb: 'create', resource: 'namespaces', object: { metadata: { name: 'default' } } });
});

describe('server-side apply', () => {
  test('makes what is not there, and writes nothing where nothing changes', () => {
    const made = apply('alice', { A: '1' });
    expect(made).toMatchObject({ data: { A: '1' }, metadata: { namespace: 'default' } });
    const again = apply('alice', { A: '1' });
    expect(again).toEqual(made);
    expect(managers(apply('bob', { A: '1' }))).toEqual(['bob', 'alice']);
  });

  test('in a dry run shows what would come of it, and keeps nothing', () => {
    apply('alice', { A: '1' });
    const shown = apply('bob', { B: '2' }, { dryRun: true });
    expect(shown).toMatchObject({ data: { A: '1', B: '2' } });
    expect(managers(ask({ verb: 'get', ...place }))).toEqual(['alice']);
  });

  test.each([
    [
      'without a manager',
      {},
      settings({}),
      '422 PatchOptions.meta.k8s.io "" is invalid: fieldManager: Required value: is required for apply patch',
    ],
    [
      'of another kind',
      { fieldManager: 'a' },
      { apiVersion: 'v1', kind: 'Secret' },
      '400 invalid object type: /v1, Kind=Secret',
    ],
    [
      'to another name',
      { fieldManager: 'a' },
      { ...settings({}), metadata: { name: 'other' } },
      '400 the name of the object (other) does not match the name on the URL (settings)',
    ],
    [
      'without a name',
      { fieldManager: 'a' },
      { apiVersion: 'v1', kind: 'ConfigMap' },
      '400 the name of the object (settings based on URL) was undeterminable: name must be provided',
    ],
    [
      'with managedFields',
      { fieldManager: 'a' },
      { ...settings({}), metadata: { name: 'settings', managedFields: [] } },
      '400 metadata.managedFields must be nil',
    ],
    [
      'with a number for a text',
      { fieldManager: 'a' },
      { ...settings({}), data: { A: 1 } },
      '500 failed to create typed patch object (default/settings; /v1, Kind=ConfigMap): .data.A: expected string, got &value.valueUnstructured{Value:1}',
    ],
  ])('%s is refused', (_, options, patch, wanted) => {
    const refused = answer({ verb: 'patch', ...place, patchType: 'apply', patch, options: outside(options) });
    expect(isFailure(refused) && `${refused.code} ${refused.message}`).toBe(wanted);
  });
});

describe('managedFields', () => {
  test('are kept for what is made from outside, under the name that the client gives', () => {
    const made = ask({
      verb: 'create',
      ...place,
      object: settings({ A: '1' }),
      options: outside({ fieldManager: 'me' }),
    });
    expect(made.metadata.managedFields).toEqual([
      {
        manager: 'me',
        operation: 'Update',
        apiVersion: 'v1',
        time: made.metadata.creationTimestamp,
        fieldsType: 'FieldsV1',
        fieldsV1: { 'f:data': { '.': {}, 'f:A': {} } },
      },
    ]);
  });

  test('are none for what components make, until it is applied to', () => {
    expect(managers(ask({ verb: 'create', ...place, object: settings({ A: '1' }) }))).toBeUndefined();
    expect(managers(apply('alice', { B: '2' }))).toEqual(['alice', 'before-first-apply']);
  });

  test('a scale is its manager own, and apply leaves the replicas to it', () => {
    const deployment = (spec: object): ObjectToWrite => ({
      apiVersion: 'apps/v1',
      kind: 'Deployment',
      metadata: { name: 'web', namespace: 'default' },
      spec: {
        selector: { matchLabels: { app: 'web' } },
        template: { metadata: { labels: { app: 'web' } }, spec: { containers: [{ name: 'web', image: 'nginx' }] } },
        ...spec,
      },
    });
    const at = { resource: 'deployments', namespace: 'default', name: 'web' } as const;
    const patch = (object: ObjectToWrite) =>
      ask({ verb: 'patch', ...at, patchType: 'apply', patch: object, options: outside({ fieldManager: 'alice' }) });
    patch(deployment({ replicas: 3 }));
    const scale = { spec: { replicas: 7 } };
    ask({
      verb: 'patch',
      ...at,
      subresource: 'scale',
      patchType: 'merge',
      patch: scale,
      options: outside({ fieldManager: 'bob' }),
    });
    expect(() => patch(deployment({ replicas: 3 }))).toThrow(
      '409 Apply failed with 1 conflict: conflict with "bob" with subresource "scale" using apps/v1: .spec.replicas',
    );
    expect(patch(deployment({}))).toMatchObject({ spec: { replicas: 7 } });
    // An autoscaler takes the replicas as well.
    const update = {
      verb: 'patch',
      ...at,
      subresource: 'scale',
      patchType: 'merge',
      patch: { spec: { replicas: 2 } },
    } as const;
    ask(update, 'horizontalpodautoscaler');
    expect(managers(ask({ verb: 'get', ...at }))).toEqual(['alice', 'horizontalpodautoscaler']);
  });
});
