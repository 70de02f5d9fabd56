import { filter } from './filter.ts';
import { options } from './options.ts';

/** Each line the other way round. */
export const rev = filter<null>({
  name: 'rev',
  begin: (_io, args) => ({ state: null, files: [...args] }),
  line(io, _state, line, ended) {
    io.out([...line].reverse().join('') + (ended ? '\n' : ''));
    return false;
  },
  end: () => 0,
});

/** The lines of each file, the last one first. */
export const tac = filter<{ lines: string[] }>({
  name: 'tac',
  begin: (_io, args) => ({ state: { lines: [] }, files: [...args] }),
  line(_io, state, line) {
    state.lines.push(line);
    return false;
  },
  fileEnd(io, state) {
    for (const line of state.lines.reverse()) io.out(`${line}\n`);
    state.lines = [];
  },
  end: () => 0,
});

/** Lines with their numbers; empty ones have none unless `-ba` is given. */
export const nl = filter<{ number: number; all: boolean }>({
  name: 'nl',
  begin(_io, args) {
    const { values, rest } = options(args, '', 'bsw');
    return { state: { number: 0, all: values.get('b') === 'a' }, files: rest };
  },
  line(io, state, line) {
    io.out(line === '' && !state.all ? '       \n' : `${String(++state.number).padStart(6)}\t${line}\n`);
    return false;
  },
  end: () => 0,
});
