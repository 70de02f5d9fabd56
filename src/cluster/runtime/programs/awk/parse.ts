import { isSafe, toRegExp } from '../posix.ts';
import { lex, type Token } from './lex.ts';
import { type AwkProgram, BadProgram, type Expression, type Statement } from './syntax.ts';

/** Parses an awk program: recursive descent over POSIX's grammar. Throws `BadProgram`. */
export function parseAwk(text: string): AwkProgram {
  const known = parsed.get(text);
  if (known) return known;
  const program = new Parser(lex(text)).program();
  if (parsed.size >= mostKept) parsed.clear();
  parsed.set(text, program);
  return program;
}

// A program is asked for at every line.
const parsed = new Map<string, AwkProgram>();
const mostKept = 50;

class Parser {
  private at = 0;
  private readonly tokens: readonly Token[];
  /** Within the list of a print `>` is no comparison. */
  private noGreater = false;

  constructor(tokens: readonly Token[]) {
    this.tokens = tokens;
  }

  program(): AwkProgram {
    const rules: AwkProgram['rules'] = [];
    const functions = new Map<string, { parameters: string[]; body: Statement[] }>();
    this.skipLines();
    while (this.now.type !== 'end') {
      if (this.takeName('function') || this.takeName('func')) this.definition(functions);
      else if (this.takeName('BEGIN')) rules.push({ when: 'BEGIN', body: this.block() });
      else if (this.takeName('END')) rules.push({ when: 'END', body: this.block() });
      else if (this.is('{')) rules.push({ when: 'line', body: this.block() });
      else {
        const from = this.expression();
        const to = this.take(',') ? this.expression() : undefined;
        rules.push({ when: 'line', from, ...(to && { to }), ...(this.is('{') && { body: this.block() }) });
      }
      this.skipLines();
    }
    return { rules, functions };
  }

  private definition(functions: Map<string, { parameters: string[]; body: Statement[] }>): void {
    const name = this.next().text;
    this.expect('(');
    const parameters: string[] = [];
    while (!this.take(')')) {
      parameters.push(this.next().text);
      this.take(',');
    }
    this.skipNewlines();
    functions.set(name, { parameters, body: this.block() });
  }

  private get now(): Token {
    return this.tokens[this.at] ?? { type: 'end', text: '' };
  }
  private next(): Token {
    const token = this.now;
    this.at++;
    return token;
  }
  private is(...texts: string[]): boolean {
    return this.now.type === 'sign' && texts.includes(this.now.text);
  }
  private take(text: string): boolean {
    if (!this.is(text)) return false;
    this.at++;
    return true;
  }
  private isName(text: string): boolean {
    return (this.now.type === 'name' || this.now.type === 'call') && this.now.text === text;
  }
  private takeName(text: string): boolean {
    if (!this.isName(text)) return false;
    this.at++;
    return true;
  }
  private expect(text: string): void {
    if (!this.take(text)) throw new BadProgram('Unexpected token');
  }
  private skipNewlines(): void {
    while (this.now.type === 'newline') this.at++;
  }
  private skipLines(): void {
    while (this.now.type === 'newline' || this.is(';')) this.at++;
  }

  private block(): Statement[] {
    this.skipNewlines();
    this.expect('{');
    const statements: Statement[] = [];
    this.skipLines();
    while (!this.take('}')) {
      if (this.now.type === 'end') throw new BadProgram('Unexpected end of string');
      statements.push(...this.statement());
      this.skipLines();
    }
    return statements;
  }

  private body(): Statement[] {
    this.skipNewlines();
    if (this.take(';')) return [];
    return this.statement();
  }

  private statement(): Statement[] {
    if (this.is('{')) return this.block();
    if (this.takeName('if')) return [this.conditional()];
    if (this.takeName('while')) {
      const test = this.parenthesized();
      return [{ type: 'while', test, body: this.body(), first: false }];
    }
    if (this.takeName('do')) {
      const body = this.body();
      this.skipLines();
      if (!this.takeName('while')) throw new BadProgram('Unexpected token');
      return [{ type: 'while', test: this.parenthesized(), body, first: true }];
    }
    if (this.takeName('for')) return [this.loop()];
    const simple = this.simple();
    if (!this.is(';', '}') && this.now.type !== 'newline' && this.now.type !== 'end')
      throw new BadProgram('Unexpected token');
    return [simple];
  }

