import { scannerError } from './error.ts';
import { folded, isDocumentIndicator, scanGap } from './flowScalar.ts';
import { isBlank, isBlankOrEnd, isBreak, type Source } from './source.ts';
import type { Token } from './token.ts';

const flowIndicators = ',?[]{}';

/** Whether a text without quotes ends before this character, which is neither blank nor a break. */
function endsPlain(source: Source, character: string, isInFlow: boolean): boolean {
  if (character === ':') return isBlankOrEnd(source.at(1));
  return isInFlow && flowIndicators.includes(character);
}

/**
 * A text without quotes, which may go over several lines; `isBroken` where line breaks follow it, behind which a key may
 * begin. `outer` is the indentation of the collection it stands in. Source: go-yaml v2 yaml_parser_scan_plain_scalar.
 */
export function scanPlainScalar(source: Source, outer: number, isInFlow: boolean): { token: Token; isBroken: boolean } {
  const mark = source.mark();
  const indent = outer + 1;
  let value = '';
  let gap = '';
  let isBroken = false;
  while (!isDocumentIndicator(source) && source.at() !== '#') {
    const word = source.take((character) => !isBlankOrEnd(character) && !endsPlain(source, character, isInFlow));
    if (word !== '') {
      value += gap + word;
      gap = '';
      isBroken = false;
    }
    if (!isBlank(source.at()) && !isBreak(source.at())) break;
    const found = scanGap(source, isBroken, () => {
      if (source.column < indent && source.at() === '\t')
        throw scannerError('found a tab character that violates indentation', source.mark());
    });
    isBroken = found.isBroken;
    gap = folded(found);
    if (!isInFlow && source.column < indent) break;
  }
  return { token: { kind: 'scalar', value, style: 'plain', mark }, isBroken };
}
