import type { Fix, Problem } from '../document.ts';
import type { Parsed } from '../locate.ts';
import type { Fixer } from './fix.ts';
import { fixKind } from './kind.ts';
import { fixName } from './name.ts';
import { fixQuote } from './quote.ts';
import { fixRestartPolicy } from './restartPolicy.ts';
import { fixSelector } from './selector.ts';
import { fixUnknownField } from './unknownField.ts';
import { fixUnsupportedValue } from './unsupportedValue.ts';

/** The commonest mistakes. Adding one is one file and one line. */
const fixers: readonly Fixer[] = [
  fixKind,
  fixSelector,
  fixName,
  fixUnknownField,
  fixUnsupportedValue,
  fixQuote,
  fixRestartPolicy,
];

/** The ways to mend a problem. */
export function fixesFor(problem: Problem, parsed: Parsed): Fix[] {
  return fixers.flatMap((fixer) => fixer(problem, parsed)).filter(({ edits }) => edits.length > 0);
}
