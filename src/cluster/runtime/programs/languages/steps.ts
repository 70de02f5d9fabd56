import { write } from '../../processes/descriptors.ts';
import { listen, outOfMemory, sleepFor } from '../../processes/kernel.ts';
import type { Machine } from '../../processes/machine.ts';
import type { Outcome, Program } from '../../processes/program.ts';
import { signals } from '../../processes/signals.ts';
import type { Process } from '../../state.ts';
import { serveFile } from '../server.ts';
import { fillIn } from '../stamps.ts';

/** What a small program in a language of its own comes down to. Plain data. */
export type Step =
  | { type: 'print'; stream: 1 | 2; text: string }
  | { type: 'sleep'; time: number }
  | { type: 'exit'; code: number }
  /** Keeps so many bytes of memory. */
  | { type: 'hold'; bytes: number }
  | { type: 'loop'; body: Step[] }
  | { type: 'serve'; port: number; body?: string; root?: string; greeting?: string };

/** Why a program is not run: it says so on standard error, and ends with the code. */
export interface Refusal {
  message: string;
  code: number;
}

interface Memory {
  /** Places in the steps, one for each loop that is open, the innermost last. */
  places: number[];
  steps: Step[];
  held: number;
  serving?: { body?: string; root?: string };
}

/** What an interpreter takes of memory before the program does anything. */
const interpreter = 9 << 20;

/** An interpreter: `read` makes steps of its arguments and of its script, or refuses. */
export const interpreterOf = (
  read: (machine: Machine, process: Process) => Step[] | Refusal,
  stops: boolean,
): Program => ({
  run(machine, process) {
    if (process.memory === undefined) {
      const steps = read(machine, process);
      if ('message' in steps) {
        write(machine, process, 2, steps.message);
        return { exit: steps.code };
      }
      process.memory = { places: [0], steps, held: 0 } satisfies Memory;
    }
    if (process.signals.length > 0) return { exit: 0 };
    return goOn(machine, process, process.memory as Memory);
  },
  // Python and node take SIGTERM as the kernel has it: as process 1 they ignore it, unless a server handles it.
  handles: (process, signal) =>
    stops && signal === signals.TERM && (process.memory as Memory | undefined)?.serving !== undefined,
  memory: (_machine, process) => interpreter + ((process.memory as Memory | undefined)?.held ?? 0),
  respond(machine, process, { path }) {
    const { serving } = process.memory as Memory;
    const [plain = '/'] = path.split('?');
    if (serving?.root !== undefined) {
      const answer = serveFile(machine, serving.root, plain, 2);
      write(machine, process, 2, `${machine.sandbox.ip} - - "GET ${path} HTTP/1.1" ${answer.status} -\n`);
      return answer;
    }
    return { status: 200, body: fillIn(machine, process.id, serving?.body ?? ''), latency: 2 };
  },
});

/** Steps at once; then others may run. */
const atOnce = 50;

function goOn(machine: Machine, process: Process, memory: Memory): Outcome {
  for (let count = 0; count < atOnce; count++) {
    let steps = memory.steps;
    for (const place of memory.places.slice(0, -1)) {
      const loop = steps[place];
      steps = loop?.type === 'loop' ? loop.body : [];
    }
    const depth = memory.places.length - 1;
    const place = memory.places[depth] ?? 0;
    const step = steps[place];
    if (!step) {
      if (depth === 0) return { exit: 0 };
      memory.places[depth] = 0;
      if (steps.length === 0) return { yield: true };
      continue;
    }
    if (step.type === 'loop') {
      memory.places.push(0);
      continue;
    }
    memory.places[depth] = place + 1;
    const outcome = doStep(machine, process, memory, step);
    if (outcome) return outcome;
  }
  return { yield: true };
}

function doStep(
  machine: Machine,
  process: Process,
  memory: Memory,
  step: Exclude<Step, { type: 'loop' }>,
): Outcome | undefined {
  switch (step.type) {
    case 'print':
      write(machine, process, step.stream, fillIn(machine, process.id, step.text));
      return undefined;
    case 'sleep':
      return { wait: sleepFor(machine, process, step.time) };
    case 'exit':
      return { exit: step.code };
    case 'hold': {
      memory.held += step.bytes;
      const limit = machine.container.config.memoryLimit;
      if (limit === undefined || memory.held + interpreter <= limit) return undefined;
      outOfMemory(machine);
      return { exit: 137 };
    }
    case 'serve': {
      if (!listen(machine, process, step.port)) {
        write(machine, process, 2, 'OSError: [Errno 98] Address already in use\n');
        return { exit: 1 };
      }
      memory.serving = {
        ...(step.body !== undefined && { body: step.body }),
        ...(step.root !== undefined && { root: step.root }),
      };
      if (step.greeting) write(machine, process, 1, step.greeting);
      return { wait: { for: 'signal' } };
    }
  }
}
