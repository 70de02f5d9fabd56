import { filter } from './filter.ts';
import { options } from './options.ts';

/** Prints files, or what it reads. */
export const cat = filter<{ numbered: boolean; line: number }>({
  name: 'cat',
  begin(_io, args) {
    const { letters, rest } = options(args, 'nuvetA');
    return { state: { numbered: letters.has('n'), line: 0 }, files: rest };
  },
  piecewise: (state) => !state.numbered,
  line(io, state, line, ended) {
    const number = state.numbered ? `${String(++state.line).padStart(6)}\t` : '';
    io.out(number + line + (ended ? '\n' : ''));
    return false;
  },
  end: () => 0,
});
