import { filter } from './filter.ts';
import { options } from './options.ts';

interface Counts {
  l: number;
  w: number;
  c: number;
}
const none = (): Counts => ({ l: 0, w: 0, c: 0 });

/** Bytes of a text in UTF-8. */
export function byteLength(text: string): number {
  let bytes = 0;
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0;
    bytes += code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
  }
  return bytes;
}

/** Counts lines, words and bytes. */
export const wc = filter<{ columns: ('l' | 'w' | 'c')[]; now: Counts; total: Counts; files: number }>({
  name: 'wc',
  begin(_io, args) {
    const { letters, rest } = options(args, 'lwcmL');
    const columns = (['l', 'w', 'c'] as const).filter((letter) => letters.has(letter));
    return {
      state: {
        columns: columns.length > 0 ? columns : ['l', 'w', 'c'],
        now: none(),
        total: none(),
        files: rest.length,
      },
      files: rest,
    };
  },
  line(_io, state, line, ended) {
    state.now.l += ended ? 1 : 0;
    state.now.w += line.split(/\s+/).filter((word) => word !== '').length;
    state.now.c += byteLength(line) + (ended ? 1 : 0);
    return false;
  },
  fileEnd(io, state, file) {
    print(io, state, state.now, file === '-' ? '' : file);
    for (const column of ['l', 'w', 'c'] as const) state.total[column] += state.now[column];
    state.now = none();
  },
  end(io, state) {
    if (state.files > 1) print(io, state, state.total, 'total');
    return 0;
  },
});

function print(
  io: { out(text: string): void },
  { columns, files }: { columns: ('l' | 'w' | 'c')[]; files: number },
  counts: Counts,
  name: string,
): void {
  const width = columns.length > 1 || files > 1 ? 9 : 0;
  const numbers = columns.map((column) => String(counts[column]).padStart(width));
  io.out(`${numbers.join(columns.length > 1 ? ' ' : '')}${name && ` ${name}`}\n`);
}
