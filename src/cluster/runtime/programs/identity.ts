import { simple } from './simple.ts';

export const hostname = simple((io) => {
  io.out(`${io.machine.hostname}\n`);
  return 0;
});

const userOf = (user: number | undefined): string => ((user ?? 0) === 0 ? 'root' : String(user));

export const id = simple((io, args) => {
  const user = io.machine.container.config.user ?? 0;
  const name = user === 0 ? '(root)' : '';
  if (args[0] === '-u') io.out(args[1] === '-n' ? `${userOf(user)}\n` : `${user}\n`);
  else if (args[0] === '-un') io.out(`${userOf(user)}\n`);
  else if (user === 0) io.out('uid=0(root) gid=0(root) groups=0(root),10(wheel)\n');
  else io.out(`uid=${user}${name} gid=0(root) groups=0(root)\n`);
  return 0;
});

export const whoami = simple((io) => {
  const user = io.machine.container.config.user ?? 0;
  if (user === 0) io.out('root\n');
  else io.err(`whoami: unknown uid ${user}\n`);
  return user === 0 ? 0 : 1;
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
