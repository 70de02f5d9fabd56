import { goJson } from '../api/json/write.ts';

/**
 * kubectl's JSONPath, as far as people use it: fields, quoted fields, indexes, slices, wildcards, recursive descent,
 * comparisons as filters, `range`. Source: k8s.io/client-go util/jsonpath.
 */

type Step =
  | { kind: 'field'; name: string }
  | { kind: 'all' }
  | { kind: 'index'; index: number }
  | { kind: 'slice'; from?: number; to?: number; step: number }
  | { kind: 'filter'; left: Step[]; operator: string; right: string | number | boolean | undefined | Step[] }
  | { kind: 'descend' };

type Part =
  | { kind: 'text'; text: string }
  | { kind: 'path'; steps: Step[] }
  | { kind: 'range'; steps: Step[]; body: Part[] };

/** Throws an Error with kubectl's message where the template is wrong. */
export function renderJsonPath(template: string, data: unknown): string {
  const { parts } = parseTemplate(template, 0, false);
  return renderParts(parts, data);
}

/** All values at a path such as `.metadata.name` or `{.spec.containers[*].image}`. */
export function valuesAt(path: string, data: unknown): unknown[] {
  const bare = path.replace(/^\{(.*)\}$/, '$1');
  return follow(parsePath(bare.startsWith('.') || bare.startsWith('[') ? bare : `.${bare}`, path), [data]);
}

function renderParts(parts: Part[], data: unknown): string {
  return parts
    .map((part) => {
      if (part.kind === 'text') return part.text;
      const values = follow(part.steps, [data]);
      if (part.kind === 'range') return values.map((value) => renderParts(part.body, value)).join('');
      return values.map(show).join(' ');
    })
    .join('');
}

/** Text as it is, anything else as JSON. */
function show(value: unknown): string {
  if (value === null || value === undefined) return '';
  return typeof value === 'string' ? value : goJson(value);
}

