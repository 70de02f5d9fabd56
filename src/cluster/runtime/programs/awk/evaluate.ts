import { longestMatched } from '../posix.ts';
import { callBuiltin } from './builtins.ts';
import { expressionOf } from './parse.ts';
import { type AwkProgram, BadProgram, type Expression, type Statement } from './syntax.ts';
import { compare, isTrue, toNumber, toText, type Value } from './value.ts';

/** What awk remembers between two lines. Plain data. */
export interface AwkState {
  text: string;
  variables: Map<string, Value>;
  arrays: Map<string, Map<string, Value>>;
  /** The line as it is, `$0`, and its fields. */
  line: string;
  fields: string[];
  /** Places of rules whose range is open. */
  inRange: number[];
  exit?: number;
  /** An error has ended it: END is not run. */
  broken?: true;
  /** It could be parsed. */
  began?: true;
}

/** What one run over a line has around it. */
export interface Awk {
  state: AwkState;
  program: AwkProgram;
  print(text: string, target?: { append: boolean; file: string }): void;
  /** A number from 0 up to but without 1. */
  random(): number;
  /** Steps left: a program that loops without end is told so. */
  budget: number;
  /** Local variables of the functions that are being called, the innermost last. */
  locals: Map<string, Value | Map<string, Value>>[];
}

/** How statements can end early. */
type Leaving = 'next' | 'break' | 'continue' | 'exit' | { returned: Value } | undefined;

const deepestCall = 200;

/** Splits a line as FS says; a single blank stands for any space. */
export function splitFields(line: string, separator: string): string[] {
  if (separator === ' ') return line.trim() === '' ? [] : line.trim().split(/[ \t\n]+/);
  if (line === '') return [];
  if (separator === '\t' || (separator.length === 1 && separator !== '\\')) return line.split(separator);
  return line.slice(0, longestMatched).split(new RegExp(withoutGroups(expressionOf(separator))));
}

