import type { Node, Stored } from '../../../api/objects.ts';
import { toBytes } from '../../../api/quantity.ts';
import { toTimestamp } from '../../../api/time.ts';
import { nextInteger } from '../../world/chance.ts';
import { getObject } from '../../world/store.ts';
import { lookUp, lookUpLink, putEntry, readText } from '../files/files.ts';
import { absolutePath, join } from '../files/path.ts';
import type { Machine } from '../processes/machine.ts';
import { smallProgram } from '../work.ts';
import { options } from './options.ts';
import { simple } from './simple.ts';
import { sizeOf } from './size.ts';

const capacityOf = ({ world, node }: Machine, resource: string): string | number | undefined =>
  getObject<Stored<Node>>(world.store, 'nodes', node)?.status?.capacity?.[resource];

/** How many processors there are: those of the node, a limit does not lessen them. */
export const nproc = simple((io) => {
  io.out(`${capacityOf(io.machine, 'cpu') ?? '4'}\n`);
  return 0;
});

/** Memory of the node, as /proc/meminfo has it also in a container. */
export const free = simple((io, args) => {
  const { letters } = options(args, 'bkmgh');
  const total = toBytes(capacityOf(io.machine, 'memory') ?? '8Gi');
  const used = memoryOfProcesses(io.machine) + total * 0.08;
  const unit = letters.has('b')
    ? 1
    : letters.has('g')
      ? 2 ** 30
      : letters.has('m') || letters.has('h')
        ? 2 ** 20
        : 1024;
  const cached = total * 0.2;
  const cells = (...numbers: number[]): string =>
    numbers.map((number) => String(Math.floor(number / unit)).padStart(12)).join('');
  io.out('              total        used        free      shared  buff/cache   available\n');
  io.out(`Mem:   ${cells(total, used, total - used - cached, 0, cached, total - used)}\n`);
  io.out(`Swap:  ${cells(0, 0, 0)}\n`);
  return 0;
});

function memoryOfProcesses(machine: Machine): number {
  let sum = 0;
  for (const process of machine.container.processes.values())
    sum += machine.programOf(process.program)?.memory?.(machine, process) ?? smallProgram;
  return sum;
}

/** How long the node has been up is not known: since the container began. */
export const uptime = simple((io) => {
  const { world, container } = io.machine;
  const minutes = Math.floor((world.now - (container.startedAt ?? world.now)) / 60_000);
  const up = minutes >= 60 ? `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')}` : `${minutes} min`;
  io.out(` ${toTimestamp(world.now).slice(11, 19)} up ${up},  0 users,  load average: 0.08, 0.05, 0.01\n`);
  return 0;
});

/** Size, kind and time of change of a file; `-c FORMAT` with %s %n %F %a %U %G %Y. */
export const stat = simple((io, args) => {
  const { values, rest } = options(args, 'tLf', 'c');
  let status = 0;
  for (const name of rest) {
    const entry = lookUpLink(io.machine, absolutePath(io.directory, name));
    if (!entry) {
      io.err(`stat: can't stat '${name}': No such file or directory\n`);
      status = 1;
      continue;
    }
    const at = 'at' in entry ? entry.at : 0;
    const executable =
      entry.type === 'program' || entry.type === 'directory' || (entry.type === 'file' && entry.executable);
    const kind = {
      file: 'regular file',
      program: 'regular file',
      directory: 'directory',
      link: 'symbolic link',
      device: 'character special file',
      removed: '',
    }[entry.type];
    const mode = entry.type === 'link' ? '777' : executable ? '755' : '644';
    const facts: Record<string, string> = {
      s: String(sizeOf(entry)),
      n: name,
      F: entry.type === 'file' && sizeOf(entry) === 0 ? 'regular empty file' : kind,
      a: mode,
      U: 'root',
      G: 'root',
      u: '0',
      g: '0',
      Y: String(Math.floor(at / 1000)),
      y: `${toTimestamp(at).replace('T', ' ').replace('Z', '')}.000000000 +0000`,
    };
    const format = values.get('c');
    if (format !== undefined)
      io.out(`${format.replace(/%([a-zA-Z])/g, (all, letter: string) => facts[letter] ?? all)}\n`);
    else {
      const { s, F, y } = facts;
      io.out(
        `  File: ${name}\n  Size: ${String(s).padEnd(10)}\tBlocks: ${String(Math.ceil(sizeOf(entry) / 512)).padEnd(10)} IO Block: 4096   ${F}\n`,
      );
      io.out(`Access: (0${mode})  Uid: (    0/    root)   Gid: (    0/    root)\nModify: ${y}\n`);
    }
  }
  return status;
});

