import { laterParts } from '../../later/later.ts';
import type { Mount } from '../contract.ts';
import type { Machine } from '../processes/machine.ts';
import type { FileEntry } from '../state.ts';
import { kubeletFiles } from './generated.ts';
import { absolutePath, join, nameOf, parentOf } from './path.ts';

/** What went wrong, in the words of strerror. */
export type FileError =
  | 'No such file or directory'
  | 'Is a directory'
  | 'Not a directory'
  | 'Read-only file system'
  | 'No space left on device'
  | 'File exists'
  | 'Too many levels of symbolic links'
  | 'Directory not empty'
  /** Of a file whose zeros are only counted: what it holds cannot be read. */
  | 'Value too large for defined data type';

/** Where a path is kept: in a volume or in what the container wrote, over the image. */
interface Place {
  entries: Map<string, FileEntry>;
  key: string;
  readOnly: boolean;
  /** The mount's own directory, which is there without an entry. */
  isMount: boolean;
  image?: ReadonlyMap<string, FileEntry>;
}

/** No more text than this is kept per file: the simulated disk of a container is small. */
const largestFile = 1 << 20;

/** The files of a mount's volume or disk; made where there is nothing yet. */
function entriesOf({ world, sandbox }: Machine, { volume, disk }: Mount): Map<string, FileEntry> {
  if (disk !== undefined) world.disks ??= new Map();
  const [all, key] = disk === undefined ? [sandbox.volumes, volume] : [world.disks ?? new Map(), disk];
  const known = all.get(key);
  if (known) return known;
  const made = new Map<string, FileEntry>();
  all.set(key, made);
  return made;
}

function placeOf(machine: Machine, path: string): Place {
  let best: Mount | undefined;
  for (const mount of machine.container.config.mounts) {
    const covers = path === mount.path || path.startsWith(mount.path === '/' ? '/' : `${mount.path}/`);
    if (covers && (!best || mount.path.length > best.path.length)) best = mount;
  }
  if (!best) {
    return {
      entries: machine.container.files,
      key: path,
      readOnly: machine.container.config.readOnlyRoot === true,
      isMount: path === '/',
      image: machine.files,
    };
  }
  const entries = entriesOf(machine, best);
  const key = absolutePath(best.subPath ? `/${best.subPath}` : '/', `.${path.slice(best.path.length)}`);
  // A subPath may name a file; then the mount is that file.
  const isMount = path === best.path && entries.get(key)?.type !== 'file';
  return { entries, key, readOnly: best.readOnly, isMount };
}

function entryAt(machine: Machine, path: string): FileEntry | undefined {
  const place = placeOf(machine, path);
  if (place.isMount) return { type: 'directory', at: 0 };
  const entry = place.entries.get(place.key) ?? place.image?.get(place.key) ?? generated(machine, place);
  return entry?.type === 'removed' ? undefined : entry;
}