function parseTemplate(template: string, start: number, inRange: boolean): { parts: Part[]; end: number } {
  const parts: Part[] = [];
  let position = start;
  while (position < template.length) {
    const open = template.indexOf('{', position);
    if (open === -1) {
      parts.push({ kind: 'text', text: template.slice(position) });
      position = template.length;
      break;
    }
    if (open > position) parts.push({ kind: 'text', text: template.slice(position, open) });
    const close = closingBrace(template, open);
    const action = template.slice(open + 1, close).trim();
    position = close + 1;
    if (action === 'end') {
      if (!inRange) throw new Error('not in range, nothing to end');
      return { parts, end: position };
    }
    if (action.startsWith('range ')) {
      const { parts: body, end } = parseTemplate(template, position, true);
      parts.push({ kind: 'range', steps: parsePath(action.slice(6).trim(), template), body });
      position = end;
    } else if (/^(["']).*\1$/s.test(action)) {
      parts.push({ kind: 'text', text: unescapeText(action.slice(1, -1)) });
    } else parts.push({ kind: 'path', steps: parsePath(action, template) });
  }
  if (inRange) throw new Error('unclosed action');
  return { parts, end: position };
}

const unescapeText = (text: string): string =>
  text.replace(/\\(.)/gs, (_, letter: string) => ({ n: '\n', t: '\t' })[letter] ?? letter);

function closingBrace(template: string, open: number): number {
  let quote = '';
  let brackets = 0;
  for (let i = open + 1; i < template.length; i++) {
    const character = template.charAt(i);
    if (quote) {
      if (character === '\\') i++;
      else if (character === quote) quote = '';
    } else if (character === '"' || character === "'") quote = character;
    else if (character === '[') brackets++;
    else if (character === ']') brackets--;
    else if (character === '}') return i;
  }
  throw new Error(brackets > 0 ? 'unterminated array' : 'unclosed action');
}

function parsePath(path: string, whole: string): Step[] {
  const steps: Step[] = [];
  let rest = path.replace(/^[$@]/, '');
  while (rest.length > 0) {
    if (rest.startsWith('..')) {
      steps.push({ kind: 'descend' });
      rest = rest.charAt(2) === '[' ? rest.slice(2) : rest.slice(1);
    } else if (rest.startsWith('[')) {
      const end = closingBracket(rest);
      steps.push(parseBracket(rest.slice(1, end), whole));
      rest = rest.slice(end + 1);
    } else if (rest.startsWith('.')) {
      const match = /^\.((?:\\.|[^.[\]\\ ])*)/s.exec(rest);
      const name = (match?.[1] ?? '').replace(/\\(.)/gs, '$1');
      if (name === '*') steps.push({ kind: 'all' });
      else if (name) steps.push({ kind: 'field', name });
      rest = rest.slice(match?.[0].length ?? 1);
    } else throw new Error(`unrecognized character in action: U+${hex(rest)} '${rest.charAt(0)}'`);
  }
  return steps;
}

const hex = (text: string): string => text.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0');

function closingBracket(text: string): number {
  let depth = 0;
  for (let i = 0; i < text.length; i++) {
    if (text.charAt(i) === '[') depth++;
    else if (text.charAt(i) === ']' && --depth === 0) return i;
  }
  throw new Error('unterminated array');
}

function parseBracket(inner: string, whole: string): Step {
  const text = inner.trim();
  if (text === '*') return { kind: 'all' };
  const quoted = /^(['"])(.*)\1$/s.exec(text);
  if (quoted) return { kind: 'field', name: (quoted[2] ?? '').replace(/\\(.)/gs, '$1') };
  const filter = /^\?\((.*)\)$/s.exec(text);
  if (filter) return parseFilter((filter[1] ?? '').trim(), whole);
  if (/^-?\d+$/.test(text)) return { kind: 'index', index: Number(text) };
  const slice = /^(-?\d*):(-?\d*)(?::(-?\d*))?$/.exec(text);
  if (!slice) throw new Error(`invalid array index ${text}`);
  return {
    kind: 'slice',
    ...(slice[1] && { from: Number(slice[1]) }),
    ...(slice[2] && { to: Number(slice[2]) }),
    step: slice[3] ? Number(slice[3]) : 1,
  };
}

function parseFilter(text: string, whole: string): Step {
  const match = /^(@[^=!<>]*?)\s*(==|!=|<=|>=|<|>)\s*(.+)$/s.exec(text);
  if (!match) return { kind: 'filter', left: parsePath(text, whole), operator: 'exists', right: undefined };
  const [, left = '', operator = '', right = ''] = match;
  const quoted = /^(['"])(.*)\1$/s.exec(right);
  const literal = quoted ? (quoted[2] ?? '') : right === 'true' ? true : right === 'false' ? false : Number(right);
  const side = right.startsWith('@') ? parsePath(right, whole) : literal;
  return { kind: 'filter', left: parsePath(left, whole), operator, right: side };
}

function follow(steps: Step[], values: unknown[]): unknown[] {
  return steps.reduce((reached, step) => reached.flatMap((value) => next(step, value)), values);
}

function next(step: Step, value: unknown): unknown[] {
  switch (step.kind) {
    case 'field': {
      if (value === null || typeof value !== 'object' || Array.isArray(value)) return [];
      const child = (value as Record<string, unknown>)[step.name];
      return child === undefined || child === null ? [] : [child];
    }
    case 'all':
      return value !== null && typeof value === 'object' ? Object.values(value) : [];
    case 'index': {
      if (!Array.isArray(value)) return [];
      const index = step.index < 0 ? value.length + step.index : step.index;
      if (index < 0 || index >= value.length)
        throw new Error(`array index out of bounds: index ${step.index}, length ${value.length}`);
      return [value[index]];
    }
    case 'slice': {
      if (!Array.isArray(value)) return [];
      return value.slice(step.from, step.to).filter((_, i) => i % step.step === 0);
    }
    case 'filter':
      return Array.isArray(value) ? value.filter((item) => passes(step, item)) : [];
    case 'descend':
      return descend(value);
  }
}

function passes(step: Step & { kind: 'filter' }, item: unknown): boolean {
  const left = follow(step.left, [item]);
  if (step.operator === 'exists') return left.length > 0;
  const right = Array.isArray(step.right) ? follow(step.right, [item])[0] : step.right;
  const [a] = left;
  if (a === undefined) return false;
  const [x, y] = [a, right] as [number, number];
  switch (step.operator) {
    case '==':
      return x === y;
    case '!=':
      return x !== y;
    case '<':
      return x < y;
    case '<=':
      return x <= y;
    case '>':
      return x > y;
    default:
      return x >= y;
  }
}

function descend(value: unknown): unknown[] {
  if (value === null || typeof value !== 'object') return [];
  return [value, ...Object.values(value).flatMap(descend)];
}
