import { type Mark, scannerError, type YamlError } from './error.ts';
import { isAlpha, isBlank, isBlankOrEnd, isBreakOrEnd, isDigit, type Source } from './source.ts';
import type { Token } from './token.ts';

// Source of this file: go-yaml v2 scannerc.go, yaml_parser_scan_directive, _anchor, _tag.

const uriCharacter = /^[0-9A-Za-z_\-;/?:@&=+$,.!~*'()[\]%]$/;
const hexadecimal = /^[0-9A-Fa-f]{2}$/;

const refuse = (source: Source, problem: string): YamlError => scannerError(problem, source.mark());

/** `&name` or `*name`. */
export function scanAnchor(source: Source, kind: 'alias' | 'anchor'): Token {
  const mark = source.mark();
  source.skip();
  const name = source.take(isAlpha);
  const next = source.at();
  if (name === '' || !(isBlankOrEnd(next) || '?:,]}%@`'.includes(next)))
    throw refuse(source, 'did not find expected alphabetic or numeric character');
  return { kind, name, mark };
}

/** `!suffix`, `!handle!suffix` or `!<uri>`. */
export function scanTag(source: Source): Token {
  const mark = source.mark();
  let handle = '';
  let suffix: string;
  if (source.at(1) === '<') {
    source.skip(2);
    suffix = scanUri(source, '');
    if (source.at() !== '>') throw refuse(source, "did not find the expected '>'");
    source.skip();
  } else {
    handle = scanHandle(source, false);
    if (handle.length > 1 && handle.endsWith('!')) suffix = scanUri(source, '');
    else {
      suffix = scanUri(source, handle);
      handle = '!';
      if (suffix === '') [handle, suffix] = ['', '!'];
    }
  }
  if (!isBlankOrEnd(source.at())) throw refuse(source, 'did not find expected whitespace or line break');
  return { kind: 'tag', handle, suffix, mark };
}

function scanHandle(source: Source, isDirective: boolean): string {
  if (source.at() !== '!') throw refuse(source, "did not find expected '!'");
  source.skip();
  const name = source.take(isAlpha);
  if (source.at() === '!') {
    source.skip();
    return `!${name}!`;
  }
  if (isDirective && name !== '') throw refuse(source, "did not find expected '!'");
  return `!${name}`;
}

/** The rest of a tag behind what was first taken for its handle. */
function scanUri(source: Source, head: string): string {
  let uri = head.slice(1);
  let isEmpty = head === '';
  while (uriCharacter.test(source.at())) {
    uri += source.at() === '%' ? scanEscape(source) : source.takeOne();
    isEmpty = false;
  }
  if (isEmpty) throw refuse(source, 'did not find expected tag URI');
  return uri;
}

/** One character as its bytes in UTF-8: `%C3%A4`. */
function scanEscape(source: Source): string {
  let escaped = '';
  let width = 1;
  for (let count = 0; count < width; count++) {
    const digits = source.at(1) + source.at(2);
    if (source.at() !== '%' || !hexadecimal.test(digits)) throw refuse(source, 'did not find URI escaped octet');
    const octet = Number.parseInt(digits, 16);
    if (count === 0) {
      width = octet < 0x80 ? 1 : octet >= 0xf8 || octet < 0xc0 ? 0 : octet < 0xe0 ? 2 : octet < 0xf0 ? 3 : 4;
      if (width === 0) throw refuse(source, 'found an incorrect leading UTF-8 octet');
    } else if ((octet & 0xc0) !== 0x80) throw refuse(source, 'found an incorrect trailing UTF-8 octet');
    escaped += `%${digits}`;
    source.skip(3);
  }
  try {
    return decodeURIComponent(escaped);
  } catch {
    // Bytes that are shaped as UTF-8 and are none: Go writes such text with this character in their place.
    return '\ufffd';
  }
}

/** `%YAML 1.1` or `%TAG ! tag:example.com:`, the whole line. */
export function scanDirective(source: Source): Token {
  const mark = source.mark();
  source.skip();
  const name = source.take(isAlpha);
  if (name === '') throw refuse(source, 'could not find expected directive name');
  if (!isBlankOrEnd(source.at())) throw refuse(source, 'found unexpected non-alphabetical character');
  const token =
    name === 'YAML' ? scanVersion(source, mark) : name === 'TAG' ? scanTagDirective(source, mark) : undefined;
  if (!token) throw refuse(source, 'found unknown directive name');
  skipToLineEnd(source);
  source.takeBreak();
  return token;
}

function scanVersion(source: Source, mark: Mark): Token {
  source.take(isBlank);
  const major = scanNumber(source);
  if (source.at() !== '.') throw refuse(source, "did not find expected digit or '.' character");
  source.skip();
  return { kind: 'version directive', major, minor: scanNumber(source), mark };
}

function scanNumber(source: Source): number {
  let digits = '';
  while (isDigit(source.at())) {
    if (digits.length === 2) throw refuse(source, 'found extremely long version number');
    digits += source.takeOne();
  }
  if (digits === '') throw refuse(source, 'did not find expected version number');
  return Number(digits);
}

function scanTagDirective(source: Source, mark: Mark): Token {
  source.take(isBlank);
  const handle = scanHandle(source, true);
  if (!isBlank(source.at())) throw refuse(source, 'did not find expected whitespace');
  source.take(isBlank);
  const prefix = scanUri(source, '');
  if (!isBlankOrEnd(source.at())) throw refuse(source, 'did not find expected whitespace or line break');
  return { kind: 'tag directive', handle, prefix, mark };
}

/** Steps over blanks and a comment; anything else before the end of the line is refused. */
export function skipToLineEnd(source: Source): void {
  source.take(isBlank);
  if (source.at() === '#') source.takeLine();
  if (!isBreakOrEnd(source.at())) throw refuse(source, 'did not find expected comment or line break');
}
