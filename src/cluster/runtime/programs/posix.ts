/** A POSIX pattern as a regular expression: in basic ones `\(`, `\|` and such are special, the bare signs are not. */
export function toRegExp(pattern: string, extended: boolean): string {
  const brackets = /\[\^?\]?(?:\[:\w+:\]|[^\]])*\]/;
  const parts = pattern.match(new RegExp(`${brackets.source}|\\\\[\\s\\S]|[\\s\\S]`, 'g')) ?? [];
  return parts
    .map((part, index) => {
      if (part.length > 1 && part.startsWith('[')) return bracket(part);
      if (part === '\\<' || part === '\\>') return '\\b';
      if (extended) return part;
      if (/^\\[(){}|+?]$/.test(part)) return part.slice(1);
      if (/^[(){}|+?]$/.test(part)) return `\\${part}`;
      // Nothing is there to be repeated: the star stands for itself.
      if (part === '*' && (index === 0 || /^(?:\^|\\\()$/.test(parts[index - 1] ?? ''))) return '\\*';
      return part;
    })
    .join('');
}

function bracket(part: string): string {
  const classes: Record<string, string> = {
    alpha: 'A-Za-z',
    digit: '0-9',
    alnum: 'A-Za-z0-9',
    space: '\\s',
    blank: ' \\t',
    upper: 'A-Z',
    lower: 'a-z',
    punct: '!-\\/:-@\\[-`{-~',
    xdigit: '0-9A-Fa-f',
  };
  const negated = part.startsWith('[^');
  const inner = part.slice(negated ? 2 : 1, -1);
  const escaped = inner.replace(/\[:(\w+):\]|[\\\]]/g, (all, name?: string) =>
    name ? (classes[name] ?? '') : `\\${all}`,
  );
  return `[${negated ? '^' : ''}${escaped}]`;
}

/** No repetition within a repetition: such patterns can take for ever. And it must be a regular expression at all. */
export function isSafe(pattern: string): boolean {
  if (pattern.length > 500 || /[*+}][^()]*\)[*+{]/.test(pattern)) return false;
  try {
    new RegExp(pattern);
    return true;
  } catch (error) {
    if (error instanceof SyntaxError) return false;
    throw error;
  }
}

/** A longer text could take long to match. */
export const longestMatched = 4096;