  private conditional(): Statement {
    const test = this.parenthesized();
    const yes = this.body();
    const place = this.at;
    this.skipLines();
    if (this.takeName('else')) return { type: 'if', test, yes, no: this.body() };
    this.at = place;
    return { type: 'if', test, yes, no: [] };
  }

  private parenthesized(): Expression {
    this.expect('(');
    const value = this.expression();
    this.expect(')');
    return value;
  }

  private loop(): Statement {
    this.expect('(');
    const [name, word, array, close] = this.tokens.slice(this.at, this.at + 4);
    if (word?.text === 'in' && close?.text === ')' && name && array) {
      this.at += 4;
      return { type: 'each', name: name.text, array: array.text, body: this.body() };
    }
    const begin = this.is(';') ? undefined : this.simple();
    this.expect(';');
    const test = this.is(';') ? undefined : this.expression();
    this.expect(';');
    const step = this.is(')') ? undefined : this.simple();
    this.expect(')');
    return { type: 'for', ...(begin && { begin }), ...(test && { test }), ...(step && { step }), body: this.body() };
  }

  private simple(): Statement {
    for (const type of ['next', 'break', 'continue'] as const) if (this.takeName(type)) return { type };
    for (const type of ['exit', 'return'] as const) {
      if (!this.takeName(type)) continue;
      if (this.is(';', '}') || this.now.type === 'newline' || this.now.type === 'end') return { type };
      return { type, value: this.expression() };
    }
    if (this.takeName('delete')) {
      const array = this.next().text;
      return { type: 'delete', array, ...(this.take('[') && { keys: this.list(']') }) };
    }
    if (this.isName('print') || this.isName('printf')) return this.print();
    if (this.isName('getline')) throw new BadProgram('getline is not simulated by Podarium');
    return { type: 'expression', value: this.expression() };
  }

  private print(): Statement {
    const formatted = this.next().text === 'printf';
    let values: Expression[] = [];
    this.noGreater = true;
    if (!this.is(';', '}', '>', '>>', '|') && this.now.type !== 'newline' && this.now.type !== 'end') {
      values = [this.expression()];
      while (this.take(',')) {
        this.skipNewlines();
        values.push(this.expression());
      }
      const [only] = values;
      if (values.length === 1 && only?.type === 'group') values = only.values;
    }
    this.noGreater = false;
    if (this.is('|')) throw new BadProgram('a pipe out of awk is not simulated by Podarium');
    const append = this.is('>>');
    if (!append && !this.is('>')) return { type: 'print', values, formatted };
    this.at++;
    return { type: 'print', values, formatted, target: { append, file: this.concatenation() } };
  }

  private list(close: string): Expression[] {
    const values: Expression[] = [];
    const { noGreater } = this;
    this.noGreater = false;
    this.skipNewlines();
    while (!this.take(close)) {
      values.push(this.expression());
      this.skipNewlines();
      if (!this.is(close)) this.expect(',');
      this.skipNewlines();
    }
    this.noGreater = noGreater;
    return values;
  }

  private expression(): Expression {
    const left = this.choice();
    const isTarget = left.type === 'variable' || left.type === 'field' || left.type === 'element';
    if (!isTarget || !this.is('=', '+=', '-=', '*=', '/=', '%=', '^=')) return left;
    const operator = this.next().text;
    this.skipNewlines();
    return { type: 'assign', operator: operator.slice(0, -1), target: left, value: this.expression() };
  }

  private choice(): Expression {
    const test = this.binary(0);
    if (!this.take('?')) return test;
    this.skipNewlines();
    const yes = this.expression();
    this.skipNewlines();
    this.expect(':');
    this.skipNewlines();
    return { type: 'choice', test, yes, no: this.expression() };
  }

