import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { stringify } from 'yaml';
import { YamlError } from './error.ts';
import { readYaml } from './read.ts';

function errorOf(text: string): string {
  try {
    return `read: ${JSON.stringify(readYaml(text))}`;
  } catch (error) {
    if (error instanceof YamlError) return error.message;
    throw error;
  }
}

describe('what a text means in YAML 1.1', () => {
  test.each<[string, unknown]>([
    ['a: yes\nb: No\nc: on\nd: OFF\ne: y\nf: "yes"', { a: true, b: false, c: true, d: false, e: true, f: 'yes' }],
    ['a: 0644\nb: 08\nc: 0o17\nd: 0x1F\ne: 0b101\nf: 1_000', { a: 420, b: 8, c: 15, d: 31, e: 5, f: 1000 }],
    ['a: 1.0\nb: .5\nc: 1e3\nd: 1.27\ng: 1.27.0', { a: 1, b: 0.5, c: 1000, d: 1.27, g: '1.27.0' }],
    [
      'a: 2024-01-01\nb: 2024-01-01T00:00:00Z\nc: 12:30:45',
      { a: '2024-01-01', b: '2024-01-01T00:00:00Z', c: '12:30:45' },
    ],
    ['a: ~\nb: null\nc:\nd: ""', { a: null, b: null, c: null, d: '' }],
    ['a: !!str 5\nb: !!int "7"\nc: !!float 1\nd: !!binary aGVsbG8=', { a: '5', b: 7, c: 1, d: 'hello' }],
    ['1: a\n2.5: b\ntrue: c\n1000000.0: d', { 1: 'a', 2.5: 'b', true: 'c', '1e+06': 'd' }],
    ['a: 1\na: 2', { a: 2 }],
    ['base: &base {x: 1, y: 1}\nown:\n  <<: *base\n  x: 2', { base: { x: 1, true: 1 }, own: { x: 2, true: 1 } }],
    ['a: |\n  one\n   two\n\nb: >-\n  folded\n  text\n\n  new', { a: 'one\n two\n', b: 'folded text\nnew' }],
    ['{"a": [1, 2,], "b": {"c": null,},}', { a: [1, 2], b: { c: null } }],
    ['a:\tb\t# comment', { a: 'b' }],
    ['a: "\\u00e4\\x41\\tz\\\n  joined"', { a: 'äA\tzjoined' }],
    ['', null],
    ['# nothing', null],
    ['--- x\n...\n{', 'x'],
  ])('%j', (text, value) => {
    expect(readYaml(text)).toEqual(value);
  });

  test('keys are in order, and a key can bear any name', () => {
    expect(JSON.stringify(readYaml('b: 1\na: 2\n__proto__: 3'))).toBe('{"__proto__":3,"a":2,"b":1}');
  });
});

describe('what is broken is told in the words of go-yaml, with its lines', () => {
  test.each([
    ['a: b\n\tc: d', 'yaml: line 2: found a tab character that violates indentation'],
    ['a:\n\tb: c', 'yaml: line 2: found character that cannot start any token'],
    ['a: b: c', 'yaml: mapping values are not allowed in this context'],
    ['x: y\na: b: c', 'yaml: line 2: mapping values are not allowed in this context'],
    ['a: b\n  c: d', 'yaml: line 2: mapping values are not allowed in this context'],
    ['a:\n  b: c\n d: e', 'yaml: line 2: did not find expected key'],
    ['a:\n- b\n  - c\n-d', "yaml: line 5: could not find expected ':'"],
    ['a:\n  - b\n  c: d', "yaml: line 2: did not find expected '-' indicator"],
    ['a: [b', "yaml: line 1: did not find expected ',' or ']'"],
    ['a: {b: c', "yaml: line 1: did not find expected ',' or '}'"],
    ['a: ]', 'yaml: did not find expected node content'],
    ['a: "b', 'yaml: found unexpected end of stream'],
    ['a: "\\q"', 'yaml: found unknown escape character'],
    ['a: "\\u00g0"', 'yaml: did not find expected hexdecimal number'],
    ['a: "\\ud800"', 'yaml: found invalid Unicode character escape code'],
    ['a: @b', 'yaml: found character that cannot start any token'],
    ['a: *', 'yaml: did not find expected alphabetic or numeric character'],
    ['a: *b', "yaml: unknown anchor 'b' referenced"],
    ['a: &b [*b]', "yaml: anchor 'b' value contains itself"],
    ['a: !x!y z', 'yaml: found undefined tag handle'],
    ['a: !!int b', 'yaml: cannot decode !!str `b` as a !!int'],
    ['a: !!binary "*"', 'yaml: !!binary value contains invalid base64 data'],
    ['a: |0\n  b', 'yaml: found an indentation indicator equal to 0'],
    ['a: | b', 'yaml: did not find expected comment or line break'],
    ['a: |\n \tb\n  c', 'yaml: line 2: found a tab character where an indentation space is expected'],
    ['a: b\n- c', 'yaml: line 1: did not find expected key'],
    ['a: - b', 'yaml: block sequence entries are not allowed in this context'],
    ['a: ? b', 'yaml: mapping keys are not allowed in this context'],
    ['%YAML 1.2\n---\na: b', 'yaml: found incompatible YAML document'],
    ['%FOO\n---', 'yaml: found unknown directive name'],
    ['%YAML 1.1\na: b', 'yaml: line 1: did not find expected <document start>'],
    ['? [a]\n: b', 'yaml: invalid map key: []interface {}{"a"}'],
    ['a: {{ b }}', 'yaml: invalid map key: map[interface {}]interface {}{"b":interface {}(nil)}'],
    ['a: 1\n<<: 2', 'yaml: map merge requires map or sequence of maps as the value'],
    ['~: a', 'unsupported map key of type: %!s(<nil>), key: <nil>, value: "a"'],
    ['a: .nan', 'json: unsupported value: NaN'],
    ['a: -.inf', 'json: unsupported value: -Inf'],
    ['a: "\u0007"', 'yaml: control characters are not allowed'],
  ])('%j', (text, message) => {
    expect(errorOf(text)).toBe(message);
  });

  test('a control character is noticed when its piece of the text is read, before an error that stands further up', () => {
    expect(errorOf(`a: @\nb: \u0001`)).toBe('yaml: control characters are not allowed');
    expect(errorOf(`a: @\n${'# comment\n'.repeat(60)}b: \u0001`)).toBe(
      'yaml: found character that cannot start any token',
    );
  });

  test('a key stands at most 1024 letters before its colon', () => {
    expect(errorOf(`${'k'.repeat(1024)}: v`)).toContain('read');
    expect(errorOf(`${'k'.repeat(1025)}: v`)).toBe('yaml: mapping values are not allowed in this context');
    expect(errorOf(`a: b\n${'k'.repeat(1025)}: v`)).toBe("yaml: line 2: could not find expected ':'");
  });
});

