import { sendSignal } from '../processes/kernel.ts';
import { signalNumber, signals } from '../processes/signals.ts';
import type { Process } from '../state.ts';
import { type Io, simple } from './simple.ts';

/** Takes `-9`, `-TERM` or `-s TERM` off the arguments; TERM where none is given, undefined where there is no such signal. */
function signalOf(args: string[]): number | undefined {
  const [first = ''] = args;
  if (first === '-s') return signalNumber(args.splice(0, 2)[1] ?? '');
  if (/^-\w/.test(first)) return signalNumber(args.shift()?.slice(1) ?? '');
  return signals.TERM;
}

export const kill = simple(
  (io, args) => {
    const rest = [...args];
    if (rest[0] === '-l') {
      io.out(`${Object.keys(signals).join('\n')}\n`);
      return 0;
    }
    const signal = signalOf(rest);
    if (signal === undefined || rest.length === 0) {
      io.err(`kill: ${signal === undefined ? 'bad signal name' : 'you need to specify whom to kill'}\n`);
      return 1;
    }
    let status = 0;
    for (const argument of rest.filter((arg) => arg !== '--')) {
      const all = argument === '-1';
      const targets = [...io.machine.container.processes.values()].filter(({ id }) =>
        all ? id !== 1 && id !== io.process.id : id === Number(argument),
      );
      if (targets.length === 0) {
        io.err(`kill: can't kill pid ${argument}: No such process\n`);
        status = 1;
      }
      for (const target of targets) sendSignal(io.machine, target, signal);
    }
    return status;
  },
  { inShell: true },
);

/** What a process is called in ps: its program, or the server that it is. */
export function processName({ program, arguments: [first = ''] }: Process): string {
  return program === 'server' ? first : program;
}

export const killall = simple((io, args) => {
  const rest = args.filter((arg) => arg !== '-q');
  const quiet = rest.length < args.length;
  const signal = signalOf(rest) ?? 15;
  let status = 0;
  for (const name of rest) {
    const targets = [...io.machine.container.processes.values()].filter(
      (process) => processName(process) === name && process.id !== io.process.id,
    );
    if (targets.length === 0) {
      if (!quiet) io.err(`killall: ${name}: no process killed\n`);
      status = 1;
    }
    for (const target of targets) sendSignal(io.machine, target, signal);
  }
  return status;
});

/** A process's command line, as ps shows it. */
export const commandLine = (process: Process): string =>
  process.program === 'server' ? process.arguments.join(' ') : [process.program, ...process.arguments].join(' ');

export const ps = simple((io) => {
  io.out('PID   USER     TIME  COMMAND\n');
  for (const process of sorted(io))
    io.out(`${String(process.id).padStart(5)} root      0:00 ${commandLine(process)}\n`);
  return 0;
});

export const pidof = simple((io, args) => {
  const found = sorted(io).filter((process) => args.includes(processName(process)));
  if (found.length > 0) io.out(`${found.map(({ id }) => id).join(' ')}\n`);
  return found.length > 0 ? 0 : 1;
});

const sorted = (io: Io): Process[] => [...io.machine.container.processes.values()].sort((a, b) => a.id - b.id);
