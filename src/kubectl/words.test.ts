import fc from 'fast-check';
import { expect, it } from 'vitest';
import { splitWords } from './words.ts';

it.each([
  ['get pods -o wide', ['get', 'pods', '-o', 'wide']],
  ["exec web -- sh -c 'echo $COLOR; exit 3'", ['exec', 'web', '--', 'sh', '-c', 'echo $COLOR; exit 3']],
  ['annotate pod web note="hello world"', ['annotate', 'pod', 'web', 'note=hello world']],
  ['a "b \\"c\\"" d\\ e', ['a', 'b "c"', 'd e']],
  ["run x --image=''", ['run', 'x', '--image=']],
  ['', []],
])('splits %j', (line, words) => {
  expect(splitWords(line)).toEqual(words);
});

it('refuses a quote that is left open', () => {
  expect(() => splitWords("get 'pods")).toThrow('unexpected end of line');
});

it('gives back any words that were put in single quotes', () => {
  fc.assert(
    fc.property(fc.array(fc.string().map((word) => word.replaceAll("'", ''))), (words) => {
      expect(splitWords(words.map((word) => `'${word}'`).join(' '))).toEqual(words);
    }),
  );
});
