import { isSafe, longestMatched, toRegExp } from './posix.ts';
import { simple } from './simple.ts';

class BadExpression extends Error {}

/** Arithmetic, comparisons, `STRING : PATTERN`, `length`, `substr`, `index`, `match`. Exit code 1 for an empty or zero result. */
export const expr = simple((io, args) => {
  try {
    const rest = [...args];
    const value = binary(rest, 0);
    if (rest.length > 0) throw new BadExpression('syntax error');
    io.out(`${value}\n`);
    return value === '' || Number(value) === 0 ? 1 : 0;
  } catch (error) {
    if (!(error instanceof BadExpression)) throw error;
    io.err(`expr: ${error.message}\n`);
    return 2;
  }
});

const levels = [['|'], ['&'], ['<', '<=', '=', '==', '!=', '>=', '>'], ['+', '-'], ['*', '/', '%'], [':']];

function binary(rest: string[], level: number): string {
  const operators = levels[level];
  if (!operators) return primary(rest);
  let left = binary(rest, level + 1);
  while (operators.includes(rest[0] ?? '')) left = apply(rest.shift() ?? '', left, binary(rest, level + 1));
  return left;
}

const isEmpty = (value: string): boolean => value === '' || value === '0';

function apply(operator: string, left: string, right: string): string {
  if (operator === '|') return isEmpty(left) ? right : left;
  if (operator === '&') return isEmpty(left) || isEmpty(right) ? '0' : left;
  if (operator === ':') return match(left, right);
  const numbers = [left, right].every((value) => /^-?\d+$/.test(value));
  if ('+-*/%'.includes(operator)) {
    if (!numbers) throw new BadExpression('non-numeric argument');
    if ((operator === '/' || operator === '%') && Number(right) === 0) throw new BadExpression('division by zero');
    return String(calculate(operator, BigInt(left), BigInt(right)));
  }
  const order = numbers ? Number(left) - Number(right) : left === right ? 0 : left < right ? -1 : 1;
  return holds(operator, order) ? '1' : '0';
}

function calculate(operator: string, a: bigint, b: bigint): bigint {
  const value =
    operator === '+' ? a + b : operator === '-' ? a - b : operator === '*' ? a * b : operator === '/' ? a / b : a % b;
  return BigInt.asIntN(64, value);
}

function holds(operator: string, order: number): boolean {
  switch (operator) {
    case '<':
      return order < 0;
    case '<=':
      return order <= 0;
    case '>':
      return order > 0;
    case '>=':
      return order >= 0;
    case '!=':
      return order !== 0;
    default:
      return order === 0;
  }
}

function match(text: string, pattern: string): string {
  const source = `^(?:${toRegExp(pattern, false)})`;
  if (!isSafe(source)) throw new BadExpression('bad regex');
  const found = new RegExp(source).exec(text.slice(0, longestMatched));
  if (pattern.includes('\\(')) return found?.[1] ?? '';
  return String(found?.[0].length ?? 0);
}

function primary(rest: string[]): string {
  const first = rest.shift();
  if (first === undefined) throw new BadExpression('syntax error');
  const next = (): string => primary(rest);
  if (first === '(') {
    const value = binary(rest, 0);
    if (rest.shift() !== ')') throw new BadExpression('syntax error');
    return value;
  }
  if (rest.length === 0) return first;
  switch (first) {
    case 'length':
      return String(next().length);
    case 'index': {
      const [text, letters] = [next(), next()];
      return String([...text].findIndex((letter) => letters.includes(letter)) + 1);
    }
    case 'substr': {
      const [text, from, count] = [next(), Number(next()), Number(next())];
      return from < 1 || count < 1 ? '' : text.slice(from - 1, from - 1 + count);
    }
    case 'match':
      return match(next(), next());
    default:
      return first;
  }
}
