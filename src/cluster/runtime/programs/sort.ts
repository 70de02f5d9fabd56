import { filter } from './filter.ts';
import { options } from './options.ts';

/** All lines in order: by bytes, or with `-n` by number. */
export const sort = filter<{ lines: string[]; letters: string[]; key: number }>({
  name: 'sort',
  begin(_io, args) {
    const { letters, values, rest } = options(args, 'nruf', 'kt');
    return {
      state: { lines: [], letters: [...letters], key: Number.parseInt(values.get('k') ?? '0', 10) },
      files: rest,
    };
  },
  line(_io, state, line) {
    state.lines.push(line);
    return false;
  },
  end(io, { lines, letters, key }) {
    const value = (line: string): string => (key > 0 ? (line.trim().split(/\s+/)[key - 1] ?? '') : line);
    const number = (line: string): number => Number.parseFloat(value(line)) || 0;
    const byText = (a: string, b: string): number => (a === b ? 0 : a < b ? -1 : 1);
    let sorted = lines.sort((a, b) =>
      letters.includes('n') ? number(a) - number(b) || byText(a, b) : byText(value(a), value(b)) || byText(a, b),
    );
    if (letters.includes('u')) sorted = sorted.filter((line, index) => line !== sorted[index - 1]);
    if (letters.includes('r')) sorted.reverse();
    io.out(sorted.map((line) => `${line}\n`).join(''));
    return 0;
  },
});

/** Lines that follow an equal one are left out. */
export const uniq = filter<{ last?: string; count: number; counted: boolean }>({
  name: 'uniq',
  begin(_io, args) {
    const { letters, rest } = options(args, 'cdu');
    return { state: { count: 0, counted: letters.has('c') }, files: rest };
  },
  line(io, state, line) {
    if (state.last !== undefined && state.last !== line) printGroup(io, state);
    state.count = state.last === line ? state.count + 1 : 1;
    state.last = line;
    return false;
  },
  end(io, state) {
    if (state.last !== undefined) printGroup(io, state);
    return 0;
  },
});

function printGroup(io: { out(text: string): void }, state: { last?: string; count: number; counted: boolean }): void {
  io.out(state.counted ? `${String(state.count).padStart(7)} ${state.last}\n` : `${state.last}\n`);
}
