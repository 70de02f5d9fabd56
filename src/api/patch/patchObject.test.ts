import { describe, expect, test } from 'vitest';
import type { ObjectToWrite } from '../objects.ts';
import { resourceOf } from '../resources.ts';
import { isFailure } from '../status.ts';
import { typeOfResource } from '../structure.ts';
import { type FieldValidation, patchObject } from './patchObject.ts';

const kind = { ...resourceOf('deployments'), type: typeOfResource('deployments') };
const live: ObjectToWrite = {
  apiVersion: 'apps/v1',
  kind: 'Deployment',
  metadata: { name: 'web', labels: { app: 'web' } },
  spec: { replicas: 3, template: { spec: { containers: [{ name: 'web', image: 'a', args: ['x', 'y'] }] } } },
};

function refusal(type: 'strategic' | 'merge' | 'json', body: unknown, validation: FieldValidation = 'Warn'): string {
  const answer = patchObject(kind, live, type, body, validation);
  return isFailure(answer) ? `${answer.code} ${answer.message}` : 'accepted';
}

describe('a strategic merge patch is refused', () => {
  test.each([
    [
      'without the key of a list',
      { spec: { template: { spec: { containers: [{ image: 'b' }] } } } },
      '500 map: map[image:b] does not contain declared merge key: name',
    ],
    [
      'with a directive that is none',
      { spec: { $patch: 'burn' } },
      '500 unknown patch type: burn in map: map[$patch:burn]',
    ],
    [
      'with keys that $retainKeys does not list',
      { spec: { $retainKeys: ['paused'], replicas: 1 } },
      '400 invalid patch format of retainKeys',
    ],
    [
      'with elements of two types',
      { spec: { template: { spec: { containers: [{ name: 'a' }, 'b'] } } } },
      '500 list element types are not identical: [[map[args:[x y] image:a name:web]] [map[name:a] b]]',
    ],
    [
      'with a text for a number',
      { spec: { replicas: 'x' } },
      '422  "" is invalid: patch: Invalid value: "map[spec:map[replicas:x]]": unrecognized type: int32',
    ],
    [
      'with a number for a text',
      { metadata: { labels: { a: 1 } } },
      '422  "" is invalid: patch: Invalid value: "map[metadata:map[labels:map[a:1]]]": cannot convert int64 to string',
    ],
    [
      'with a list for a map',
      { spec: { template: [] } },
      '422  "" is invalid: patch: Invalid value: "map[spec:map[template:[]]]": cannot restore struct from: slice',
    ],
    ['that is a list', [], '400 json: cannot unmarshal array into Go value of type map[string]interface {}'],
    ['that is no JSON', '{"a":1,}', "400 invalid character '}' looking for beginning of object key string"],
    ['that ends too early', '{"a":', '400 unexpected end of JSON input'],
  ])('%s', (_, body, wanted) => {
    expect(refusal('strategic', body)).toBe(wanted);
  });

  test('for a field that does not exist only where that is asked for; else it is told', () => {
    const body = { spec: { replcas: 1, foo: 2 } };
    expect(refusal('strategic', body, 'Strict')).toBe(
      '422  "" is invalid: patch: Invalid value: "map[spec:map[foo:2 replcas:1]]": strict decoding error: unknown field "spec.foo", unknown field "spec.replcas"',
    );
    expect(patchObject(kind, live, 'strategic', body, 'Warn')).toMatchObject({
      warnings: ['unknown field "spec.foo"', 'unknown field "spec.replcas"'],
    });
    expect(patchObject(kind, live, 'strategic', body, 'Ignore')).toMatchObject({ warnings: [] });
  });
});

describe('a JSON merge patch is refused', () => {
  test.each([
    [
      'that is a text',
      '"x"',
      '400 error decoding patch: json: cannot unmarshal string into Go value of type map[string]interface {}',
    ],
    ['that is null', 'null', '400 Invalid JSON Patch'],
    [
      'that makes another kind of it',
      { kind: 'ReplicaSet' },
      /converting \(v1\.ReplicaSet\) to \(apps\.Deployment\): unknown conversion$/,
    ],
  ])('%s', (_, body, wanted) => {
    const text = refusal('merge', body);
    if (typeof wanted === 'string') expect(text).toBe(wanted);
    else expect(text).toMatch(wanted);
  });
});

describe('a JSON patch is refused', () => {
  const unsaid = '422 the server rejected our request due to an error in our request';
  test.each([
    ['for a path without a slash', [{ op: 'add', path: 'spec', value: 1 }], unsaid],
    ['without a path', [{ op: 'replace', value: 4 }], unsaid],
    [
      'for an index beyond the list',
      [{ op: 'add', path: '/spec/template/spec/containers/0/args/9', value: 'z' }],
      unsaid,
    ],
    ['for a test that fails', [{ op: 'test', path: '/spec/replicas', value: 2 }], unsaid],
    ['for an operation that is none', [{ op: 'burn', path: '/spec' }], unsaid],
    ['that moves what is not there', [{ op: 'move', from: '/spec/x', path: '/spec/paused' }], unsaid],
    [
      'that is no list',
      { op: 'remove' },
      '400 error decoding patch: json: cannot unmarshal object into Go value of type []handlers.jsonPatchOp',
    ],
    [
      'with an operation that is a text',
      ['x'],
      '400 error decoding patch: json: cannot unmarshal string into Go value of type handlers.jsonPatchOp',
    ],
    [
      'with a path that is a number',
      [{ op: 'add', path: 1 }],
      '400 error decoding patch: json: cannot unmarshal number into Go struct field jsonPatchOp.path of type string',
    ],
    [
      'of too many operations',
      Array(10_001).fill({ op: 'test', path: '/kind', value: 'Deployment' }),
      '413 Request entity too large: The allowed maximum operations in a JSON patch is 10000, got 10001',
    ],
  ])('%s', (_, body, wanted) => {
    expect(refusal('json', body)).toBe(wanted);
  });

  test('but replacing what is not there, and copying it, is not', () => {
    const body = [
      { op: 'replace', path: '/spec/paused', value: true },
      { op: 'copy', from: '/spec/nothing', path: '/spec/minReadySeconds' },
      { op: 'test', path: '/spec/nothing' },
      { op: 'remove', path: '/spec/template/spec/containers/0/args/-1' },
    ];
    expect(patchObject(kind, live, 'json', body, 'Warn')).toMatchObject({
      object: { spec: { paused: true, minReadySeconds: null, template: { spec: { containers: [{ args: ['x'] }] } } } },
    });
  });
});