const withoutGroups = (source: string): string =>
  source.replace(/(\\[\s\S])|\((?!\?)/g, (_all, kept?: string) => kept ?? '(?:');

export function setLine(state: AwkState, line: string): void {
  state.line = line;
  state.fields = splitFields(line, toText(state.variables.get('FS') ?? ' '));
  state.variables.set('NF', state.fields.length);
}

/** Runs the rules of a kind. False where the program has asked to end. */
export function runRules(awk: Awk, when: 'BEGIN' | 'END' | 'line'): boolean {
  for (const [index, rule] of awk.program.rules.entries()) {
    if (rule.when !== when || (when === 'line' && !selects(awk, index))) continue;
    const leaving = rule.body ? run(awk, rule.body) : run(awk, [{ type: 'print', values: [], formatted: false }]);
    if (leaving === 'exit') return false;
    if (leaving === 'next') break;
  }
  return true;
}

function selects(awk: Awk, index: number): boolean {
  const { from, to } = awk.program.rules[index] ?? {};
  const { state } = awk;
  if (!from) return true;
  if (!to) return isTrue(evaluate(awk, from));
  if (!state.inRange.includes(index)) {
    if (!isTrue(evaluate(awk, from))) return false;
    state.inRange.push(index);
  }
  if (isTrue(evaluate(awk, to))) state.inRange = state.inRange.filter((open) => open !== index);
  return true;
}

function run(awk: Awk, statements: readonly Statement[]): Leaving {
  for (const statement of statements) {
    const leaving = runOne(awk, statement);
    if (leaving !== undefined) return leaving;
  }
  return undefined;
}

function spend(awk: Awk): void {
  if (--awk.budget < 0) throw new BadProgram('a program that loops for long is not simulated by Podarium');
}

function runOne(awk: Awk, statement: Statement): Leaving {
  spend(awk);
  switch (statement.type) {
    case 'expression':
      evaluate(awk, statement.value);
      return undefined;
    case 'print':
      print(awk, statement);
      return undefined;
    case 'if':
      return run(awk, isTrue(evaluate(awk, statement.test)) ? statement.yes : statement.no);
    case 'while':
      return loop(awk, statement.body, statement.test, undefined, statement.first);
    case 'for':
      if (statement.begin) runOne(awk, statement.begin);
      return loop(awk, statement.body, statement.test, statement.step, false);
    case 'each':
      return each(awk, statement);
    case 'delete':
      if (statement.keys) arrayOf(awk, statement.array).delete(keyOf(awk, statement.keys));
      else arrayOf(awk, statement.array).clear();
      return undefined;
    case 'exit':
      if (statement.value) awk.state.exit = toNumber(evaluate(awk, statement.value)) & 255;
      else awk.state.exit ??= 0;
      return 'exit';
    case 'return':
      return { returned: statement.value ? evaluate(awk, statement.value) : '' };
    default:
      return statement.type;
  }
}

function loop(
  awk: Awk,
  body: readonly Statement[],
  test: Expression | undefined,
  step: Statement | undefined,
  first: boolean,
): Leaving {
  for (let begun = first; begun || !test || isTrue(evaluate(awk, test)); begun = false) {
    spend(awk);
    const leaving = run(awk, body);
    if (leaving === 'break') break;
    if (leaving !== undefined && leaving !== 'continue') return leaving;
    if (step) runOne(awk, step);
  }
  return undefined;
}

function each(awk: Awk, { name, array, body }: Extract<Statement, { type: 'each' }>): Leaving {
  for (const key of [...arrayOf(awk, array).keys()]) {
    assign(awk, { type: 'variable', name }, { input: key });
    const leaving = run(awk, body);
    if (leaving === 'break') break;
    if (leaving !== undefined && leaving !== 'continue') return leaving;
  }
  return undefined;
}

function print(awk: Awk, { values, formatted, target }: Extract<Statement, { type: 'print' }>): void {
  const given = values.map((value) => evaluate(awk, value));
  const text = formatted
    ? toText(callBuiltin(awk, 'sprintf', given, values) ?? '')
    : (given.length > 0 ? given.map(toText).join(variable(awk, 'OFS')) : awk.state.line) + variable(awk, 'ORS');
  awk.print(text, target && { append: target.append, file: toText(evaluate(awk, target.file)) });
}

const variable = (awk: Awk, name: string): string => toText(awk.state.variables.get(name) ?? '');

export function arrayOf(awk: Awk, name: string): Map<string, Value> {
  const locals = awk.locals.at(-1);
  if (locals?.has(name)) {
    const local = locals.get(name);
    if (local instanceof Map) return local;
    const made = new Map<string, Value>();
    locals.set(name, made);
    return made;
  }
  const array = awk.state.arrays.get(name) ?? new Map<string, Value>();
  awk.state.arrays.set(name, array);
  return array;
}

const keyOf = (awk: Awk, keys: readonly Expression[]): string =>
  keys.map((key) => toText(evaluate(awk, key))).join('\x1c');

export function evaluate(awk: Awk, expression: Expression): Value {
  spend(awk);
  switch (expression.type) {
    case 'number':
    case 'text':
      return expression.value;
    case 'group':
      return expression.values.reduce<Value>((_before, value) => evaluate(awk, value), '');
    case 'pattern':
      return new RegExp(expression.source).test(awk.state.line.slice(0, longestMatched)) ? 1 : 0;
    case 'variable': {
      const local = awk.locals.at(-1)?.get(expression.name);
      return local instanceof Map ? '' : (local ?? awk.state.variables.get(expression.name) ?? { input: '' });
    }
    case 'field': {
      const index = toNumber(evaluate(awk, expression.index));
      return { input: index === 0 ? awk.state.line : (awk.state.fields[index - 1] ?? '') };
    }
    case 'element': {
      const array = arrayOf(awk, expression.array);
      const key = keyOf(awk, expression.keys);
      const value = array.get(key);
      if (value === undefined) array.set(key, { input: '' });
      return value ?? { input: '' };
    }
    case 'in':
      return arrayOf(awk, expression.array).has(keyOf(awk, expression.keys)) ? 1 : 0;
    case 'unary': {
      const value = evaluate(awk, expression.operand);
      if (expression.operator === '!') return isTrue(value) ? 0 : 1;
      return expression.operator === '-' ? -toNumber(value) : toNumber(value);
    }
    case 'binary':
      return binary(awk, expression);
    case 'choice':
      return evaluate(awk, isTrue(evaluate(awk, expression.test)) ? expression.yes : expression.no);
    case 'assign': {
      const value = evaluate(awk, expression.value);
      const { operator, target } = expression;
      return assign(
        awk,
        target,
        operator ? calculate(operator, toNumber(evaluate(awk, target)), toNumber(value)) : value,
      );
    }
    case 'step': {
      const before = toNumber(evaluate(awk, expression.target));
      assign(awk, expression.target, before + expression.by);
      return expression.before ? before + expression.by : before;
    }
    case 'call':
      return call(awk, expression);
  }
}

function binary(awk: Awk, { operator, left, right }: Extract<Expression, { type: 'binary' }>): Value {
  const first = evaluate(awk, left);
  if (operator === '&&') return isTrue(first) && isTrue(evaluate(awk, right)) ? 1 : 0;
  if (operator === '||') return isTrue(first) || isTrue(evaluate(awk, right)) ? 1 : 0;
  if (operator === '~' || operator === '!~') {
    const source = right.type === 'pattern' ? right.source : expressionOf(toText(evaluate(awk, right)));
    return new RegExp(source).test(toText(first).slice(0, longestMatched)) === (operator === '~') ? 1 : 0;
  }
  const second = evaluate(awk, right);
  const order = compare(first, second);
  switch (operator) {
    case ' ': {
      const text = toText(first) + toText(second);
      if (text.length > 1 << 16) throw new BadProgram('out of memory');
      return text;
    }
    case '<':
      return order < 0 ? 1 : 0;
    case '<=':
      return order <= 0 ? 1 : 0;
    case '==':
      return order === 0 ? 1 : 0;
    case '!=':
      return order !== 0 ? 1 : 0;
    case '>':
      return order > 0 ? 1 : 0;
    case '>=':
      return order >= 0 ? 1 : 0;
    default:
      return calculate(operator, toNumber(first), toNumber(second));
  }
}

function calculate(operator: string, a: number, b: number): number {
  switch (operator) {
    case '+':
      return a + b;
    case '-':
      return a - b;
    case '*':
      return a * b;
    case '^':
      return a ** b;
    case '%':
    case '/':
      if (b === 0) throw new BadProgram('Division by zero');
      return operator === '/' ? a / b : a % b;
    default:
      throw new BadProgram(`unknown operator ${operator}`);
  }
}

export function assign(awk: Awk, target: Expression, value: Value): Value {
  const { state } = awk;
  if (target.type === 'element') {
    arrayOf(awk, target.array).set(keyOf(awk, target.keys), value);
  } else if (target.type === 'field') {
    const index = toNumber(evaluate(awk, target.index));
    if (index === 0) setLine(state, toText(value));
    else if (index > 0 && index < 1000) {
      while (state.fields.length < index) state.fields.push('');
      state.fields[index - 1] = toText(value);
      rebuild(awk);
    }
  } else if (target.type === 'variable') {
    const locals = awk.locals.at(-1);
    if (locals?.has(target.name)) locals.set(target.name, value);
    else state.variables.set(target.name, value);
    if (target.name === 'NF') {
      state.fields.length = Math.min(1000, Math.max(0, toNumber(value)));
      state.fields = Array.from(state.fields, (field) => field ?? '');
      rebuild(awk);
    }
  }
  return value;
}

function rebuild(awk: Awk): void {
  awk.state.variables.set('NF', awk.state.fields.length);
  awk.state.line = awk.state.fields.join(variable(awk, 'OFS'));
}

function call(awk: Awk, { name, arguments: given }: Extract<Expression, { type: 'call' }>): Value {
  const called = awk.program.functions.get(name);
  if (!called) {
    const byValue = name === 'split' || name === 'sub' || name === 'gsub' || name === 'match';
    const values = given.map((one, index) =>
      byValue && (one.type === 'pattern' || (name === 'split' && index === 1)) ? '' : evaluate(awk, one),
    );
    const result = callBuiltin(awk, name, values, given);
    if (result === undefined) throw new BadProgram('Call to undefined function');
    return result;
  }
  if (awk.locals.length > deepestCall) throw new BadProgram('Segmentation fault');
  const frame = new Map<string, Value | Map<string, Value>>();
  for (const [index, parameter] of called.parameters.entries()) {
    const one = given[index];
    const isArray =
      one?.type === 'variable' && (awk.state.arrays.has(one.name) || awk.locals.at(-1)?.get(one.name) instanceof Map);
    frame.set(parameter, one ? (isArray ? arrayOf(awk, one.name) : evaluate(awk, one)) : { input: '' });
  }
  awk.locals.push(frame);
  const leaving = run(awk, called.body);
  awk.locals.pop();
  return typeof leaving === 'object' ? leaving.returned : '';
}
