import { type Expansion, expandToText } from './expand.ts';
import { lookUpVariable, setVariable } from './parameters.ts';
import { parseScript } from './parse.ts';
import type { Arithmetic } from './syntax.ts';

/** Values are 64-bit, as in the shell. */
const wrap = (value: bigint): bigint => BigInt.asIntN(64, value);
const truth = (value: boolean): bigint => (value ? 1n : 0n);

const binary: Record<string, (a: bigint, b: bigint) => bigint> = {
  '+': (a, b) => a + b,
  '-': (a, b) => a - b,
  '*': (a, b) => a * b,
  '/': (a, b) => a / b,
  '%': (a, b) => a % b,
  '<<': (a, b) => a << (b & 63n),
  '>>': (a, b) => a >> (b & 63n),
  '<': (a, b) => truth(a < b),
  '>': (a, b) => truth(a > b),
  '<=': (a, b) => truth(a <= b),
  '>=': (a, b) => truth(a >= b),
  '==': (a, b) => truth(a === b),
  '!=': (a, b) => truth(a !== b),
  '&': (a, b) => a & b,
  '|': (a, b) => a | b,
  '^': (a, b) => a ^ b,
  ',': (_a, b) => b,
};

/** The value of an expression; what is wrong with it goes to `expansion.error`. */
export function evaluate(expansion: Expansion, expression: Arithmetic, depth = 0): bigint {
  switch (expression.type) {
    case 'word':
      return numberIn(expansion, expandToText(expansion, expression.word), depth);
    case 'choice':
      return evaluate(
        expansion,
        evaluate(expansion, expression.test, depth) !== 0n ? expression.yes : expression.no,
        depth,
      );
    case 'unary':
      return unary(expansion, expression, depth);
    case 'binary':
      return binaryValue(expansion, expression, depth);
  }
}

function binaryValue(expansion: Expansion, expression: Extract<Arithmetic, { type: 'binary' }>, depth: number): bigint {
  const { operator, left, right } = expression;
  if (operator === '&&')
    return truth(evaluate(expansion, left, depth) !== 0n && evaluate(expansion, right, depth) !== 0n);
  if (operator === '||')
    return truth(evaluate(expansion, left, depth) !== 0n || evaluate(expansion, right, depth) !== 0n);
  if (operator === '=') return store(expansion, left, evaluate(expansion, right, depth));
  if (operator.endsWith('=') && !Object.hasOwn(binary, operator)) {
    const value = apply(
      expansion,
      operator.slice(0, -1),
      evaluate(expansion, left, depth),
      evaluate(expansion, right, depth),
    );
    return store(expansion, left, value);
  }
  return apply(expansion, operator, evaluate(expansion, left, depth), evaluate(expansion, right, depth));
}

function apply(expansion: Expansion, operator: string, a: bigint, b: bigint): bigint {
  if (operator === '**') return b >= 0n && b < 64n ? wrap(a ** b) : fail(expansion, 'exponent out of range');
  if ((operator === '/' || operator === '%') && b === 0n) return fail(expansion, 'divide by zero');
  const operation = Object.hasOwn(binary, operator) ? binary[operator] : undefined;
  return operation ? wrap(operation(a, b)) : fail(expansion, 'arithmetic syntax error');
}

function unary(expansion: Expansion, expression: Extract<Arithmetic, { type: 'unary' }>, depth: number): bigint {
  const value = evaluate(expansion, expression.operand, depth);
  switch (expression.operator) {
    case '-':
      return wrap(-value);
    case '+':
      return value;
    case '!':
      return truth(value === 0n);
    case '~':
      return ~value;
    case '++':
    case '--': {
      const changed = wrap(expression.operator === '++' ? value + 1n : value - 1n);
      store(expansion, expression.operand, changed);
      return expression.prefix ? changed : value;
    }
    default:
      return fail(expansion, 'arithmetic syntax error');
  }
}

function store(expansion: Expansion, target: Arithmetic, value: bigint): bigint {
  const name = target.type === 'word' ? expandToText(expansion, target.word) : '';
  if (!/^[A-Za-z_]\w*$/.test(name)) return fail(expansion, 'arithmetic syntax error');
  setVariable(expansion, name, String(value));
  return value;
}

/** A number, or the value of a variable, which may hold an expression in turn. */
function numberIn(expansion: Expansion, text: string, depth: number): bigint {
  const trimmed = text.trim();
  if (trimmed === '') return 0n;
  if (/^(0[xX][\da-fA-F]+|[1-9]\d*|0)$/.test(trimmed)) return wrap(BigInt(trimmed));
  if (/^0[0-7]+$/.test(trimmed)) return wrap(BigInt(`0o${trimmed.slice(1)}`));
  if (depth > 20) return fail(expansion, 'expression recursion loop detected');
  if (/^[A-Za-z_]\w*$/.test(trimmed)) return numberIn(expansion, lookUpVariable(expansion, trimmed) ?? '', depth + 1);
  const script = parseScript(`$((${trimmed}))`);
  const [node] = script.nodes;
  const part = node?.type === 'command' ? node.words[0]?.[0] : undefined;
  const isWord = part?.type === 'arithmetic' && part.expression.type === 'word';
  if (script.error || part?.type !== 'arithmetic' || isWord) return fail(expansion, 'arithmetic syntax error');
  return evaluate(expansion, part.expression, depth + 1);
}

function fail(expansion: Expansion, message: string): bigint {
  expansion.error ??= message;
  return 0n;
}
