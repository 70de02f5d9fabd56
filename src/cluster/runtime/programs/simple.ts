import { write } from '../processes/descriptors.ts';
import type { Machine } from '../processes/machine.ts';
import type { Program } from '../processes/program.ts';
import type { Process } from '../state.ts';

/** What a program that ends at once works with. */
export interface Io {
  machine: Machine;
  process: Process;
  environment: ReadonlyMap<string, string>;
  /** The working directory. */
  directory: string;
  out(text: string): void;
  err(text: string): void;
}

/** Does its work in no time and answers its exit code. */
export type SimpleMain = (io: Io, args: readonly string[]) => number;

/** A program that neither waits nor reads; `inShell` says that the shell runs it itself, as it does with `echo`. */
export interface SimpleProgram extends Program {
  main: SimpleMain;
  inShell: boolean;
}

export function simple(main: SimpleMain, { inShell = false } = {}): SimpleProgram {
  return {
    main,
    inShell,
    run: (machine, process) => ({
      exit: main(ioOf(machine, process, process.environment), process.arguments),
    }),
  };
}

export function ioOf(machine: Machine, process: Process, environment: ReadonlyMap<string, string>): Io {
  return {
    machine,
    process,
    environment,
    directory: process.directory,
    out: (text) => write(machine, process, 1, text),
    err: (text) => write(machine, process, 2, text),
  };
}
