import { write } from '../processes/descriptors.ts';
import { sendSignal, sleepFor, spawn } from '../processes/kernel.ts';
import type { Program } from '../processes/program.ts';
import { signalNumber, signals } from '../processes/signals.ts';
import { endOf, startChild } from './child.ts';
import { runInstead } from './entrypoint.ts';
import { options } from './options.ts';
import { secondsOf } from './sleep.ts';

interface Watcher {
  watched: number;
  signal: number;
  slept: boolean;
  seconds: number;
}

/**
 * `timeout [-s SIGNAL] SECONDS COMMAND`, as busybox does it: the command takes the place of the program, and a watcher
 * beside it sends the signal. So the exit code of a command that ran too long is that of its signal (143).
 */
export const timeout: Program = {
  run(machine, process) {
    const memory = process.memory as Watcher | undefined;
    if (memory) {
      if (!memory.slept) {
        memory.slept = true;
        return { wait: sleepFor(machine, process, memory.seconds * 1000) };
      }
      const watched = machine.container.processes.get(memory.watched);
      if (watched) sendSignal(machine, watched, memory.signal);
      return { exit: 0 };
    }
    const args = [...process.arguments];
    let signal: number | undefined = signals.TERM;
    for (let arg = args[0]; arg?.startsWith('-'); arg = args[0]) {
      args.shift();
      if (arg === '-s') signal = signalNumber(args.shift() ?? '');
      else if (arg === '-k') args.shift();
      else if (/^-s./.test(arg)) signal = signalNumber(arg.slice(2));
    }
    const [duration = '', ...command] = args;
    const seconds = secondsOf(duration);
    if (seconds === undefined || signal === undefined || command.length === 0) {
      const problem = command.length === 0 ? 'missing operand' : `invalid number '${duration}'`;
      write(machine, process, 2, `timeout: ${problem}\n`);
      return { exit: 1 };
    }
    spawn(machine, {
      parent: 0,
      program: 'timeout',
      arguments: process.arguments,
      environment: new Map(),
      directory: '/',
      descriptors: new Map(),
      memory: { watched: process.id, signal, slept: false, seconds } satisfies Watcher,
    });
    return runInstead(machine, process, 'timeout', command);
  },
};

/** A program that changes nothing here and becomes its command; `skip` says how many of its own options take a value. */
const becomes = (name: string, valued: string): Program => ({
  run(machine, process) {
    const args = [...process.arguments];
    while (/^-/.test(args[0] ?? '')) {
      const option = args.shift() ?? '';
      if (option.length === 2 && valued.includes(option[1] ?? ' ')) args.shift();
    }
    return args.length > 0 ? runInstead(machine, process, name, args) : { exit: 0 };
  },
});

export const nice = becomes('nice', 'n');
export const nohup = becomes('nohup', '');
export const setsid = becomes('setsid', '');
export const stdbuf = becomes('stdbuf', 'oie');

interface Timed {
  child: number;
  began: number;
}

/** Runs a command and tells how long it took. */
export const time: Program = {
  run(machine, process) {
    const { now } = machine.world;
    if (process.memory === undefined) {
      const started = startChild(
        machine,
        process,
        'time',
        process.arguments.filter((arg) => arg !== '-p'),
      );
      if ('exit' in started) return started;
      process.memory = { child: started.child, began: now } satisfies Timed;
    }
    const memory = process.memory as Timed;
    const code = endOf(process, memory.child);
    if (code === undefined) return { wait: { for: 'child', child: memory.child } };
    const seconds = (now - memory.began) / 1000;
    const shown = `${Math.floor(seconds / 60)}m ${(seconds % 60).toFixed(2)}s`;
    write(machine, process, 2, `real\t${shown}\nuser\t0m 0.00s\nsys\t0m 0.00s\n`);
    return { exit: code };
  },
};

interface Watch {
  child?: number;
}

/** Runs a command again and again, every 2 seconds or `-n` seconds. */
export const watch: Program = {
  run(machine, process) {
    const { values, letters, rest } = options(stopAtCommand(process.arguments), 'te', 'n');
    process.memory ??= {} satisfies Watch;
    const memory = process.memory as Watch;
    const every = Number(values.get('n') ?? '2') || 2;
    if (memory.child !== undefined) {
      if (endOf(process, memory.child) === undefined) return { wait: { for: 'child', child: memory.child } };
      delete memory.child;
      return { wait: sleepFor(machine, process, every * 1000) };
    }
    if (!letters.has('t')) write(machine, process, 1, `Every ${every.toFixed(1)}s: ${rest.join(' ')}\n\n`);
    const started = startChild(machine, process, 'watch', ['sh', '-c', rest.join(' ')]);
    if ('exit' in started) return started;
    memory.child = started.child;
    return { wait: { for: 'child', child: started.child } };
  },
};

/** Options end where the command begins: what follows are the command's own. */
function stopAtCommand(args: readonly string[]): string[] {
  let at = 0;
  while (/^-/.test(args[at] ?? '')) at += args[at] === '-n' ? 2 : 1;
  return [...args.slice(0, at), '--', ...args.slice(at)];
}
