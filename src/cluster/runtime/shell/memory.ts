import type { Machine } from '../processes/machine.ts';
import type { Process } from '../state.ts';

/** All that a shell remembers: plain data, so that the world can be saved in the middle of a command. */
export interface ShellMemory {
  /** Texts that have been read; frames and functions name them by their place here. */
  scripts: string[];
  /** What it is doing, the innermost last. */
  frames: Frame[];
  variables: Map<string, Variable>;
  functions: Map<string, { script: number; node: number }>;
  /** Commands by signal number, 0 for the end of the shell; an empty one ignores the signal. */
  traps: Map<number, string>;
  /** `$0` and what follows it. */
  name: string;
  positional: string[];
  /** `$?` */
  status: number;
  /** Letters set by `set`: e, u, x, f. */
  options: string;
  /** `$$`: of a subshell the process id of the shell that made it. */
  shellProcess: number;
  /** Background children that have not been waited for, oldest first. */
  jobs: number[];
  lastJob?: number;
  /** Status of the last `$(...)`: that of a command without a name. */
  substitutionStatus: number;
  /** Its last command may take its place instead of becoming a child. */
  mayBecome: boolean;
  /** Where it reads its script from standard input: the lines so far of the next command. */
  script?: { text: string; prompts: boolean; prompted?: true };
  /** Place in the arguments for `getopts`. */
  optionIndex?: number;
}

export interface Variable {
  value: string;
  exported: boolean;
  readOnly?: true;
}

/** A place in a script, and what has been done there. */
export type Frame = { script: number; node: number } & (
  | { type: 'list'; next: number }
  | { type: 'conditional'; next: number }
  | { type: 'pipeline'; entered?: boolean; children?: number[] }
  | { type: 'command'; results: string[]; child?: number }
  | { type: 'redirected'; results: string[]; saved?: SavedDescriptors }
  | { type: 'if'; branch: number; stage: 'begin' | 'test' | 'body' }
  | { type: 'for'; results: string[]; words?: string[]; next: number }
  | { type: 'while'; stage: 'begin' | 'test' | 'body'; status: number }
  | { type: 'case'; results: string[]; entered?: boolean }
  | { type: 'subshell'; child?: number }
  | { type: 'function' }
  /** A function's call: what it hid comes back at its end. */
  | { type: 'call'; positional: string[]; locals: [string, Variable | undefined][] }
  /** Reads what `$(...)` prints, for the frame below. */
  | { type: 'substitution'; child: number; descriptor: number; text: string }
  | { type: 'trap'; status: number }
  /** A sourced or evaluated text; `return` ends it where it is a file. */
  | { type: 'source'; file: boolean }
  /** Puts back what was redirected and assigned for the time of a builtin or function. */
  | { type: 'restore'; saved: SavedDescriptors; locals: [string, Variable | undefined][] }
  | { type: 'wait'; children: number[] }
  | { type: 'read'; names: string[]; raw: boolean; text: string }
);

export type FrameOf<Type extends Frame['type']> = Extract<Frame, { type: Type }>;

/** Descriptors that were redirected, and the numbers from 10 on under which they are kept; undefined: was closed. */
export type SavedDescriptors = [number, number | undefined][];

/** A running shell, put together for the length of one event. */
export interface Shell {
  machine: Machine;
  process: Process;
  memory: ShellMemory;
}

/** A shell that begins: the environment becomes its exported variables. */
export function createShellMemory(process: Process, name: string, positional: string[]): ShellMemory {
  const variables = new Map<string, Variable>([
    ['IFS', { value: ' \t\n', exported: false }],
    ['PPID', { value: String(process.parent), exported: false }],
    ['PWD', { value: process.directory, exported: true }],
    ['OPTIND', { value: '1', exported: false }],
  ]);
  for (const [key, value] of process.environment)
    if (/^[A-Za-z_]\w*$/.test(key) && key !== 'IFS') variables.set(key, { value, exported: true });
  return {
    scripts: [],
    frames: [],
    variables,
    functions: new Map(),
    traps: new Map(),
    name,
    positional,
    status: 0,
    options: '',
    shellProcess: process.id,
    jobs: [],
    substitutionStatus: 0,
    mayBecome: false,
  };
}

/** What a subshell begins with: all but traps that are not ignored, and jobs. */
export function forkMemory(memory: ShellMemory, frames: Frame[]): ShellMemory {
  const { lastJob, script: _read, ...rest } = memory;
  return {
    ...rest,
    scripts: [...memory.scripts],
    frames,
    variables: new Map([...memory.variables].map(([name, variable]) => [name, { ...variable }])),
    functions: new Map(memory.functions),
    traps: new Map([...memory.traps].filter(([, command]) => command === '')),
    positional: [...memory.positional],
    jobs: [],
    mayBecome: true,
    ...(lastJob !== undefined && { lastJob }),
  };
}

/** The exported variables, with those of one command added. */
export function environmentOf(memory: ShellMemory, added: readonly [string, string][] = []): Map<string, string> {
  const environment = new Map<string, string>();
  for (const [name, { value, exported }] of memory.variables) if (exported) environment.set(name, value);
  for (const [name, value] of added) environment.set(name, value);
  return environment;
}

/** Sets a variable; false where it may not be changed. */
export function assign(memory: ShellMemory, name: string, value: string): boolean {
  const before = memory.variables.get(name);
  if (before?.readOnly) return false;
  if (before) before.value = value;
  else memory.variables.set(name, { value, exported: memory.options.includes('a') });
  return true;
}
