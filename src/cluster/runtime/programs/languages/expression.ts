/** What a small expression of Python or JavaScript comes to; what is not understood throws `NotSimulated`. */
export class NotSimulated extends Error {}

/** A variable of the environment that is not there, where the language fails for it. */
export class MissingVariable extends Error {}

type Value = string | number;

interface Reader {
  rest: string;
  environment: ReadonlyMap<string, string>;
}

/** Evaluates texts, numbers, `+ - * / **`, the environment and the host's name. */
export function evaluateExpression(text: string, environment: ReadonlyMap<string, string>): Value {
  const reader: Reader = { rest: text.trim(), environment };
  const value = sum(reader);
  if (reader.rest !== '') throw new NotSimulated(text);
  return value;
}

/** Several, as the arguments of a call. */
export function evaluateList(text: string, environment: ReadonlyMap<string, string>): Value[] {
  const reader: Reader = { rest: text.trim(), environment };
  const values: Value[] = [];
  while (reader.rest !== '') {
    if (/^\w+\s*=(?!=)/.test(reader.rest)) {
      // A named argument such as flush=True changes nothing that is seen, save for these.
      if (/^(?:end|sep|file)\b/.test(reader.rest)) throw new NotSimulated(text);
      reader.rest = reader.rest.replace(/^\w+\s*=\s*\w+\s*,?\s*/, '');
      continue;
    }
    values.push(sum(reader));
    if (!take(reader, /^,/) && reader.rest !== '') throw new NotSimulated(text);
  }
  return values;
}

function take(reader: Reader, pattern: RegExp): RegExpExecArray | undefined {
  const found = pattern.exec(reader.rest);
  if (!found) return undefined;
  reader.rest = reader.rest.slice(found[0].length).trimStart();
  return found;
}

function sum(reader: Reader): Value {
  let left = product(reader);
  for (let sign = take(reader, /^[-+]/); sign; sign = take(reader, /^[-+]/)) {
    const right = product(reader);
    if (sign[0] === '+' && (typeof left === 'string' || typeof right === 'string')) left = `${left}${right}`;
    else left = Number(left) + (sign[0] === '+' ? 1 : -1) * Number(right);
  }
  return left;
}

function product(reader: Reader): Value {
  let left = power(reader);
  for (let sign = take(reader, /^[*/](?!\*)/); sign; sign = take(reader, /^[*/](?!\*)/)) {
    const right = power(reader);
    if (typeof left === 'string' && Number(right) * left.length < 10_000)
      left = left.repeat(Math.max(0, Number(right)));
    else if (typeof left === 'string') throw new NotSimulated('');
    else left = sign[0] === '*' ? left * Number(right) : left / Number(right);
  }
  return left;
}

function power(reader: Reader): Value {
  const base = primary(reader);
  return take(reader, /^\*\*/) ? Number(base) ** Number(power(reader)) : base;
}

const quoted = /^[rb]?(?:"((?:\\[\s\S]|[^"\\])*)"|'((?:\\[\s\S]|[^'\\])*)')/;

function primary(reader: Reader): Value {
  const formatted = take(reader, /^f(?:"((?:\\[\s\S]|[^"\\])*)"|'((?:\\[\s\S]|[^'\\])*)')/);
  if (formatted) return template(reader, formatted[1] ?? formatted[2] ?? '', /\{([^{}]*)\}/g);
  const backquoted = take(reader, /^`((?:\\[\s\S]|[^`\\])*)`/);
  if (backquoted) return template(reader, backquoted[1] ?? '', /\$\{([^{}]*)\}/g);
  const string = take(reader, quoted);
  if (string) return unescaped(string[1] ?? string[2] ?? '');
  const number = take(reader, /^-?\d[\d_]*\.?\d*(?:e\d+)?/i);
  if (number) return Number(number[0].replaceAll('_', ''));
  if (take(reader, /^\(/)) {
    const value = sum(reader);
    if (!take(reader, /^\)/)) throw new NotSimulated(reader.rest);
    return value;
  }
  if (
    take(
      reader,
      /^(?:socket\.gethostname\(\)|os\.uname\(\)\.nodename|os\.uname\(\)\[1\]|(?:os|require\(['"]os['"]\))\.hostname\(\))/,
    )
  )
    return '{hostname}';
  return variable(reader);
}

function variable(reader: Reader): Value {
  const strict = take(reader, /^os\.environ\[\s*['"](\w+)['"]\s*\]/);
  if (strict) {
    const value = reader.environment.get(strict[1] ?? '');
    if (value === undefined) throw new MissingVariable(strict[1]);
    return value;
  }
  const lenient = take(
    reader,
    /^os\.(?:environ\.get|getenv)\(\s*['"](\w+)['"]\s*(?:,\s*((?:"[^"]*"|'[^']*'|[\w.]+))\s*)?\)/,
  );
  if (lenient) {
    const [, name = '', fallback] = lenient;
    return (
      reader.environment.get(name) ??
      (fallback === undefined ? 'None' : evaluateExpression(fallback, reader.environment))
    );
  }
  const script = take(
    reader,
    /^process\.env(?:\.(\w+)|\[['"](\w+)['"]\])(?:\s*(?:\|\||\?\?)\s*((?:"[^"]*"|'[^']*'|\w+)))?/,
  );
  if (script) {
    const value = reader.environment.get(script[1] ?? script[2] ?? '');
    return value ?? (script[3] === undefined ? 'undefined' : evaluateExpression(script[3], reader.environment));
  }
  throw new NotSimulated(reader.rest);
}

function template(reader: Reader, text: string, holes: RegExp): string {
  return unescaped(text.replace(holes, (_all, inner: string) => String(evaluateExpression(inner, reader.environment))));
}

const escapes: Record<string, string> = { n: '\n', t: '\t', r: '\r', '0': '\0' };
const unescaped = (text: string): string => text.replace(/\\([\s\S])/g, (_all, code: string) => escapes[code] ?? code);
