import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { toJson, toYaml } from './yaml.ts';

describe('YAML as kubectl prints it', () => {
  it('sorts keys and does not indent lists', () => {
    const pod = { spec: { containers: [{ name: 'web', args: ['-c', 'x'] }] }, kind: 'Pod', metadata: { labels: {} } };
    expect(toYaml(pod)).toBe(
      'kind: Pod\nmetadata:\n  labels: {}\nspec:\n  containers:\n  - args:\n    - -c\n    - x\n    name: web\n',
    );
  });

  it.each([
    ['true', '"true"'],
    ['1', '"1"'],
    ['1e3', '"1e3"'],
    ['', '""'],
    ['null', '"null"'],
    ['on', '"on"'],
    ['2026-01-01T00:00:00Z', '"2026-01-01T00:00:00Z"'],
    ['25%', '25%'],
    ['nginx:1.27', 'nginx:1.27'],
    ['10.244.0.1', '10.244.0.1'],
    ['containers with unready status: [web]', "'containers with unready status: [web]'"],
    ['[a]', "'[a]'"],
    ['*', "'*'"],
    ['-', "'-'"],
    ["it's", "it's"],
  ])('writes the text %j as %s', (text, written) => {
    expect(toYaml({ a: text })).toBe(`a: ${written}\n`);
  });

  it('writes several lines as a block', () => {
    expect(toYaml({ a: 'x\ny\n' })).toBe('a: |\n  x\n  y\n');
    expect(toYaml({ a: 'x\ny' })).toBe('a: |-\n  x\n  y\n');
  });

  it('loses nothing', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const plain = JSON.parse(JSON.stringify(value));
        expect(parse(toYaml(plain), { version: '1.1' })).toEqual(plain);
      }),
    );
  });
});

it('writes JSON with sorted keys and four blanks', () => {
  expect(toJson({ b: 1, a: [true] })).toBe('{\n    "a": [\n        true\n    ],\n    "b": 1\n}\n');
});