function generated(machine: Machine, place: Place): FileEntry | undefined {
  if (!place.image || !/^\/(?:etc|proc|sys)\//.test(place.key)) return undefined;
  const text = place.key.startsWith('/etc/')
    ? kubeletFiles[place.key]
    : laterParts(`the file ${place.key}`).kernelFile(place.key);
  return text && { type: 'file', text: text(machine), at: machine.container.startedAt ?? 0 };
}

/** The path after all symbolic links; undefined where they run in a circle. */
export function realPath(machine: Machine, path: string): string | undefined {
  if (!machine.sandbox.hasLinks) return path;
  let current = path;
  for (let links = 0; links < 16; links++) {
    let changed = false;
    let at = 1;
    while (at <= current.length && at > 0) {
      const slash = current.indexOf('/', at);
      const end = slash < 0 ? current.length : slash;
      const entry = entryAt(machine, current.slice(0, end));
      if (entry?.type === 'link') {
        current = absolutePath(parentOf(current.slice(0, end)), `${entry.target}/${current.slice(end)}`);
        changed = true;
        break;
      }
      at = end + 1;
    }
    if (!changed) return current;
  }
  return undefined;
}

/** What is at an absolute path, links followed; undefined where nothing is. */
export function lookUp(machine: Machine, path: string): FileEntry | undefined {
  const real = realPath(machine, path);
  return real === undefined ? undefined : entryAt(machine, real);
}

/** What is at an absolute path, the link itself where it is one. */
export function lookUpLink(machine: Machine, path: string): FileEntry | undefined {
  return entryAt(machine, path);
}

/** The text of a file; links are followed. */
export function readText(machine: Machine, path: string): { text: string } | { error: FileError } {
  const entry = lookUp(machine, path);
  if (!entry || entry.type === 'removed' || entry.type === 'link') return { error: 'No such file or directory' };
  if (entry.type === 'directory') return { error: 'Is a directory' };
  if (entry.type === 'file' && entry.zeros !== undefined) return { error: 'Value too large for defined data type' };
  return { text: entry.type === 'file' ? entry.text : '' };
}

/** Replaces or makes a file, or puts text at its end. Undefined: done. */
export function writeText(machine: Machine, path: string, text: string, append = false): FileError | undefined {
  const real = realPath(machine, path);
  if (real === undefined) return 'Too many levels of symbolic links';
  const entry = entryAt(machine, real);
  if (entry?.type === 'device') return undefined;
  if (entry?.type === 'directory') return 'Is a directory';
  if (!entry) {
    const parent = lookUp(machine, parentOf(real));
    if (parent?.type !== 'directory') return parent ? 'Not a directory' : 'No such file or directory';
  }
  const place = placeOf(machine, real);
  if (place.readOnly) return 'Read-only file system';
  const before = append && entry?.type === 'file' ? entry.text : '';
  if (before.length + text.length > largestFile) return 'No space left on device';
  const executable = entry?.type === 'file' && entry.executable ? { executable: true as const } : {};
  place.entries.set(place.key, { type: 'file', text: before + text, at: machine.world.now, ...executable });
  return undefined;
}

/** Puts an entry where none is or replaces one, parents given; for mkdir, ln, mv, chmod. */
export function putEntry(machine: Machine, path: string, entry: FileEntry): FileError | undefined {
  const parent = lookUp(machine, parentOf(path));
  if (parent?.type !== 'directory') return parent ? 'Not a directory' : 'No such file or directory';
  const real = realPath(machine, parentOf(path));
  if (real === undefined) return 'Too many levels of symbolic links';
  const place = placeOf(machine, join(real, nameOf(path)));
  if (place.readOnly) return 'Read-only file system';
  if (place.isMount) return 'File exists';
  place.entries.set(place.key, entry);
  if (entry.type === 'link') machine.sandbox.hasLinks = true;
  return undefined;
}

/** Takes away a file, a link or an empty directory. */
export function removeEntry(machine: Machine, path: string): FileError | undefined {
  const parent = realPath(machine, parentOf(path));
  if (parent === undefined) return 'Too many levels of symbolic links';
  const real = join(parent, nameOf(path));
  const entry = entryAt(machine, real);
  if (!entry) return 'No such file or directory';
  if (entry.type === 'directory' && listDirectory(machine, real).length > 0) return 'Directory not empty';
  const place = placeOf(machine, real);
  if (place.readOnly || place.isMount) return 'Read-only file system';
  if (place.image?.has(place.key)) place.entries.set(place.key, { type: 'removed' });
  else place.entries.delete(place.key);
  return undefined;
}

/** The names in a directory, in the order of their bytes. */
export function listDirectory(machine: Machine, path: string): string[] {
  const real = realPath(machine, path) ?? path;
  const place = placeOf(machine, real);
  const names = new Set<string>();
  const prefix = place.key === '/' ? '/' : `${place.key}/`;
  const collect = (entries: ReadonlyMap<string, FileEntry>): void => {
    for (const [key, entry] of entries) {
      if (!key.startsWith(prefix) || key === prefix) continue;
      const slash = key.indexOf('/', prefix.length);
      const name = key.slice(prefix.length, slash < 0 ? undefined : slash);
      if (entry.type === 'removed' && slash < 0) names.delete(name);
      else if (entry.type !== 'removed') names.add(name);
    }
  };
  if (place.image) collect(place.image);
  collect(place.entries);
  const below = real === '/' ? '/' : `${real}/`;
  for (const mount of machine.container.config.mounts) {
    if (!mount.path.startsWith(below)) continue;
    const [name] = mount.path.slice(below.length).split('/');
    if (name) names.add(name);
  }
  return [...names].sort((a, b) => (a < b ? -1 : 1));
}
