import { type Mark, yamlError } from './error.ts';

/** go-yaml reads its input in pieces of so many bytes, and refuses a control character as soon as it has read it. */
const pieceBytes = 512;

const isAllowed = (point: number): boolean =>
  (point >= 0x20 && point <= 0x7e) ||
  point === 0x09 ||
  point === 0x0a ||
  point === 0x0d ||
  point === 0x85 ||
  (point >= 0xa0 && point <= 0xfffd) ||
  point > 0xffff;

const widthOf = (point: number): number => (point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x10000 ? 3 : 4);

/** Characters of indentation and between words. */
export const isBlank = (character: string): boolean => character === ' ' || character === '\t';

export const isBreak = (character: string): boolean =>
  character === '\n' ||
  character === '\r' ||
  character === '\u0085' ||
  character === '\u2028' ||
  character === '\u2029';

/** A line break, or the end of the text, which reads as ''. */
export const isBreakOrEnd = (character: string): boolean => character === '' || isBreak(character);

export const isBlankOrEnd = (character: string): boolean => isBlank(character) || isBreakOrEnd(character);

/** What names of anchors, tags and directives are made of. */
export const isAlpha = (character: string): boolean => /^[0-9A-Za-z_-]$/.test(character);

export const isDigit = (character: string): boolean => character >= '0' && character <= '9' && character !== '';

/** The text of a document and the place in it up to which it has been scanned. Source: go-yaml v2 readerc.go. */
export class Source {
  line = 0;
  column = 0;
  /** Characters before this place. */
  index = 0;
  private readonly text: string;
  private position = 0;
  /** How far the text was read, ahead of the place. */
  private readTo = 0;

  constructor(text: string) {
    this.text = text.startsWith('\ufeff') ? text.slice(1) : text;
  }

  /** The character here, or so many further; '' behind the end. */
  at(ahead = 0): string {
    const position = this.position + ahead;
    while (position >= this.readTo) this.readPiece();
    return this.text.charAt(position);
  }

  mark(): Mark {
    return { line: this.line, column: this.column };
  }

  /** Steps over a character that is no line break. */
  skip(count = 1): void {
    for (let step = 0; step < count; step++) {
      const point = this.text.codePointAt(this.position) ?? 0;
      this.position += point > 0xffff ? 2 : 1;
      this.index++;
      this.column++;
    }
  }

  /** Steps over characters for as long as they are wanted, and gives them; `wanted` says no to '' and to line breaks. */
  take(wanted: (character: string) => boolean): string {
    const start = this.position;
    while (wanted(this.at())) this.skip();
    return this.text.slice(start, this.position);
  }

  /** The rest of the line, without its break. */
  takeLine(): string {
    return this.take((character) => !isBreakOrEnd(character));
  }

  /** Steps over one character and gives it. */
  takeOne(): string {
    const start = this.position;
    this.skip();
    return this.text.slice(start, this.position);
  }

  /** Steps over a line break, if there is one, and gives it; all but two rare ones are read as `\n`. */
  takeBreak(): string {
    const character = this.at();
    if (!isBreak(character)) return '';
    const length = character === '\r' && this.at(1) === '\n' ? 2 : 1;
    this.position += length;
    this.index += length;
    this.column = 0;
    this.line++;
    return character === '\u2028' || character === '\u2029' ? character : '\n';
  }

  private readPiece(): void {
    let bytes = 0;
    let position = this.readTo;
    while (position < this.text.length) {
      const point = this.text.codePointAt(position) ?? 0;
      bytes += widthOf(point);
      if (bytes > pieceBytes) break;
      if (!isAllowed(point)) throw yamlError('control characters are not allowed', this.mark());
      position += point > 0xffff ? 2 : 1;
    }
    this.readTo = position < this.text.length ? position : Number.POSITIVE_INFINITY;
  }
}
