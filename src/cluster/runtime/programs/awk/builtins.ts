import { longestMatched } from '../posix.ts';
import { formatOnce } from '../printf.ts';
import { type Awk, arrayOf, assign, evaluate, splitFields } from './evaluate.ts';
import { expressionOf } from './parse.ts';
import { BadProgram, type Expression } from './syntax.ts';
import { toNumber, toText, type Value } from './value.ts';

/** Calls a function that awk has by itself; undefined where it has none of the name. `given` are the arguments as written. */
export function callBuiltin(
  awk: Awk,
  name: string,
  values: readonly Value[],
  given: readonly Expression[],
): Value | undefined {
  const [first = '', second = '', third] = values;
  const text = toText(first);
  switch (name) {
    case 'length': {
      const [one] = given;
      if (one?.type === 'variable' && awk.state.arrays.has(one.name)) return arrayOf(awk, one.name).size;
      return one ? text.length : awk.state.line.length;
    }
    case 'substr': {
      const begin = Math.round(toNumber(second));
      const end = third === undefined ? Number.POSITIVE_INFINITY : begin + Math.round(toNumber(third));
      return text.slice(Math.max(0, begin - 1), Math.max(0, end - 1));
    }
    case 'index':
      return text.indexOf(toText(second)) + 1;
    case 'tolower':
      return text.toLowerCase();
    case 'toupper':
      return text.toUpperCase();
    case 'int':
      return Math.trunc(toNumber(first));
    case 'sqrt':
      return Math.sqrt(toNumber(first));
    case 'exp':
      return Math.exp(toNumber(first));
    case 'log':
      return Math.log(toNumber(first));
    case 'sin':
      return Math.sin(toNumber(first));
    case 'cos':
      return Math.cos(toNumber(first));
    case 'atan2':
      return Math.atan2(toNumber(first), toNumber(second));
    case 'rand':
      return awk.random();
    case 'srand':
      return 0;
    case 'sprintf':
      return formatOnce(text, values.slice(1).map(toText));
    case 'split':
      return split(awk, text, given, third);
    case 'sub':
    case 'gsub':
      return substitute(awk, given, name === 'gsub', patternOf(given[0], first), toText(second));
    case 'match': {
      const found = new RegExp(patternOf(given[1], second)).exec(text.slice(0, longestMatched));
      awk.state.variables.set('RSTART', found ? found.index + 1 : 0);
      awk.state.variables.set('RLENGTH', found ? found[0].length : -1);
      return found ? found.index + 1 : 0;
    }
    case 'systime':
      throw new BadProgram('systime is not simulated by Podarium');
    case 'fflush':
    case 'close':
      return 0;
    default:
      return undefined;
  }
}

const patternOf = (given: Expression | undefined, value: Value): string =>
  given?.type === 'pattern' ? given.source : expressionOf(toText(value));

function split(awk: Awk, text: string, given: readonly Expression[], separator: Value | undefined): number {
  const [, target, by] = given;
  if (target?.type !== 'variable') throw new BadProgram('Not an array');
  const fs = by?.type === 'pattern' ? by.source : toText(separator ?? awk.state.variables.get('FS') ?? ' ');
  const parts = splitFields(text, fs);
  const array = arrayOf(awk, target.name);
  array.clear();
  for (const [index, part] of parts.entries()) array.set(String(index + 1), { input: part });
  return parts.length;
}

function substitute(
  awk: Awk,
  given: readonly Expression[],
  all: boolean,
  pattern: string,
  replacement: string,
): number {
  const target: Expression = given[2] ?? { type: 'field', index: { type: 'number', value: 0 } };
  const before = toText(evaluate(awk, target));
  let count = 0;
  const after = before.slice(0, longestMatched).replace(new RegExp(pattern, all ? 'g' : ''), (match) => {
    count++;
    return replacement.replace(/\\\\&|\\&|&/g, (sign) => (sign === '&' ? match : '&'));
  });
  if (count > 0) assign(awk, target, after + before.slice(longestMatched));
  return count;
}
