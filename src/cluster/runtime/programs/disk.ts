import { listDirectory, lookUp, lookUpLink } from '../files/files.ts';
import { absolutePath, join } from '../files/path.ts';
import type { Machine } from '../processes/machine.ts';
import { shortSize } from './dd.ts';
import { options } from './options.ts';
import { type Io, simple } from './simple.ts';
import { sizeOf } from './size.ts';

const block = 4096;

/** Kibibytes that a tree takes on the disk; `tell` hears of each directory in it. */
function treeSize(
  io: Io,
  path: string,
  shown: string,
  tell: (shown: string, kibibytes: number, depth: number) => void,
  depth = 0,
): number {
  const entry = lookUpLink(io.machine, path);
  if (!entry) return 0;
  if (entry.type !== 'directory') return (Math.ceil(sizeOf(entry) / block) * block) / 1024;
  let sum = block / 1024;
  for (const name of listDirectory(io.machine, path))
    sum += treeSize(io, join(path, name), shown === '/' ? `/${name}` : `${shown}/${name}`, tell, depth + 1);
  tell(shown, sum, depth);
  return sum;
}

/** What trees take: `-s` in sum only, `-h` in short, `-d DEPTH`. */
export const du = simple((io, args) => {
  const { letters, values, rest } = options(args, 'shkmacx', 'd');
  const deepest = letters.has('s') ? 0 : Number(values.get('d') ?? Number.POSITIVE_INFINITY);
  const size = (kibibytes: number): string => {
    if (letters.has('h')) return shortSize(kibibytes * 1024);
    return String(letters.has('m') ? Math.ceil(kibibytes / 1024) : kibibytes);
  };
  let status = 0;
  for (const given of rest.length > 0 ? rest : ['.']) {
    const path = absolutePath(io.directory, given);
    const entry = lookUp(io.machine, path);
    if (!entry) {
      io.err(`du: ${given}: No such file or directory\n`);
      status = 1;
      continue;
    }
    const sum = treeSize(io, path, given, (shown, kibibytes, depth) => {
      if (depth <= deepest) io.out(`${size(kibibytes)}\t${shown}\n`);
    });
    if (entry.type !== 'directory') io.out(`${size(sum)}\t${given}\n`);
  }
  return status;
});

const nodeDisk = 100 * 2 ** 30;

/** The file systems that a container sees: its own, its volumes, and what the kernel gives. */
export const df = simple((io, args) => {
  const { letters, rest } = options(args, 'hkmPTai');
  const human = letters.has('h');
  const used = usedBytes(io.machine);
  const rows: [string, number, number, string][] = [
    ['overlay', nodeDisk, used, '/'],
    ['tmpfs', 64 * 2 ** 20, 0, '/dev'],
    ...io.machine.container.config.mounts.map(({ path }): [string, number, number, string] => [
      '/dev/vda1',
      nodeDisk,
      used,
      path,
    ]),
    ['shm', 64 * 2 ** 20, 0, '/dev/shm'],
  ];
  const chosen = rest.length === 0 ? rows : rest.map((path) => mountOf(rows, absolutePath(io.directory, path)));
  const amount = (bytes: number): string => (human ? shortSize(bytes) : String(Math.floor(bytes / 1024)));
  const row = (name: string, size: string, taken: string, free: string, share: string, path: string): string =>
    `${name.padEnd(20)} ${size.padStart(9)} ${taken.padStart(9)} ${free.padStart(9)} ${share.padStart(4)} ${path}\n`;
  io.out(row('Filesystem', human ? 'Size' : '1K-blocks', 'Used', 'Available', 'Use%', 'Mounted on'));
  for (const [name, size, taken, path] of chosen)
    io.out(row(name, amount(size), amount(taken), amount(size - taken), `${Math.ceil((taken / size) * 100)}%`, path));
  return 0;
});

type Row = [string, number, number, string];
const mountOf = (rows: readonly Row[], path: string): Row =>
  rows.reduce<Row>(
    (best, row) =>
      (path === row[3] || path.startsWith(row[3] === '/' ? '/' : `${row[3]}/`)) && row[3].length > best[3].length
        ? row
        : best,
    rows[0] ?? ['overlay', nodeDisk, 0, '/'],
  );

/** What the container and the volumes of its Pod hold, above what the node's own system takes. */
function usedBytes({ container, sandbox }: Machine): number {
  const sum = (entries: Iterable<Parameters<typeof sizeOf>[0]>): number =>
    [...entries].reduce((all, entry) => all + sizeOf(entry), 0);
  return (
    12 * 2 ** 30 +
    sum(container.files.values()) +
    [...sandbox.volumes.values()].reduce((all, volume) => all + sum(volume.values()), 0)
  );
}
