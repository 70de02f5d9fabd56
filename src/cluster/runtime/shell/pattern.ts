/**
 * Shell patterns: `*`, `?`, `[a-z]`, `[!a]`, a backslash before a character that stands for itself.
 * Own code, and no regular expression: matching must take bounded time whatever the pattern is.
 */
export function matchPattern(pattern: string, text: string): boolean {
  let at = 0;
  let index = 0;
  let star = -1;
  let starIndex = 0;
  while (index < text.length) {
    const next = at < pattern.length ? matchOne(pattern, at, text[index] as string) : 0;
    if (pattern[at] === '*') {
      star = at++;
      starIndex = index;
    } else if (next > 0) {
      at = next;
      index++;
    } else if (star >= 0) {
      at = star + 1;
      index = ++starIndex;
    } else {
      return false;
    }
  }
  while (pattern[at] === '*') at++;
  return at === pattern.length;
}

/** The place in the pattern after what matches this character; 0 where nothing does. */
function matchOne(pattern: string, at: number, character: string): number {
  switch (pattern[at]) {
    case '*':
      return 0;
    case '?':
      return at + 1;
    case '\\':
      if (at + 1 < pattern.length) return pattern[at + 1] === character ? at + 2 : 0;
      return character === '\\' ? at + 1 : 0;
    case '[':
      return matchBracket(pattern, at, character) ?? (character === '[' ? at + 1 : 0);
    default:
      return pattern[at] === character ? at + 1 : 0;
  }
}

const classes: Record<string, RegExp> = {
  alpha: /[A-Za-z]/,
  digit: /\d/,
  alnum: /[A-Za-z\d]/,
  upper: /[A-Z]/,
  lower: /[a-z]/,
  space: /\s/,
  punct: /[!-/:-@[-`{-~]/,
  xdigit: /[\dA-Fa-f]/,
};

/** As matchOne, for `[...]`; undefined where the bracket is never closed. */
function matchBracket(pattern: string, open: number, character: string): number | undefined {
  let at = open + 1;
  const negated = pattern[at] === '!' || pattern[at] === '^';
  if (negated) at++;
  let found = false;
  for (let first = true; at < pattern.length; first = false) {
    if (pattern[at] === ']' && !first) return found === negated ? 0 : at + 1;
    const named = /^\[:(\w+):\]/.exec(pattern.slice(at, at + 12));
    if (named) {
      found ||= classes[named[1] ?? '']?.test(character) ?? false;
      at += named[0].length;
      continue;
    }
    if (pattern[at] === '\\' && at + 1 < pattern.length) at++;
    const low = pattern[at] as string;
    if (pattern[at + 1] === '-' && at + 2 < pattern.length && pattern[at + 2] !== ']') {
      found ||= low <= character && character <= (pattern[at + 2] as string);
      at += 3;
    } else {
      found ||= low === character;
      at++;
    }
  }
  return undefined;
}

/** Puts a backslash before everything in a text that a pattern would take for more than itself. */
export function escapePattern(text: string): string {
  return text.replace(/[*?[\]\\]/g, '\\$&');
}

/** True where a text, unquoted, stands for names of files. */
export function isPattern(text: string): boolean {
  return /[*?[]/.test(text);
}
