import { scannerError } from './error.ts';
import { isBlank, isBlankOrEnd, isBreak, type Source } from './source.ts';
import type { Token } from './token.ts';

/** `---` or `...` at the beginning of a line, which ends every scalar. */
export function isDocumentIndicator(source: Source): boolean {
  if (source.column !== 0) return false;
  const first = source.at();
  return (
    (first === '-' || first === '.') && source.at(1) === first && source.at(2) === first && isBlankOrEnd(source.at(3))
  );
}

/** Blanks and line breaks between the words of a scalar. */
interface Gap {
  blanks: string;
  firstBreak: string;
  otherBreaks: string;
}

/** Steps over a gap; `check` is called before each blank behind a line break. */
export function scanGap(source: Source, startsBroken: boolean, check?: () => void): Gap & { isBroken: boolean } {
  const gap = { blanks: '', firstBreak: '', otherBreaks: '', isBroken: startsBroken };
  for (;;) {
    const character = source.at();
    if (isBlank(character)) {
      if (gap.isBroken) {
        check?.();
        source.skip();
      } else gap.blanks += source.takeOne();
    } else if (isBreak(character)) {
      if (gap.isBroken) gap.otherBreaks += source.takeBreak();
      else {
        gap.firstBreak = source.takeBreak();
        gap.isBroken = true;
      }
    } else return gap;
  }
}

/** What a gap is read as: one line break is a blank, more of them are one less. */
export function folded({ blanks, firstBreak, otherBreaks, isBroken }: Gap & { isBroken: boolean }): string {
  if (!isBroken) return blanks;
  if (!firstBreak.startsWith('\n')) return firstBreak + otherBreaks;
  return otherBreaks === '' ? ' ' : otherBreaks;
}

const escapes: Record<string, string> = {
  '0': '\0',
  a: '\x07',
  b: '\b',
  t: '\t',
  '\t': '\t',
  n: '\n',
  v: '\v',
  f: '\f',
  r: '\r',
  e: '\x1b',
  ' ': ' ',
  '"': '"',
  "'": "'",
  '\\': '\\',
  N: '\u0085',
  _: '\u00a0',
  L: '\u2028',
  P: '\u2029',
};
const codeLengths: Record<string, number> = { x: 2, u: 4, U: 8 };

/** A text in quotes. Source: go-yaml v2 scannerc.go yaml_parser_scan_flow_scalar. */
export function scanFlowScalar(source: Source, isSingle: boolean): Token {
  const mark = source.mark();
  const quote = isSingle ? "'" : '"';
  source.skip();
  let value = '';
  for (;;) {
    if (isDocumentIndicator(source)) throw scannerError('found unexpected document indicator', source.mark());
    if (source.at() === '') throw scannerError('found unexpected end of stream', source.mark());
    const { text, isBroken } = scanWord(source, quote);
    value += text;
    if (source.at() === quote) break;
    const gap = scanGap(source, isBroken);
    // A line break that was escaped is nothing, the empty lines behind it are kept.
    value += isBroken ? gap.otherBreaks : folded(gap);
  }
  source.skip();
  return { kind: 'scalar', value, style: isSingle ? 'single-quoted' : 'double-quoted', mark };
}

/** Up to a blank, a line break or the closing quote; `isBroken` where it ended with an escaped line break. */
function scanWord(source: Source, quote: string): { text: string; isBroken: boolean } {
  let text = '';
  for (;;) {
    text += source.take((character) => !isBlankOrEnd(character) && character !== quote && character !== '\\');
    const character = source.at();
    if (character === quote) {
      if (quote === '"' || source.at(1) !== "'") return { text, isBroken: false };
      text += quote;
      source.skip(2);
    } else if (character === '\\' && quote === "'") text += source.takeOne();
    else if (character === '\\') {
      if (isBreak(source.at(1))) {
        source.skip();
        source.takeBreak();
        return { text, isBroken: true };
      }
      text += scanEscape(source);
    } else return { text, isBroken: false };
  }
}

function scanEscape(source: Source): string {
  const letter = source.at(1);
  const simple = escapes[letter];
  const length = codeLengths[letter];
  if (simple === undefined && length === undefined) throw scannerError('found unknown escape character', source.mark());
  source.skip(2);
  if (length === undefined) return simple ?? '';
  let digits = '';
  for (let ahead = 0; ahead < length; ahead++) digits += source.at(ahead);
  if (digits.length < length || !/^[0-9A-Fa-f]+$/.test(digits))
    throw scannerError('did not find expected hexdecimal number', source.mark());
  const point = Number.parseInt(digits, 16);
  if ((point >= 0xd800 && point <= 0xdfff) || point > 0x10ffff)
    throw scannerError('found invalid Unicode character escape code', source.mark());
  source.skip(length);
  return String.fromCodePoint(point);
}