/** Owners are not kept: everything belongs to root. A file that is not there is told. */
export const chown = simple((io, args) => {
  const [, ...paths] = args.filter((arg) => !/^-/.test(arg));
  let status = 0;
  for (const path of paths) {
    if (lookUp(io.machine, absolutePath(io.directory, path))) continue;
    io.err(`chown: ${path}: No such file or directory\n`);
    status = 1;
  }
  return status;
});

const letters = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789';

/** Makes a file (or with `-d` a directory) that was not there: `/tmp/tmp.XXXXXX`, or as the template says. */
export const mktemp = simple((io, args) => {
  const { letters: given, values, rest } = options(args, 'dtqu', 'p');
  const template = rest[0] ?? join(values.get('p') ?? io.environment.get('TMPDIR') ?? '/tmp', 'tmp.XXXXXX');
  const name = template.replace(/X{6,}$/, (xs) =>
    Array.from(xs, () => letters.charAt(nextInteger(io.machine.world.chance, 0, letters.length - 1))).join(''),
  );
  const at = io.machine.world.now;
  const error = putEntry(
    io.machine,
    absolutePath(io.directory, name),
    given.has('d') ? { type: 'directory', at } : { type: 'file', text: '', at },
  );
  if (error) io.err(`mktemp: ${template}: ${error}\n`);
  else io.out(`${name}\n`);
  return error ? 1 : 0;
});

/** Compares two files byte by byte; `-s` only by its exit code. */
export const cmp = simple((io, args) => {
  const { letters: given, rest } = options(args, 'sl');
  const texts = rest.slice(0, 2).map((file) => readText(io.machine, absolutePath(io.directory, file)));
  const [first, second] = texts;
  for (const [index, content] of texts.entries()) {
    if (!('error' in content)) continue;
    io.err(`cmp: ${rest[index]}: ${content.error}\n`);
    return 2;
  }
  if (!first || !second || 'error' in first || 'error' in second) {
    io.err('cmp: missing operand\n');
    return 2;
  }
  if (first.text === second.text) return 0;
  let at = 0;
  while (first.text[at] === second.text[at]) at++;
  const line = first.text.slice(0, at).split('\n').length;
  if (!given.has('s')) io.out(`${rest[0]} ${rest[1]} differ: char ${at + 1}, line ${line}\n`);
  return 1;
});

/** Has nothing to do: files are written at once. */
export const sync = simple(() => 0);

export const tty = simple((io) => {
  io.out('not a tty\n');
  return 1;
});

/** What is mounted where. */
export const mount = simple((io, args) => {
  if (args.length > 0) {
    io.err('mount: permission denied (are you root?)\n');
    return 1;
  }
  io.out('overlay on / type overlay (rw,relatime)\nproc on /proc type proc (rw,nosuid,nodev,noexec,relatime)\n');
  io.out('tmpfs on /dev type tmpfs (rw,nosuid,size=65536k,mode=755)\n');
  for (const { path, readOnly } of io.machine.container.config.mounts)
    io.out(`/dev/vda1 on ${path} type ext4 (${readOnly ? 'ro' : 'rw'},relatime)\n`);
  return 0;
});
