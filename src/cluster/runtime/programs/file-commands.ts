import {
  type FileError,
  listDirectory,
  lookUp,
  lookUpLink,
  putEntry,
  readText,
  removeEntry,
  writeText,
} from '../files/files.ts';
import { absolutePath, join, nameOf, parentOf } from '../files/path.ts';
import { options, refuseOption } from './options.ts';
import { type Io, simple } from './simple.ts';

const at = (io: Io, path: string): string => absolutePath(io.directory, path);

export const touch = simple((io, args) => {
  let status = 0;
  for (const path of options(args, 'cam').rest) {
    const entry = lookUp(io.machine, at(io, path));
    if (entry && entry.type !== 'file') continue;
    const error = writeText(io.machine, at(io, path), '', true);
    if (error) {
      io.err(`touch: ${path}: ${error}\n`);
      status = 1;
    }
  }
  return status;
});

export const mkdir = simple((io, args) => {
  const { letters, rest } = options(args, 'pv', 'm');
  let status = 0;
  for (const path of rest) {
    const error = letters.has('p') ? makeAll(io, at(io, path)) : make(io, at(io, path));
    if (!error) continue;
    io.err(`mkdir: can't create directory '${path}': ${error}\n`);
    status = 1;
  }
  return status;
});

function make(io: Io, path: string): FileError | undefined {
  if (lookUpLink(io.machine, path)) return 'File exists';
  return putEntry(io.machine, path, { type: 'directory', at: io.machine.world.now });
}

function makeAll(io: Io, path: string): FileError | undefined {
  const entry = lookUp(io.machine, path);
  if (entry) return entry.type === 'directory' ? undefined : 'Not a directory';
  return makeAll(io, parentOf(path)) ?? make(io, path);
}

export const rmdir = simple((io, args) => {
  let status = 0;
  for (const path of options(args, 'p').rest) {
    const entry = lookUp(io.machine, at(io, path));
    const error = entry && entry.type !== 'directory' ? 'Not a directory' : removeEntry(io.machine, at(io, path));
    if (!error) continue;
    io.err(`rmdir: '${path}': ${error}\n`);
    status = 1;
  }
  return status;
});

export const rm = simple((io, args) => {
  const { letters, rest, unknown } = options(args, 'rRfi');
  if (unknown) return refuseOption(io, 'rm', unknown);
  const recursive = letters.has('r') || letters.has('R');
  let status = 0;
  for (const path of rest) {
    const error = removeTree(io, at(io, path), recursive);
    if (!error || (letters.has('f') && error === 'No such file or directory')) continue;
    io.err(`rm: ${error === 'Is a directory' ? `'${path}' is a directory` : `can't remove '${path}': ${error}`}\n`);
    status = 1;
  }
  return status;
});

function removeTree(io: Io, path: string, recursive: boolean): FileError | undefined {
  const entry = lookUpLink(io.machine, path);
  if (entry?.type === 'directory') {
    if (!recursive) return 'Is a directory';
    for (const name of listDirectory(io.machine, path)) {
      const error = removeTree(io, join(path, name), true);
      if (error) return error;
    }
  }
  return removeEntry(io.machine, path);
}

/** Where a copy or a moved file goes: into a directory under its own name, or to that very path. */
function destination(io: Io, source: string, target: string): string {
  const path = at(io, target);
  return lookUp(io.machine, path)?.type === 'directory' ? join(path, nameOf(at(io, source))) : path;
}

function copyTree(io: Io, source: string, target: string, recursive: boolean): string | undefined {
  const entry = lookUp(io.machine, source);
  if (!entry) return `can't stat '${source}': No such file or directory`;
  if (entry.type === 'directory') {
    if (!recursive) return `omitting directory '${source}'`;
    const error = makeAll(io, target);
    if (error) return `can't create directory '${target}': ${error}`;
    for (const name of listDirectory(io.machine, source)) {
      const problem = copyTree(io, join(source, name), join(target, name), true);
      if (problem) return problem;
    }
    return undefined;
  }
  const content = readText(io.machine, source);
  if ('error' in content) return `can't open '${source}': ${content.error}`;
  const error =
    entry.type === 'program' ? putEntry(io.machine, target, entry) : writeText(io.machine, target, content.text);
  return error && `can't create '${target}': ${error}`;
}

export const cp = simple((io, args) => {
  const { letters, rest } = options(args, 'rRafpd');
  const target = rest.pop();
  if (target === undefined || rest.length === 0) {
    io.err('cp: missing file operand\n');
    return 1;
  }
  let status = 0;
  for (const source of rest) {
    const to = destination(io, source, target);
    const inside = to.startsWith(`${at(io, source)}/`);
    const recursive = ['r', 'R', 'a'].some((letter) => letters.has(letter));
    const problem = inside
      ? `recursion detected, omitting directory '${source}'`
      : copyTree(io, at(io, source), to, recursive);
    if (!problem) continue;
    io.err(`cp: ${problem}\n`);
    status = 1;
  }
  return status;
});

export const mv = simple((io, args) => {
  const { rest } = options(args, 'fin');
  const target = rest.pop();
  if (target === undefined || rest.length === 0) {
    io.err('mv: missing file operand\n');
    return 1;
  }
  let status = 0;
  for (const source of rest) {
    const to = destination(io, source, target);
    if (to === at(io, source) || to.startsWith(`${at(io, source)}/`)) continue;
    const problem =
      copyTree(io, at(io, source), to, true)?.replace(/^can't stat/, "can't rename") ??
      removeTree(io, at(io, source), true);
    if (!problem) continue;
    io.err(`mv: ${problem}\n`);
    status = 1;
  }
  return status;
});

export const ln = simple((io, args) => {
  const { letters, rest } = options(args, 'sfn');
  const [target = '', name = nameOf(target)] = rest;
  if (!letters.has('s')) {
    io.err('ln: hard links are not simulated\n');
    return 1;
  }
  const path = destination(io, target, name);
  if (letters.has('f')) removeEntry(io.machine, path);
  const error = lookUpLink(io.machine, path)
    ? 'File exists'
    : putEntry(io.machine, path, { type: 'link', target, at: io.machine.world.now });
  if (error) io.err(`ln: ${name}: ${error}\n`);
  return error ? 1 : 0;
});

/** Of a file's mode only whether it can be executed is kept. */
export const chmod = simple((io, args) => {
  const [mode = '', ...paths] = args.filter((arg) => arg !== '-R');
  let status = 0;
  for (const path of paths) {
    const entry = lookUp(io.machine, at(io, path));
    if (!entry) {
      io.err(`chmod: ${path}: No such file or directory\n`);
      status = 1;
    }
    if (entry?.type !== 'file') continue;
    const { executable: _before, ...plain } = entry;
    const executable = /^[0-7]+$/.test(mode) ? /[1357]/.test(mode.slice(-3)) : /\+[rw]*x/.test(mode);
    putEntry(io.machine, at(io, path), executable ? { ...plain, executable } : plain);
  }
  return status;
});
