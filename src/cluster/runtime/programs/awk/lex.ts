import { BadProgram } from './syntax.ts';

export interface Token {
  type: 'number' | 'text' | 'pattern' | 'name' | 'call' | 'sign' | 'newline' | 'end';
  text: string;
}

const signs = /^(?:&&|\|\||==|<=|>=|!=|!~|\+\+|--|\+=|-=|\*=|\/=|%=|\^=|\*\*|>>|[-{}()[\];,+*/%^!<>|?:~$=])/;
const escapes: Record<string, string> = {
  n: '\n',
  t: '\t',
  r: '\r',
  '"': '"',
  '\\': '\\',
  '/': '/',
  a: '\x07',
  b: '\b',
};

/** The tokens of an awk program. Throws `BadProgram`. */
export function lex(text: string): Token[] {
  const tokens: Token[] = [];
  let at = 0;
  const take = (type: Token['type'], length: number, value = text.slice(at, at + length)): void => {
    tokens.push({ type, text: value });
    at += length;
  };
  while (at < text.length) {
    const rest = text.slice(at);
    const blank = /^(?:[ \t\r]|\\\n|#[^\n]*)+/.exec(rest)?.[0];
    const number = /^(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?/.exec(rest)?.[0];
    const name = /^[A-Za-z_]\w*/.exec(rest)?.[0];
    const string = /^"((?:\\[\s\S]|[^"\\\n])*)"/.exec(rest);
    if (blank) at += blank.length;
    else if (rest.startsWith('\n')) take('newline', 1);
    else if (number) take('number', number.length);
    else if (name) take(rest[name.length] === '(' ? 'call' : 'name', name.length);
    else if (string) take('text', string[0].length, unescapeString(string[1] ?? ''));
    else if (rest.startsWith('/') && mayBePattern(tokens.at(-1))) {
      const pattern = /^\/((?:\\[\s\S]|\[\^?\]?[^\]]*\]|[^/\\\n])*)\//.exec(rest);
      if (!pattern) throw new BadProgram('unterminated regexp');
      take('pattern', pattern[0].length, (pattern[1] ?? '').replaceAll('\\/', '/'));
    } else {
      const sign = signs.exec(rest)?.[0];
      if (!sign) throw new BadProgram('Unexpected token');
      take('sign', sign.length, sign === '**' ? '^' : sign);
    }
  }
  tokens.push({ type: 'end', text: '' });
  return tokens;
}

const unescapeString = (text: string): string =>
  text.replace(/\\([0-7]{1,3}|[\s\S])/g, (_all, code: string) =>
    /^[0-7]/.test(code) ? String.fromCharCode(Number.parseInt(code, 8)) : (escapes[code] ?? `\\${code}`),
  );

/** A slash begins a pattern where no value stands before it that could be divided. */
function mayBePattern(before: Token | undefined): boolean {
  if (!before || before.type === 'newline' || before.type === 'call') return true;
  return before.type === 'sign' && ![')', ']', '$', '++', '--'].includes(before.text);
}
