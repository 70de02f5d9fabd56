import { filter } from './filter.ts';
import { options } from './options.ts';

/** The first lines (10, or `-n N`, `-N`) or characters (`-c N`). */
export const head = filter<{ lines: number; characters: number }>({
  name: 'head',
  begin(_io, args) {
    const { values, rest } = options(args, 'qv', 'nc', 'n');
    const characters = values.get('c');
    return {
      state: {
        lines: characters === undefined ? Number(values.get('n') ?? '10') : Number.MAX_SAFE_INTEGER,
        characters: characters === undefined ? Number.MAX_SAFE_INTEGER : Number(characters),
      },
      files: rest,
    };
  },
  piecewise: (state) => state.lines === Number.MAX_SAFE_INTEGER,
  line(io, state, line, ended) {
    if (state.lines <= 0 || state.characters <= 0) return true;
    const text = (line + (ended ? '\n' : '')).slice(0, state.characters);
    io.out(text);
    state.lines--;
    state.characters -= text.length;
    return state.lines <= 0 || state.characters <= 0;
  },
  end: () => 0,
});
