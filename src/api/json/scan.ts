/** What is wrong with a JSON text, in the words of Go's encoding/json. */
export class JsonError extends Error {
  /** The character that cannot stand where it does; undefined where the text ends too early. */
  readonly at: number | undefined;

  constructor(message: string, at?: number) {
    super(message);
    this.at = at;
  }
}

const hexadecimal = /[0-9A-Fa-f]/;
const isDigit = (character: string): boolean => character >= '0' && character <= '9';
const isSpace = (character: string): boolean =>
  character === ' ' || character === '\n' || character === '\t' || character === '\r';

/** Go would read ten times as many levels; no object has more than a few dozen. */
const deepest = 1000;

/** A character as messages show it: the first byte of one beyond ASCII, as Go reads bytes. */
function quoted(character: string): string {
  if (character === "'") return "'\\''";
  if (character === '"') return `'"'`;
  const point = character.codePointAt(0) ?? 0;
  if (point >= 0x800) return `'${String.fromCharCode(point < 0x10000 ? 0xe0 | (point >> 12) : 0xf0 | (point >> 18))}'`;
  if (point >= 0x80) return `'${String.fromCharCode(0xc0 | (point >> 6))}'`;
  if (character === '\x07') return "'\\a'";
  if (character === '\v') return "'\\v'";
  return `'${JSON.stringify(character)
    .slice(1, -1)
    .replace(/^\\u00/, '\\x')}'`;
}

/** Steps through one JSON value; its methods return the place behind what they name. Source: encoding/json scanner.go. */
class JsonScanner {
  private readonly text: string;
  private position: number;

  constructor(text: string, start: number) {
    this.text = text;
    this.position = start;
  }

  /** The character here; '' at the end. */
  private here(): string {
    return this.text.charAt(this.position);
  }

  private skipSpace(): void {
    while (isSpace(this.here())) this.position++;
  }

  /** Nothing but blanks may follow. */
  end(): void {
    this.skipSpace();
    if (this.here() !== '') throw this.refuse('after top-level value');
  }

  private refuse(context: string): JsonError {
    const character = this.here();
    if (character === '') return new JsonError('unexpected EOF');
    return new JsonError(`invalid character ${quoted(character)} ${context}`, this.position);
  }

  /** One value with all that is in it; the place behind it. */
  value(): number {
    const open: ('{' | '[')[] = [];
    for (;;) {
      this.skipSpace();
      const character = this.here();
      if (character === '{' || character === '[') {
        open.push(character);
        if (open.length > deepest) throw new JsonError(`nested more than ${deepest} levels deep`, this.position);
        this.position++;
        if (!this.takeClosing(character)) {
          if (character === '{') this.key();
          continue;
        }
        open.pop();
      } else this.scalar();
      this.close(open);
      if (open.length === 0) return this.position;
    }
  }

  /** Behind a value: closes what ends here, and steps over the comma before the next value. */
  private close(open: ('{' | '[')[]): void {
    for (let inner = open.at(-1); inner; inner = open.at(-1)) {
      this.skipSpace();
      if (this.here() === ',') {
        this.position++;
        if (inner === '{') this.key();
        return;
      }
      if (this.here() !== (inner === '{' ? '}' : ']'))
        throw this.refuse(inner === '{' ? 'after object key:value pair' : 'after array element');
      this.position++;
      open.pop();
    }
  }

  private takeClosing(opening: '{' | '['): boolean {
    this.skipSpace();
    if (this.here() !== (opening === '{' ? '}' : ']')) return false;
    this.position++;
    return true;
  }

  private key(): void {
    this.skipSpace();
    if (this.here() !== '"') throw this.refuse('looking for beginning of object key string');
    this.string();
    this.skipSpace();
    if (this.here() !== ':') throw this.refuse('after object key');
    this.position++;
  }

  private scalar(): void {
    const character = this.here();
    if (character === '"') this.string();
    else if (character === '-' || isDigit(character)) this.number();
    else if (character === 't') this.literal('true');
    else if (character === 'f') this.literal('false');
    else if (character === 'n') this.literal('null');
    else throw this.refuse('looking for beginning of value');
  }

  private literal(word: string): void {
    for (const letter of word) {
      if (this.here() !== letter) throw this.refuse(`in literal ${word} (expecting '${letter}')`);
      this.position++;
    }
  }

  private string(): void {
    this.position++;
    for (;;) {
      const character = this.here();
      if (character < ' ') throw this.refuse('in string literal');
      this.position++;
      if (character === '"') return;
      if (character === '\\') this.escape();
    }
  }

  private escape(): void {
    const letter = this.here();
    if (letter === '' || !'bfnrt\\/"u'.includes(letter)) throw this.refuse('in string escape code');
    this.position++;
    for (let count = 0; letter === 'u' && count < 4; count++) {
      if (!hexadecimal.test(this.here())) throw this.refuse('in \\u hexadecimal character escape');
      this.position++;
    }
  }

  private number(): void {
    if (this.here() === '-') this.position++;
    if (this.here() === '0') this.position++;
    else this.digits('in numeric literal');
    if (this.here() === '.') {
      this.position++;
      this.digits('after decimal point in numeric literal');
    }
    if (this.here() !== 'e' && this.here() !== 'E') return;
    this.position++;
    if (this.here() === '+' || this.here() === '-') this.position++;
    this.digits('in exponent of numeric literal');
  }

  private digits(context: string): void {
    if (!isDigit(this.here())) throw this.refuse(context);
    while (isDigit(this.here())) this.position++;
  }
}

/** Where the JSON value ends that begins at `start`; undefined where only blanks follow. Throws a JsonError. */
export function endOfJson(text: string, start: number): number | undefined {
  return /\S/.test(text.slice(start)) ? new JsonScanner(text, start).value() : undefined;
}

/** A text that is one JSON value. Throws a JsonError. Source: encoding/json Unmarshal. */
export function parseJson(text: string): unknown {
  try {
    const scanner = new JsonScanner(text, 0);
    scanner.value();
    scanner.end();
  } catch (error) {
    if (error instanceof JsonError && error.at === undefined) throw new JsonError('unexpected end of JSON input');
    throw error;
  }
  return JSON.parse(text);
}