  /** `||`, `&&`, `in`, `~`, comparisons: from loose to tight. */
  private binary(level: number): Expression {
    const levels = [['||'], ['&&'], ['in'], ['~', '!~'], ['<', '<=', '==', '!=', '>', '>=']];
    const operators = levels[level];
    if (!operators) return this.concatenation();
    let left = this.binary(level + 1);
    for (;;) {
      if (operators[0] === 'in') {
        if (!this.takeName('in')) return left;
        const keys = left.type === 'group' ? left.values : [left];
        left = { type: 'in', keys, array: this.next().text };
        continue;
      }
      if (!this.is(...operators) || (this.noGreater && this.is('>'))) return left;
      const operator = this.next().text;
      this.skipNewlines();
      left = { type: 'binary', operator, left, right: this.binary(level + 1) };
    }
  }

  private concatenation(): Expression {
    let left = this.sum();
    while (this.beginsValue()) left = { type: 'binary', operator: ' ', left, right: this.sum() };
    return left;
  }

  private beginsValue(): boolean {
    const { type, text } = this.now;
    if (type === 'name' || type === 'call') return text !== 'in';
    if (type === 'sign') return ['$', '!', '(', '-', '+', '++', '--'].includes(text);
    return type === 'number' || type === 'text' || type === 'pattern';
  }

  private sum(): Expression {
    let left = this.product();
    while (this.is('+', '-')) left = { type: 'binary', operator: this.next().text, left, right: this.product() };
    return left;
  }

  private product(): Expression {
    let left = this.unary();
    while (this.is('*', '/', '%')) left = { type: 'binary', operator: this.next().text, left, right: this.unary() };
    return left;
  }

  private unary(): Expression {
    if (this.is('!', '-', '+')) {
      const operator = this.next().text as '!' | '-' | '+';
      return { type: 'unary', operator, operand: this.unary() };
    }
    return this.power();
  }

  private power(): Expression {
    const base = this.postfix();
    if (!this.take('^')) return base;
    return { type: 'binary', operator: '^', left: base, right: this.unary() };
  }

  private postfix(): Expression {
    const target = this.primary();
    const isTarget = target.type === 'variable' || target.type === 'field' || target.type === 'element';
    if (!isTarget || !this.is('++', '--')) return target;
    return { type: 'step', by: this.next().text === '++' ? 1 : -1, before: false, target };
  }

  private primary(): Expression {
    const token = this.next();
    switch (token.type) {
      case 'number':
        return { type: 'number', value: Number(token.text) };
      case 'text':
        return { type: 'text', value: token.text };
      case 'pattern':
        return { type: 'pattern', source: expressionOf(token.text) };
      case 'call':
        return this.call(token.text);
      case 'name':
        return this.named(token.text);
      case 'sign':
        return this.signed(token.text);
      default:
        throw new BadProgram('Unexpected end of string');
    }
  }

  private call(name: string): Expression {
    if (name === 'getline' || name === 'system') throw new BadProgram(`${name} is not simulated by Podarium`);
    this.expect('(');
    return { type: 'call', name, arguments: this.list(')') };
  }

  private named(name: string): Expression {
    if (name === 'length') return { type: 'call', name, arguments: [] };
    if (name === 'getline') throw new BadProgram('getline is not simulated by Podarium');
    if (this.take('[')) return { type: 'element', array: name, keys: this.list(']') };
    return { type: 'variable', name };
  }

  private signed(sign: string): Expression {
    switch (sign) {
      case '$':
        return { type: 'field', index: this.is('++', '--', '-') ? this.unary() : this.primary() };
      case '++':
      case '--':
        return { type: 'step', by: sign === '++' ? 1 : -1, before: true, target: this.primary() };
      case '(':
        return { type: 'group', values: this.list(')') };
      default:
        throw new BadProgram('Unexpected token');
    }
  }
}

/** A pattern as the regular expression that stands for it. Throws `BadProgram` where it is none. */
export function expressionOf(pattern: string): string {
  const source = toRegExp(pattern, true);
  if (!isSafe(source)) throw new BadProgram(`bad regex '${pattern}'`);
  return source;
}
