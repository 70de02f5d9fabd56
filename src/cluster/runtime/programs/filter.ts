import { lookUp, readText } from '../files/files.ts';
import { absolutePath } from '../files/path.ts';
import { deviceText, read } from '../processes/descriptors.ts';
import { charge } from '../processes/kernel.ts';
import type { Machine } from '../processes/machine.ts';
import type { Outcome, Program } from '../processes/program.ts';
import type { Process } from '../state.ts';
import { type Io, ioOf } from './simple.ts';

/** A program that goes through text line by line. `State` is plain data. */
export interface Filter<State> {
  name: string;
  /** Reads the arguments: what to remember and which files to read (none: standard input), or an exit code. */
  begin(io: Io, args: readonly string[]): { state: State; files: string[] } | { exit: number };
  /** Told of each line without its newline; `ended` is false for a last line without one. True: enough. */
  line(io: Io, state: State, line: string, ended: boolean): boolean | undefined;
  /** True where pieces of a line may be told as they come, each as a line that has not ended. */
  piecewise?(state: State): boolean;
  /** Told of the end of each file, with its name as given. */
  fileEnd?(io: Io, state: State, file: string): void;
  /** Says the exit code. */
  end(io: Io, state: State): number;
}

interface Memory<State> {
  state: State;
  files: string[];
  /** The beginning of a line whose end has not been read. */
  rest: string;
  failed: boolean;
}

export function filter<State>(description: Filter<State>): Program {
  return {
    run(machine, process) {
      const io = buffered(ioOf(machine, process, process.environment));
      const outcome = work(description, io, machine, process);
      io.flush();
      return outcome;
    },
  };
}

/** Gathers what is printed line by line, so that a long text costs few writes. */
function buffered(io: Io): Io & { flush(): void } {
  let text = '';
  const flush = (): void => {
    io.out(text);
    text = '';
  };
  return {
    ...io,
    flush,
    out(more) {
      text += more;
    },
    err(more) {
      flush();
      io.err(more);
    },
  };
}

function work<State>(description: Filter<State>, io: Io, machine: Machine, process: Process): Outcome {
  if (process.memory === undefined) {
    const begun = description.begin(io, process.arguments);
    if ('exit' in begun) return { exit: begun.exit };
    const files = begun.files.length > 0 ? begun.files : ['-'];
    process.memory = { ...begun, files, rest: '', failed: false } satisfies Memory<State>;
  }
  const memory = process.memory as Memory<State>;
  for (let file = memory.files[0]; file !== undefined; file = memory.files[0]) {
    const input = next(machine, process, io, file, description.name, memory);
    if (input && 'wait' in input) return { wait: input.wait };
    if (input?.endless) {
      if (take(description, io, memory, input.text, false)) break;
      return { yield: true };
    }
    const enough = input
      ? take(description, io, memory, input.text, file !== '-')
      : finishLine(description, io, memory);
    if (enough) break;
    if (input && file === '-') continue;
    if (file !== '-' && finishLine(description, io, memory)) break;
    description.fileEnd?.(io, memory.state, file);
    memory.files.shift();
  }
  const code = description.end(io, memory.state);
  return { exit: memory.failed ? Math.max(1, code) : code };
}

type Input =
  | { text: string; endless?: boolean }
  | { endless?: undefined; wait: { for: 'input'; pipe: number } }
  | undefined;

function next<State>(
  machine: Machine,
  process: Process,
  io: Io,
  file: string,
  name: string,
  memory: Memory<State>,
): Input {
  if (file === '-') {
    const input = read(machine, process, 0);
    if ('end' in input) return undefined;
    const { type } = process.descriptors.get(0) ?? {};
    return 'text' in input && (type === 'zero' || type === 'urandom') ? { ...input, endless: true } : input;
  }
  const entry = lookUp(machine, absolutePath(process.directory, file));
  if (entry?.type === 'device' && entry.device !== 'null')
    return { text: deviceText(machine, entry.device, 512), endless: true };
  const content = readText(machine, absolutePath(process.directory, file));
  if ('text' in content) {
    charge(machine.container, content.text.length);
    return content;
  }
  const message =
    content.error === 'Is a directory' ? `read error: ${content.error}` : `can't open '${file}': ${content.error}`;
  io.err(`${name}: ${message}\n`);
  memory.failed = true;
  return { text: '' };
}

/** A line that is longer is told in pieces: a device without end must not fill the machine. */
const longestLine = 1 << 16;

function take<State>(description: Filter<State>, io: Io, memory: Memory<State>, text: string, whole: boolean): boolean {
  const lines = (memory.rest + text).split('\n');
  memory.rest = lines.pop() ?? '';
  for (const line of lines) if (description.line(io, memory.state, line, true)) return true;
  if (memory.rest.length > longestLine || description.piecewise?.(memory.state))
    return finishLine(description, io, memory);
  return whole && finishLine(description, io, memory);
}

function finishLine<State>(description: Filter<State>, io: Io, memory: Memory<State>): boolean {
  if (memory.rest === '') return false;
  const { rest } = memory;
  memory.rest = '';
  return description.line(io, memory.state, rest, false) ?? false;
}
