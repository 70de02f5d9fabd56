import { filter } from './filter.ts';
import { options } from './options.ts';

/** Parts of each line: fields (`-f`, separated by `-d`, a tab) or characters (`-c`). */
export const cut = filter<{ separator?: string; ranges: [number, number][]; strict: boolean }>({
  name: 'cut',
  begin(io, args) {
    const { letters, values, rest } = options(args, 's', 'dfcb');
    const list = values.get('f') ?? values.get('c') ?? values.get('b');
    if (!list) {
      io.err('cut: expected a list of bytes, characters, or fields\n');
      return { exit: 1 };
    }
    const ranges = list.split(',').map((range): [number, number] => {
      const [low = '', high] = range.split('-');
      return [Number(low || '1'), high === undefined ? Number(low) : Number(high || Number.MAX_SAFE_INTEGER)];
    });
    const separator = values.get('d') ?? '\t';
    return { state: { ...(values.has('f') && { separator }), ranges, strict: letters.has('s') }, files: rest };
  },
  line(io, { separator, ranges, strict }, line) {
    if (separator !== undefined && !line.includes(separator)) {
      if (!strict) io.out(`${line}\n`);
      return false;
    }
    const parts = separator === undefined ? [...line] : line.split(separator);
    const chosen = parts.filter((_part, index) => ranges.some(([low, high]) => low <= index + 1 && index + 1 <= high));
    io.out(`${chosen.join(separator ?? '')}\n`);
    return false;
  },
  end: () => 0,
});
