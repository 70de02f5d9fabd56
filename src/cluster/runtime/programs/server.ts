import { lookUp, readText } from '../files/files.ts';
import { absolutePath, join } from '../files/path.ts';
import type { ServerDescription } from '../images/image.ts';
import { write } from '../processes/descriptors.ts';
import { listen, outOfMemory, sleepFor } from '../processes/kernel.ts';
import type { Machine } from '../processes/machine.ts';
import type { Program, ServerAnswer } from '../processes/program.ts';
import { signals } from '../processes/signals.ts';
import type { Process } from '../state.ts';

interface Server {
  stage: 'starting' | 'running' | 'stopping';
}

/** The description of the server that a process is: its first argument is the name. */
export function serverOf(machine: Machine, process: Process): ServerDescription {
  const description = machine.image.servers?.[process.arguments[0] ?? ''];
  if (!description) throw new Error(`the image ${machine.image.repository} has no server ${process.arguments[0]}`);
  return description;
}

/** The servers of the images: start, listen, answer, fail or stop as their description says. */
export const server: Program = {
  run(machine, process) {
    const description = serverOf(machine, process);
    const memory = process.memory as Server | undefined;
    const limit = machine.container.config.memoryLimit;
    if (limit !== undefined && description.memory > limit) {
      outOfMemory(machine);
      return { exit: 137 };
    }
    if (memory?.stage === 'stopping') return { exit: description.stop.exitCode };
    if (process.signals.length > 0) {
      process.signals = [];
      process.memory = { stage: 'stopping' } satisfies Server;
      return { wait: sleepFor(machine, process, description.stop.after) };
    }
    if (!memory) return begin(machine, process, description);
    if (memory.stage === 'running') return { wait: { for: 'signal' } };
    if (description.failure) {
      for (const line of description.failure.log) write(machine, process, 2, `${line}\n`);
      return { exit: description.failure.exitCode };
    }
    if (description.port !== undefined && !listen(machine, process, description.port)) {
      write(machine, process, 2, `${description.portTaken ?? 'Address already in use'}\n`);
      return { exit: 1 };
    }
    for (const line of description.greeting ?? []) write(machine, process, 1, `${line}\n`);
    memory.stage = 'running';
    return { wait: { for: 'signal' } };
  },
  handles: (process, signal) => signal === signals.TERM && (process.memory as Server | undefined)?.stage !== 'stopping',
  memory: (machine, process) => serverOf(machine, process).memory,
  processor: (machine, process) => serverOf(machine, process).processor,
  respond(machine, process, { path }) {
    const description = serverOf(machine, process);
    if (description.speaksHttp === false) return 'closed';
    return { ...answerOf(machine, description, path), work: description.work ?? smallWork };
  },
};

/** Processor time of a request that asks for little. */
const smallWork = 0.5;

function answerOf(machine: Machine, description: ServerDescription, path: string): ServerAnswer {
  const [plain = '/'] = path.split('?');
  const answer = description.answers?.[plain];
  if (answer) return { latency: description.latency, ...answer };
  if (description.root === undefined) return { status: 404, body: 'not found\n', latency: description.latency };
  return serveFile(machine, description.root, plain, description.latency);
}

function begin(machine: Machine, process: Process, { failure, startTime }: ServerDescription) {
  process.memory = { stage: 'starting' } satisfies Server;
  return { wait: sleepFor(machine, process, failure ? failure.after : startTime) };
}

/** A file below a directory, `index.html` for a directory, or 404. */
export function serveFile(machine: Machine, root: string, path: string, latency: number): ServerAnswer {
  const notFound = {
    status: 404,
    body: '<HTML><HEAD><TITLE>404 Not Found</TITLE></HEAD>\n<BODY><H1>404 Not Found</H1>\nThe requested URL was not found\n</BODY></HTML>\n',
    latency,
  };
  const full = absolutePath(root, `.${absolutePath('/', path)}`);
  const file = lookUp(machine, full)?.type === 'directory' ? join(full, 'index.html') : full;
  const content = readText(machine, file);
  return 'text' in content ? { status: 200, body: content.text, latency } : notFound;
}
