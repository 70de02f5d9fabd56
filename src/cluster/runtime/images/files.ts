import type { FileEntry } from '../state.ts';
import type { ImageDescription } from './image.ts';

/** The files of an image depend on nothing but it: made once for each. */
const cache = new WeakMap<ImageDescription, ReadonlyMap<string, FileEntry>>();

const usual = [
  '/bin',
  '/dev',
  '/etc',
  '/proc',
  '/root',
  '/sys',
  '/tmp',
  '/usr',
  '/usr/bin',
  '/usr/local',
  '/usr/local/bin',
];
const more = ['/usr/sbin', '/usr/share', '/var', '/var/log', '/var/run'];

/** The files of an image by absolute path. `commands` are the names of the programs that every image with a shell has. */
export function filesOf(image: ImageDescription, commands: Iterable<string>): ReadonlyMap<string, FileEntry> {
  const known = cache.get(image);
  if (known) return known;
  const files = new Map<string, FileEntry>();
  for (const path of [...usual, ...more, ...(image.directories ?? [])]) files.set(path, { type: 'directory', at: 0 });
  files.set('/dev/null', { type: 'device', device: 'null' });
  files.set('/dev/zero', { type: 'device', device: 'zero' });
  for (const name of ['random', 'urandom']) files.set(`/dev/${name}`, { type: 'device', device: 'urandom' });
  files.set('/dev/termination-log', { type: 'file', text: '', at: 0 });
  files.set('/etc/passwd', { type: 'file', text: 'root:x:0:0:root:/root:/bin/sh\n', at: 0 });
  if (image.hasCommands) for (const name of commands) files.set(`/bin/${name}`, { type: 'program', program: name });
  for (const [path, program] of Object.entries(image.programs ?? {})) {
    // A server is found again by the name of its file: see programs/server.ts.
    const name = path.slice(path.lastIndexOf('/') + 1);
    files.set(path, program === 'server' ? { type: 'program', program, server: name } : { type: 'program', program });
  }
  for (const [path, text] of Object.entries(image.files ?? {})) files.set(path, { type: 'file', text, at: 0 });
  cache.set(image, files);
  return files;
}
