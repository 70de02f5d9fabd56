import { filter } from './filter.ts';
import { options } from './options.ts';

interface Grep {
  pattern: string;
  flags: string;
  letters: string[];
  line: number;
  count: number;
  found: boolean;
}

/** Prints the lines that match a pattern. */
export const grep = filter<Grep>({
  name: 'grep',
  begin(io, args) {
    const { letters, values, rest } = options(args, 'EFqivcnohHswx', 'em');
    const given = values.get('e') ?? rest.shift();
    if (given === undefined) {
      io.err('grep: no pattern\n');
      return { exit: 2 };
    }
    let pattern = letters.has('F') ? escapeRegExp(given) : toRegExp(given, letters.has('E'));
    if (letters.has('w')) pattern = `\\b(?:${pattern})\\b`;
    if (letters.has('x')) pattern = `^(?:${pattern})$`;
    if (!isSafe(pattern)) {
      io.err(`grep: bad regex '${given}'\n`);
      return { exit: 2 };
    }
    const flags = letters.has('i') ? 'i' : '';
    return {
      state: { pattern, flags, letters: [...letters], line: 0, count: 0, found: false },
      files: rest,
    };
  },
  line(io, state, line) {
    state.line++;
    const has = (letter: string): boolean => state.letters.includes(letter);
    const expression = new RegExp(state.pattern, `${state.flags}g`);
    // A longer line could take long to match.
    const matches = line.slice(0, 4096).match(expression);
    if ((matches !== null) === has('v')) return false;
    state.found = true;
    state.count++;
    if (has('q')) return true;
    if (has('c')) return false;
    const number = has('n') ? `${state.line}:` : '';
    if (has('o') && matches) for (const match of matches) io.out(`${match}\n`);
    else io.out(`${number}${line}\n`);
    return false;
  },
  end(io, state) {
    if (state.letters.includes('c')) io.out(`${state.count}\n`);
    return state.found ? 0 : 1;
  },
});

const escapeRegExp = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** A POSIX pattern as a regular expression: in basic ones `\(`, `\|` and such are special, the bare signs are not. */
export function toRegExp(pattern: string, extended: boolean): string {
  const brackets = /\[\^?\]?(?:\[:\w+:\]|[^\]])*\]/;
  const parts = pattern.match(new RegExp(`${brackets.source}|\\\\[\\s\\S]|[\\s\\S]`, 'g')) ?? [];
  return parts
    .map((part) => {
      if (part.length > 1 && part.startsWith('[')) return bracket(part);
      if (!extended && /^\\[(){}|+?]$/.test(part)) return part.slice(1);
      if (!extended && /^[(){}|+?]$/.test(part)) return `\\${part}`;
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
function isSafe(pattern: string): boolean {
  if (pattern.length > 500 || /[*+}][^()]*\)[*+{]/.test(pattern)) return false;
  try {
    new RegExp(pattern);
    return true;
  } catch (error) {
    if (error instanceof SyntaxError) return false;
    throw error;
  }
}
