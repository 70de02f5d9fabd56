import fc from 'fast-check';
import { expect, test } from 'vitest';
import { JsonError, parseJson } from './scan.ts';

function outcome(text: string): unknown {
  try {
    return { value: parseJson(text) };
  } catch (error) {
    if (error instanceof JsonError) return error.message;
    throw error;
  }
}

test.each([
  ['', 'unexpected end of JSON input'],
  ['[1,', 'unexpected end of JSON input'],
  ['{} x', "invalid character 'x' after top-level value"],
  ['{a: 1}', "invalid character 'a' looking for beginning of object key string"],
  ['{"a" 1}', "invalid character '1' after object key"],
  ['[01]', "invalid character '1' after array element"],
  ['[-]', "invalid character ']' in numeric literal"],
  ['[1.]', "invalid character ']' after decimal point in numeric literal"],
  ['[1e]', "invalid character ']' in exponent of numeric literal"],
  ['["\n"]', "invalid character '\\n' in string literal"],
  ['["\\q"]', "invalid character 'q' in string escape code"],
  ['["\\u12g4"]', "invalid character 'g' in \\u hexadecimal character escape"],
  ["'a'", "invalid character '\\'' looking for beginning of value"],
  ['ä', "invalid character 'Ã' looking for beginning of value"],
])('%j is no JSON: %s', (text, message) => {
  expect(outcome(text)).toBe(message);
});

test('takes exactly what is JSON', () => {
  const check = (text: string) => {
    let native: unknown;
    try {
      native = { value: JSON.parse(text) };
    } catch {
      native = undefined;
    }
    if (native === undefined) expect(typeof outcome(text)).toBe('string');
    else expect(outcome(text)).toEqual(native);
  };
  fc.assert(fc.property(fc.json(), check));
  const pieces = fc.constantFrom(
    '{',
    '}',
    '[',
    ']',
    '"',
    ',',
    ':',
    ' ',
    '1',
    '-',
    '.',
    'e',
    'true',
    'null',
    '\\',
    'a',
    '0',
  );
  fc.assert(
    fc.property(
      fc.array(pieces).map((parts) => parts.join('')),
      check,
    ),
    { numRuns: 500 },
  );
});
