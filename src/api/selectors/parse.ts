import type { Selector } from './labels.ts';
import { checkKey, newRequirement, type Operator, type Requirement, SelectorError } from './requirement.ts';

type Kind = 'end' | 'identifier' | ')' | ',' | '!' | '==' | '=' | '>' | 'in' | '<' | '!=' | 'notin' | '(' | 'error';
interface Token {
  kind: Kind;
  text: string;
}
const special = '=!(),><';
const specials = new Set(['=', '==', '!', '!=', '(', ')', ',', '>', '<']);
const isBlank = (character: string) => ' \t\r\n'.includes(character);
const end: Token = { kind: 'end', text: '' };

function scan(text: string): Token[] {
  const tokens: Token[] = [];
  let position = 0;
  while (position < text.length) {
    const start = position;
    const character = text.charAt(position);
    if (isBlank(character)) position++;
    else if (special.includes(character)) {
      // The longest known sign wins: after the first known one a further character must make another known one.
      position++;
      while (specials.has(text.slice(start, position + 1)) && position < text.length) position++;
      const sign = text.slice(start, position);
      tokens.push({ kind: sign as Kind, text: sign });
    } else {
      while (position < text.length && !special.includes(text.charAt(position)) && !isBlank(text.charAt(position)))
        position++;
      const word = text.slice(start, position);
      tokens.push({ kind: word === 'in' || word === 'notin' ? word : 'identifier', text: word });
    }
  }
  tokens.push(end);
  return tokens;
}

const operators: Partial<Record<Kind, Operator>> = {
  in: 'in',
  notin: 'notin',
  '=': '=',
  '==': '==',
  '!=': '!=',
  '>': 'gt',
  '<': 'lt',
};

class Parser {
  private position = 0;
  private readonly tokens: Token[];
  constructor(text: string) {
    this.tokens = scan(text);
  }

  /** The token ahead; where a value is expected, `in` and `notin` are ordinary words. */
  private peek(): Token {
    const token = this.tokens[this.position] ?? end;
    return token.kind === 'in' || token.kind === 'notin' ? { kind: 'identifier', text: token.text } : token;
  }
  private next(): Token {
    const token = this.peek();
    this.position++;
    return token;
  }
  private fail(message: string): never {
    throw new SelectorError(message);
  }

  parse(): Requirement[] {
    const requirements: Requirement[] = [];
    for (;;) {
      const token = this.peek();
      if (token.kind === 'end') return requirements;
      if (token.kind !== 'identifier' && token.kind !== '!')
        this.fail(`found '${token.text}', expected: !, identifier, or 'end of string'`);
      requirements.push(this.requirementOrError());
      const after = this.next();
      if (after.kind === 'end') return requirements;
      if (after.kind !== ',') this.fail(`found '${after.text}', expected: ',' or 'end of string'`);
      const following = this.peek();
      if (following.kind !== 'identifier' && following.kind !== '!')
        this.fail(`found '${following.text}', expected: identifier after ','`);
    }
  }

  private requirementOrError(): Requirement {
    try {
      return this.requirement();
    } catch (error) {
      if (error instanceof SelectorError) return this.fail(`unable to parse requirement: ${error.message}`);
      throw error;
    }
  }

  private requirement(): Requirement {
    const keyPath = '<nil>';
    let token = this.next();
    const negated = token.kind === '!';
    if (negated) token = this.next();
    if (token.kind !== 'identifier') this.fail(`found '${token.text}', expected: identifier`);
    checkKey(token.text, keyPath);
    const ahead = this.peek().kind;
    if (negated) return newRequirement(token.text, '!', [], keyPath);
    if (ahead === 'end' || ahead === ',') return newRequirement(token.text, 'exists', [], keyPath);
    const operator = this.operator();
    const values = operator === 'in' || operator === 'notin' ? this.values() : [this.exactValue()];
    return newRequirement(token.text, operator, [...new Set(values)].sort(), keyPath);
  }

  private operator(): Operator {
    const token = this.tokens[this.position] ?? end;
    this.position++;
    return operators[token.kind] ?? this.fail(`found '${token.text}', expected: in, notin, =, ==, !=, gt, lt`);
  }

  private values(): string[] {
    const open = this.next();
    if (open.kind !== '(') this.fail(`found '${open.text}' expected: '('`);
    const first = this.peek();
    if (first.kind === ')') {
      this.next();
      return [''];
    }
    if (first.kind !== 'identifier' && first.kind !== ',')
      this.fail(`found '${first.text}', expected: ',', ')' or identifier`);
    const values = this.list();
    if (this.next().kind !== ')') this.fail(`found '${first.text}', expected: ')'`);
    return values;
  }

  private list(): string[] {
    const values: string[] = [];
    for (;;) {
      const token = this.next();
      const ahead = this.peek();
      if (token.kind === 'identifier') {
        values.push(token.text);
        if (ahead.kind === ')') return values;
        if (ahead.kind !== ',') this.fail(`found '${ahead.text}', expected: ',' or ')'`);
      } else if (token.kind === ',') {
        if (values.length === 0) values.push('');
        if (ahead.kind === ')') return [...values, ''];
        if (ahead.kind === ',') {
          this.next();
          values.push('');
        }
      } else this.fail(`found '${token.text}', expected: ',', or identifier`);
    }
  }

  private exactValue(): string {
    const ahead = this.peek();
    if (ahead.kind === 'end' || ahead.kind === ',') return '';
    const token = this.next();
    return token.kind === 'identifier' ? token.text : this.fail(`found '${token.text}', expected: identifier`);
  }
}

/** The selector in a text as `kubectl -l` takes it (`app=web,tier in (a,b)`), sorted by key; throws SelectorError with Kubernetes' message. */
export function parseLabelSelector(text: string): Selector {
  return { requirements: new Parser(text).parse().sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0)) };
}
