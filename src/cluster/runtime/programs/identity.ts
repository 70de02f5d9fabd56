import { readText } from '../files/files.ts';
import { type Io, simple } from './simple.ts';

/** `-i` tells the address, `-f` the full name, which is the same here. */
export const hostname = simple((io, args) => {
  io.out(`${args[0] === '-i' || args[0] === '-I' ? io.machine.sandbox.ip : io.machine.hostname}\n`);
  return 0;
});

/** The user's entry in /etc/passwd; nobody in particular where it has none. */
function userOf({ machine }: Io): { uid: number; gid: number; name?: string } {
  const uid = machine.container.config.user ?? 0;
  const file = readText(machine, '/etc/passwd');
  for (const line of 'text' in file ? file.text.split('\n') : []) {
    const [name = '', , id, group] = line.split(':');
    if (id === String(uid)) return { uid, gid: Number(group), name };
  }
  return { uid, gid: 0 };
}

export const id = simple((io, args) => {
  const { uid, gid, name } = userOf(io);
  const named = (number: number, text?: string) => (text === undefined ? String(number) : `${number}(${text})`);
  const group = named(gid, gid === 0 ? 'root' : undefined);
  if (args[0] === '-u') io.out(args[1] === '-n' ? `${name ?? uid}\n` : `${uid}\n`);
  else if (args[0] === '-un') io.out(`${name ?? uid}\n`);
  else io.out(`uid=${named(uid, name)} gid=${group} groups=${group}${uid === 0 ? ',10(wheel)' : ''}\n`);
  return 0;
});

export const whoami = simple((io) => {
  const { uid, name } = userOf(io);
  if (name !== undefined) io.out(`${name}\n`);
  else io.err(`whoami: unknown uid ${uid}\n`);
  return name === undefined ? 1 : 0;
});

export const uname = simple((io, args) => {
  const parts: Record<string, string> = { s: 'Linux', n: io.machine.hostname, r: '6.12.0', m: 'x86_64' };
  const letters = (args[0] ?? '-s').replace('-', '').replace('a', 'snrm');
  io.out(`${[...letters].map((letter) => parts[letter] ?? '').join(' ')}\n`);
  return 0;
});

export const pwdProgram = simple((io) => {
  io.out(`${io.directory}\n`);
  return 0;
});
