import type { Word as BashWord, TestCommand } from 'unbash';
import { add, type Lowering, refuse } from './lower.ts';
import type { Word, WordPart } from './syntax.ts';

type TestExpression = TestCommand['expression'];

/** A node that answers 0 or 1. */
const answer = (lowering: Lowering, name: 'true' | 'false'): number =>
  add(lowering, { type: 'command', assignments: [], words: [[plainText(name)]], redirections: [] });

const plainText = (text: string): WordPart => ({ type: 'text', text, quoted: false });

/** `[[ ... ]]`: words are not split; `==` and `!=` match patterns, as `case` does; all other tests are those of `[`. */
export function lowerTest(lowering: Lowering, test: TestExpression, toWord: (word: BashWord) => Word): number {
  const command = (...words: Word[]): number =>
    add(lowering, {
      type: 'command',
      assignments: [],
      words: [
        [plainText('[')],
        ...words.map((parts) => parts.map((part) => ({ ...part, quoted: true }))),
        [plainText(']')],
      ],
      redirections: [],
    });
  switch (test.type) {
    case 'TestGroup':
      return lowerTest(lowering, test.expression, toWord);
    case 'TestNot': {
      const commands = [lowerTest(lowering, test.operand, toWord)];
      return add(lowering, { type: 'pipeline', negated: test.negations.length % 2 === 1, commands });
    }
    case 'TestLogical': {
      const [first = 0, ...rest] = test.operands.map((each) => lowerTest(lowering, each, toWord));
      return add(lowering, {
        type: 'conditional',
        first,
        rest: rest.map((node) => ({ operator: test.operator, node })),
      });
    }
    case 'TestUnary':
      return command([plainText(test.operator)], toWord(test.operand));
    case 'TestBinary': {
      if (test.operator === '=~') refuse(lowering, 'syntax error: =~ is not simulated');
      const [left, right] = [toWord(test.left), toWord(test.right)];
      if (!['=', '==', '!='].includes(test.operator)) return command(left, [plainText(test.operator)], right);
      const equal = test.operator !== '!=';
      const items = [
        { patterns: [right], body: answer(lowering, equal ? 'true' : 'false') },
        { patterns: [[plainText('*')]], body: answer(lowering, equal ? 'false' : 'true') },
      ];
      return add(lowering, { type: 'case', word: left, items });
    }
  }
}
