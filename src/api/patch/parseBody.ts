/** Why a text is no JSON, in the words of Go's encoding/json. */
export class BodyError extends Error {}

const quoted = (letter: string) =>
  letter === "'" ? `'\\''` : letter === '"' ? `'"'` : `'${JSON.stringify(letter).slice(1, -1)}'`;

/** Reads through a JSON text as Go's scanner does, to find its first fault. Source: encoding/json/scanner.go. */
class Scanner {
  private at = 0;
  private readonly text: string;

  constructor(text: string) {
    this.text = text;
  }

  document(): void {
    this.value();
    this.space();
    if (this.at < this.text.length) this.refuse('after top-level value');
  }

  private refuse(where: string): never {
    const letter = this.text[this.at];
    if (letter === undefined) throw new BodyError('unexpected end of JSON input');
    throw new BodyError(`invalid character ${quoted(letter)} ${where}`);
  }

  private space(): void {
    while (/[ \t\r\n]/.test(this.text[this.at] ?? '')) this.at++;
  }

  private take(letter: string): boolean {
    this.space();
    if (this.text[this.at] !== letter) return false;
    this.at++;
    return true;
  }

  private value(): void {
    if (this.take('{')) this.members('}', 'looking for beginning of object key string', 'after object key:value pair');
    else if (this.take('[')) this.members(']', 'looking for beginning of value', 'after array element');
    else if (this.take('"')) this.string();
    else if (/[-\d]/.test(this.text[this.at] ?? '')) this.number();
    else this.literal();
  }

  private members(end: '}' | ']', beginning: string, after: string): void {
    if (this.take(end)) return;
    do {
      if (end === '}') {
        if (!this.take('"')) this.refuse(beginning);
        this.string();
        if (!this.take(':')) this.refuse('after object key');
      }
      this.value();
    } while (this.take(','));
    if (!this.take(end)) this.refuse(after);
  }

  private string(): void {
    for (; ; this.at++) {
      const letter = this.text[this.at];
      if (letter === '"') break;
      if (letter === undefined || letter < ' ') this.refuse('in string literal');
      if (letter !== '\\') continue;
      this.at++;
      const letterAfter = this.text[this.at] ?? '';
      if (letterAfter === 'u') {
        for (let digit = 0; digit < 4; digit++) {
          this.at++;
          if (!/[0-9a-fA-F]/.test(this.text[this.at] ?? '')) this.refuse('in \\u hexadecimal character escape');
        }
      } else if (letterAfter === '' || !'bfnrt\\/"'.includes(letterAfter)) this.refuse('in string escape code');
    }
    this.at++;
  }

  private digits(where: string): void {
    if (!/\d/.test(this.text[this.at] ?? '')) this.refuse(where);
    while (/\d/.test(this.text[this.at] ?? '')) this.at++;
  }

  private number(): void {
    if (this.text[this.at] === '-') this.at++;
    if (this.text[this.at] === '0') this.at++;
    else this.digits('in numeric literal');
    if (this.text[this.at] === '.') {
      this.at++;
      this.digits('after decimal point in numeric literal');
    }
    if (/[eE]/.test(this.text[this.at] ?? '')) {
      this.at++;
      if (/[+-]/.test(this.text[this.at] ?? '')) this.at++;
      this.digits('in exponent of numeric literal');
    }
  }

  private literal(): void {
    const word = ['true', 'false', 'null'].find((candidate) => candidate[0] === this.text[this.at]);
    if (!word) this.refuse('looking for beginning of value');
    for (const letter of word) {
      if (this.text[this.at] !== letter) this.refuse(`in literal ${word} (expecting ${quoted(letter)})`);
      this.at++;
    }
  }
}

/** A body as it came: a text is parsed, all else was JSON already. Throws BodyError. */
export function parseBody(body: unknown): unknown {
  if (typeof body !== 'string') return body;
  new Scanner(body).document();
  return JSON.parse(body);
}
