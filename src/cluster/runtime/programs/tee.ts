import { writeText } from '../files/files.ts';
import { absolutePath } from '../files/path.ts';
import { filter } from './filter.ts';
import { options } from './options.ts';

/** Prints what it reads and writes it to files too. */
export const tee = filter<{ paths: string[] }>({
  name: 'tee',
  begin(io, args) {
    const { letters, rest } = options(args, 'ai');
    const paths = rest.map((path) => absolutePath(io.directory, path));
    for (const path of paths) {
      const error = letters.has('a') ? undefined : writeText(io.machine, path, '');
      if (error) io.err(`tee: ${path}: ${error}\n`);
    }
    return { state: { paths }, files: [] };
  },
  line(io, { paths }, line, ended) {
    const text = line + (ended ? '\n' : '');
    io.out(text);
    for (const path of paths) writeText(io.machine, path, text, true);
    return false;
  },
  end: () => 0,
});
