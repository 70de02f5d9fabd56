import { scannerError } from './error.ts';
import { isBlank, isBreak, isDigit, type Source } from './source.ts';
import { skipToLineEnd } from './tags.ts';
import type { Token } from './token.ts';

/** What stands behind `|` or `>`: how the end is kept, and by how much the text is indented (0: to be seen). */
interface Header {
  chomping: string;
  increment: number;
}

function scanHeader(source: Source): Header {
  const header: Header = { chomping: '', increment: 0 };
  // Both may be given, each once, in either order.
  for (let turn = 0; turn < 2; turn++) {
    const character = source.at();
    if ((character === '+' || character === '-') && !header.chomping) header.chomping = character;
    else if (isDigit(character) && header.increment === 0) {
      if (character === '0') throw scannerError('found an indentation indicator equal to 0', source.mark());
      header.increment = Number(character);
    } else break;
    source.skip();
  }
  skipToLineEnd(source);
  return header;
}

/**
 * A text behind `|` or `>`; `outer` is the indentation of the collection it stands in.
 * Source: go-yaml v2 scannerc.go yaml_parser_scan_block_scalar.
 */
export function scanBlockScalar(source: Source, isLiteral: boolean, outer: number): Token {
  const mark = source.mark();
  source.skip();
  const { chomping, increment } = scanHeader(source);
  source.takeBreak();
  const given = increment > 0 ? Math.max(outer, 0) + increment : 0;
  let { breaks, indent } = scanBreaks(source, given, outer);
  let value = '';
  let leadingBreak = '';
  let isPreviousMore = false;
  while (source.column === indent && source.at() !== '') {
    const isMore = isBlank(source.at());
    if (!isLiteral && leadingBreak.startsWith('\n') && !isPreviousMore && !isMore) {
      if (breaks === '') value += ' ';
    } else value += leadingBreak;
    value += breaks;
    isPreviousMore = isMore;
    value += source.takeLine();
    leadingBreak = source.takeBreak();
    ({ breaks, indent } = scanBreaks(source, indent, outer));
  }
  if (chomping !== '-') value += leadingBreak;
  if (chomping === '+') value += breaks;
  return { kind: 'scalar', value, style: isLiteral ? 'literal' : 'folded', mark };
}

/** Steps over empty lines and indentation; where the indentation is not known yet, the deepest seen is it. */
function scanBreaks(source: Source, indent: number, outer: number): { breaks: string; indent: number } {
  let breaks = '';
  let deepest = 0;
  for (;;) {
    while ((indent === 0 || source.column < indent) && source.at() === ' ') source.skip();
    deepest = Math.max(deepest, source.column);
    if ((indent === 0 || source.column < indent) && source.at() === '\t')
      throw scannerError('found a tab character where an indentation space is expected', source.mark());
    if (!isBreak(source.at())) break;
    breaks += source.takeBreak();
  }
  return { breaks, indent: indent === 0 ? Math.max(deepest, outer + 1, 1) : indent };
}
