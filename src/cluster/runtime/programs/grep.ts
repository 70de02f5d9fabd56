import { filter } from './filter.ts';
import { options } from './options.ts';
import { isSafe, longestMatched, toRegExp } from './posix.ts';

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
    const matches = line.slice(0, longestMatched).match(expression);
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
