import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ObjectToWrite } from '../objects.ts';
import { jsonMergePatch } from './jsonMergePatch.ts';
import { JsonPatchError, jsonPatch } from './jsonPatch.ts';
import { strategicMergePatch } from './strategicMergePatch.ts';
import { threeWayPatch, twoWayPatch } from './threeWayPatch.ts';

const word = fc.constantFrom('a', 'b', 'c', 'd');
const labels = fc.dictionary(word, word, { maxKeys: 3 });
const container = fc.record(
  {
    name: word,
    image: word,
    args: fc.array(word, { minLength: 1, maxLength: 3 }),
    env: fc.uniqueArray(fc.record({ name: word, value: word }), { selector: ({ name }) => name, minLength: 1 }),
  },
  { requiredKeys: ['name', 'image'] },
);
const pod = fc.record({
  metadata: fc.record({ name: fc.constant('web'), labels }),
  spec: fc.record({
    containers: fc.uniqueArray(container, { selector: ({ name }) => name, minLength: 1, maxLength: 3 }),
    nodeSelector: labels,
  }),
}) as fc.Arbitrary<ObjectToWrite>;

describe('strategic merge', () => {
  test('an empty patch changes nothing', () => {
    fc.assert(
      fc.property(pod, (object) => {
        expect(strategicMergePatch('pods', object, {})).toEqual(object);
      }),
    );
  });

  test('the patch from a to b, applied to a, gives b', () => {
    fc.assert(
      fc.property(pod, pod, (a, b) => {
        expect(strategicMergePatch('pods', a, twoWayPatch('pods', a, b))).toEqual(b);
      }),
    );
  });

  test('applying a manifest again changes nothing', () => {
    fc.assert(
      fc.property(pod, pod, (original, modified) => {
        const current = strategicMergePatch('pods', original, threeWayPatch('pods', original, modified, original));
        expect(threeWayPatch('pods', modified, modified, current)).toEqual({});
      }),
    );
  });

  test('neither the object nor the patch is changed', () => {
    fc.assert(
      fc.property(pod, pod, (a, b) => {
        const patch = twoWayPatch('pods', a, b);
        const before = JSON.stringify([a, b, patch]);
        strategicMergePatch('pods', a, patch);
        expect(JSON.stringify([a, b, patch])).toBe(before);
      }),
    );
  });
});

const json = fc.letrec((tie) => ({
  value: fc.oneof(
    { maxDepth: 3 },
    fc.integer(),
    word,
    fc.boolean(),
    tie('object'),
    fc.array(fc.integer(), { maxLength: 3 }),
  ),
  object: fc.dictionary(word, tie('value'), { maxKeys: 4 }),
})).object;

describe('JSON merge patch', () => {
  test('an empty patch gives back the same object', () => {
    fc.assert(
      fc.property(json, (object) => {
        expect(jsonMergePatch(object, {})).toBe(object);
      }),
    );
  });

  test('what it sets is there, what it nulls is gone', () => {
    expect(jsonMergePatch({ a: { b: 1, c: 2 }, d: 3 }, { a: { b: null, e: 4 } })).toEqual({ a: { c: 2, e: 4 }, d: 3 });
  });

  test('twice is once', () => {
    fc.assert(
      fc.property(json, json, (object, patch) => {
        const once = jsonMergePatch(object, patch);
        expect(jsonMergePatch(once, patch)).toEqual(once);
      }),
    );
  });
});

describe('JSON patch', () => {
  test('adds, replaces, removes, moves and copies', () => {
    const operations = [
      { op: 'add', path: '/list/1', value: 'x' },
      { op: 'replace', path: '/list/-1', value: 'z' },
      { op: 'move', from: '/a~1b', path: '/moved' },
      { op: 'copy', from: '/moved', path: '/copied' },
      { op: 'remove', path: '/gone' },
      { op: 'test', path: '/moved', value: 1 },
    ];
    expect(jsonPatch({ list: [1, 2], 'a/b': 1, gone: true }, operations)).toEqual({
      list: [1, 'x', 'z'],
      moved: 1,
      copied: 1,
    });
  });

  test('a failed test or a missing path refuses the whole patch', () => {
    expect(() => jsonPatch({ a: 1 }, [{ op: 'test', path: '/a', value: 2 }])).toThrow(JsonPatchError);
    expect(() => jsonPatch({ a: 1 }, [{ op: 'remove', path: '/b' }])).toThrow(JsonPatchError);
    expect(() => jsonPatch({ a: [] }, [{ op: 'add', path: '/a/5', value: 1 }])).toThrow(JsonPatchError);
  });
});
