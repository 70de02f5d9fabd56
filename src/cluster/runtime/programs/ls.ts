import { toTimestamp } from '../../../api/time.ts';
import { listDirectory, lookUp, lookUpLink } from '../files/files.ts';
import { absolutePath, join } from '../files/path.ts';
import { options } from './options.ts';
import { type Io, simple } from './simple.ts';
import { sizeOf } from './size.ts';

/** Names in directories, one a line as where the output is no terminal; `-l` in full, `-a` hidden ones too. */
export const ls = simple((io, args) => {
  const { letters, rest } = options(args, 'alA1hdRtrF');
  const paths = rest.length > 0 ? rest : ['.'];
  let status = 0;
  for (const path of paths) {
    const full = absolutePath(io.directory, path);
    const entry = lookUp(io.machine, full);
    if (!entry) {
      io.err(`ls: ${path}: No such file or directory\n`);
      status = 1;
      continue;
    }
    if (entry.type !== 'directory' || letters.has('d')) {
      io.out(`${letters.has('l') ? details(io, full, path) : path}\n`);
      continue;
    }
    if (paths.length > 1) io.out(`${path}:\n`);
    const hidden = letters.has('a') || letters.has('A');
    const names = listDirectory(io.machine, full).filter((name) => hidden || !name.startsWith('.'));
    if (letters.has('a')) names.unshift('.', '..');
    if (letters.has('l')) io.out(`total ${names.length * 4}\n`);
    for (const name of names) io.out(`${letters.has('l') ? details(io, join(full, name), name) : name}\n`);
    if (paths.length > 1 && path !== paths.at(-1)) io.out('\n');
  }
  return status;
});

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

function details(io: Io, path: string, name: string): string {
  const entry = lookUpLink(io.machine, path) ?? { type: 'directory', at: 0 };
  const at = 'at' in entry ? entry.at : 0;
  const size = sizeOf(entry);
  const executable = entry.type === 'program' || (entry.type === 'file' && entry.executable);
  const kind = { directory: 'd', link: 'l', device: 'c', file: '-', program: '-', removed: '-' }[entry.type];
  const mode = entry.type === 'link' ? 'rwxrwxrwx' : executable || kind === 'd' ? 'rwxr-xr-x' : 'rw-r--r--';
  const [, month = '', day = '', hour = '', minute = ''] = toTimestamp(at).split(/[-T:Z]/);
  const when = `${months[Number(month) - 1]} ${String(Number(day)).padStart(2)} ${hour}:${minute}`;
  const target = entry.type === 'link' ? ` -> ${entry.target}` : '';
  return `${kind}${mode}    1 root     root     ${String(size).padStart(9)} ${when} ${name}${target}`;
}