describe('texts that would ask for too much', () => {
  test('an alias bomb is refused at once', () => {
    const levels = Array.from({ length: 30 }, (_, level) =>
      level === 0
        ? 'a0: &a0 [x, x]'
        : `a${level}: &a${level} [${Array(9)
            .fill(`*a${level - 1}`)
            .join(', ')}]`,
    );
    expect(errorOf(levels.join('\n'))).toBe('yaml: document contains excessive aliasing');
  });

  test('nesting has an end', () => {
    expect(errorOf('['.repeat(20_000))).toBe('yaml: exceeded max depth of 10000');
    expect(errorOf(`${'['.repeat(2000)}${']'.repeat(2000)}`)).toBe('yaml: nested more than 1000 levels deep');
    expect(errorOf(`${'['.repeat(900)}${']'.repeat(900)}`)).toContain('read');
  });

  test('a document of a megabyte is read', () => {
    const text = `data:\n  a: |\n${'    some text that is a line\n'.repeat(36_000)}`;
    expect(readYaml(text)).toEqual({ data: { a: 'some text that is a line\n'.repeat(36_000) } });
  });

  test.each([
    ['99999999999999999999', 1e20],
    ['1e400', '1e400'],
    ['9'.repeat(400), '9'.repeat(400)],
  ])('the number %s is read as Go reads it', (text, value) => {
    expect(readYaml(text)).toBe(value);
  });
});

const plain = fc.letrec((tie) => ({
  value: fc.oneof(
    { depthSize: 'small' },
    fc.string(),
    fc.string({ unit: fc.constantFrom('a', ':', ' ', '#', '-', '"', "'", '\n', '0', 'y', '~', '{', '\t') }),
    fc.integer(),
    fc.boolean(),
    fc.constant(null),
    fc.array(tie('value')),
    fc.dictionary(fc.string({ minLength: 1 }), tie('value')),
  ),
})).value;

const pieces = fc.constantFrom(
  'a',
  ':',
  ': ',
  ' ',
  '  ',
  '\n',
  '- ',
  '-',
  '[',
  ']',
  '{',
  '}',
  ',',
  '"',
  "'",
  '|',
  '>',
  '&a',
  '*a',
  '!',
  '!!',
  '#',
  '?',
  '%',
  '\\',
  '\t',
  '<<',
  '---',
  '...',
  '1',
  'ä',
  '😀',
  '\u2028',
  '\r',
);

test('what is written as YAML 1.1 is read back the same', () => {
  fc.assert(
    fc.property(plain, (value) => {
      fc.pre(!/[\p{Cc}\p{Cs}]/u.test(JSON.stringify(value).replaceAll('\\n', '').replaceAll('\\t', '')));
      expect(
        readYaml(stringify({ value }, { version: '1.1', aliasDuplicateObjects: false, blockQuote: false })),
      ).toEqual({ value });
    }),
  );
});

test('any text is read, or refused with an error of the reader', () => {
  const check = (text: string): void => {
    expect(typeof errorOf(text)).toBe('string');
  };
  fc.assert(fc.property(fc.string({ unit: 'binary' }), check));
  fc.assert(
    fc.property(
      fc.array(pieces, { maxLength: 60 }).map((parts) => parts.join('')),
      check,
    ),
    { numRuns: 500 },
  );
});
