import { expect, test } from 'vitest';
import { readDocuments, splitYaml } from './documents.ts';

test.each<[string, unknown[], string?]>([
  ['a: 1\n---\nb: 2\n', [{ a: 1 }, { b: 2 }]],
  ['---\n---\n# nothing\n--- # c\na: 1\n---\n', [{ a: 1 }]],
  ['a: 1\r\n---\r\nb: 2\r\n', [{ a: 1 }, { b: 2 }]],
  ['\ufeffa: 1', [{ a: 1 }]],
  ['a: |\n  x\n  ---\n  y\n', [{ a: 'x\n---\ny\n' }]],
  ['a: 1\n---\nc: 3\n--- b: 2\n', [{ a: 1 }], 'invalid Yaml document separator: b: 2'],
  ['a: 1\n-----\n', [], 'invalid Yaml document separator: --'],
  [
    'a: 1\n---\nb: 2\nc: [\n---\nd: 3',
    [{ a: 1 }],
    'error converting YAML to JSON: yaml: line 2: did not find expected node content',
  ],
  ['---\na: @\n', [], 'error converting YAML to JSON: yaml: line 2: found character that cannot start any token'],
  ['{"a": 1}{"b": 2}\n{"c": 3}', [{ a: 1 }, { b: 2 }, { c: 3 }]],
  ['{"a": 1}\n---\n{"b": 2}\n---\nc: 3\n', [{ a: 1 }, { b: 2 }, { c: 3 }]],
  ['{"a": 1,}', [{ a: 1 }]],
  ["{a: 'b'}", [{ a: 'b' }]],
  ['{"a": 1 "b": 2}', [], `json: offset 9: invalid character '"' after object key:value pair`],
  ['{"ä": "1" x}', [], "json: offset 12: invalid character 'x' after object key:value pair"],
  ['{"a": 1', [], 'unexpected EOF'],
  ['{"a": ["1" 2]}', [], "json: offset 12: invalid character '2' after array element"],
  ['{"a": truth, "b": [}', [], "json: offset 10: invalid character 't' in literal true (expecting 'e')"],
  ['{"a": 1}{"b": 2} x', [{ a: 1 }, { b: 2 }], "invalid character 'x' looking for beginning of value"],
  [' \n\t{"a": null}', [{ a: null }]],
])('%j', (text, values, error) => {
  expect(readDocuments(text)).toEqual({ values, ...(error !== undefined && { error }) });
});

test('each document knows how many lines stand before it', () => {
  expect(splitYaml('a: 1\n---\n\nb: 2\n---\n---\nc: 3').documents).toEqual([
    { text: 'a: 1\n', linesBefore: 0 },
    { text: '\nb: 2\n', linesBefore: 2 },
    { text: '---\nc: 3\n', linesBefore: 5 },
  ]);
});

test('braces without an end are refused, not followed for ever', () => {
  expect(readDocuments('{"a":'.repeat(50_000)).error).toBe('json: offset 5001: nested more than 1000 levels deep');
});
