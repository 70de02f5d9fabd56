import { laterParts } from '../../later/later.ts';
import type { Milliseconds } from '../../world/queue.ts';
import { lookUp, readText, writeText } from '../files/files.ts';
import { absolutePath, join } from '../files/path.ts';
import type { ServerDescription } from '../images/image.ts';
import { mostMemory } from '../memory.ts';
import { write } from '../processes/descriptors.ts';
import { listen, outOfMemory, sleepFor } from '../processes/kernel.ts';
import type { Machine } from '../processes/machine.ts';
import type { Outcome, Program, ServerAnswer } from '../processes/program.ts';
import { signals } from '../processes/signals.ts';
import type { Process } from '../state.ts';
import { fillIn } from './stamps.ts';

export interface Server {
  stage: 'initializing' | 'starting' | 'running' | 'stopping';
  /** When it began. */
  since: Milliseconds;
  /** What a protocol keeps in it: the keys of redis. */
  data?: Map<string, string>;
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
    if (isTooMuch(machine, process, description)) {
      outOfMemory(machine);
      return { exit: 137 };
    }
    if (memory?.stage === 'stopping') return { exit: description.stop.exitCode };
    if (memory && process.signals.length > 0) {
      process.signals = [];
      memory.stage = 'stopping';
      say(machine, process, 1, description.farewell);
      return { wait: sleepFor(machine, process, description.stop.after) };
    }
    if (!memory) return begin(machine, process, description);
    if (memory.stage === 'running') return { wait: { for: 'signal' } };
    if (memory.stage === 'initializing') return start(machine, process, memory, description);
    if (description.failure) {
      say(machine, process, 2, description.failure.log);
      return { exit: description.failure.exitCode };
    }
    if (description.port !== undefined && !listen(machine, process, description.port)) {
      say(machine, process, 2, [description.portTaken ?? 'Address already in use']);
      return { exit: 1 };
    }
    say(machine, process, 1, description.greeting);
    memory.stage = 'running';
    return untilFull(machine, process, description);
  },
  handles: (process, signal) => signal === signals.TERM && (process.memory as Server | undefined)?.stage !== 'stopping',
  memory: (machine, process) => memoryOf(machine, process, serverOf(machine, process)),
  processor: (machine, process) => serverOf(machine, process).processor,
  converse(machine, process, text) {
    const { memory } = process;
    return serverOf(machine, process).protocol === 'redis'
      ? laterParts('the protocol of redis').answerRedis(memory as Server, text)
      : 'closed';
  },
  respond(machine, process, { path }) {
    const description = serverOf(machine, process);
    if (description.speaksHttp === false) return 'closed';
    return { ...answerOf(machine, process, description, path), work: description.work ?? smallWork };
  },
};

/** Processor time of a request that asks for little. */
const smallWork = 0.5;

function say(machine: Machine, process: Process, stream: 1 | 2, lines: readonly string[] = []): void {
  for (const line of lines) write(machine, process, stream, `${fillIn(machine, process.id, line)}\n`);
}

function answerOf(machine: Machine, process: Process, description: ServerDescription, path: string): ServerAnswer {
  const [plain = '/'] = path.split('?');
  const found = description.answers?.[plain] ?? (description.root === undefined ? description.otherwise : undefined);
  if (found) {
    const { since = machine.world.now } = (process.memory ?? {}) as Partial<Server>;
    const { later, latency = description.latency, ...first } = found;
    const { status, body } = later && machine.world.now - since >= later.after ? later : first;
    return { status, body: fillIn(machine, process.id, body), latency };
  }
  if (description.root === undefined) return { status: 404, body: 'not found\n', latency: description.latency };
  return serveFile(machine, description.root, plain, description.latency);
}

function begin(machine: Machine, process: Process, description: ServerDescription): Outcome {
  const { requires, initialize } = description;
  const isEmpty = !initialize || lookUp(machine, initialize.marker) === undefined;
  if (requires && isEmpty) {
    const { anyOf, allOf = [], log } = requires;
    const missing = allOf.filter((name) => !process.environment.get(name));
    say(
      machine,
      process,
      2,
      missing.map((name) => `fatal: environment variable ${name} is not set`),
    );
    const lacksAll = anyOf !== undefined && !anyOf.some((name) => process.environment.get(name));
    if (lacksAll) say(machine, process, 2, log);
    if (lacksAll || missing.length > 0) return { exit: 1 };
  }
  const memory: Server = { stage: 'starting', since: machine.world.now };
  process.memory = memory;
  if (!initialize || !isEmpty) return start(machine, process, memory, description);
  memory.stage = 'initializing';
  say(machine, process, 1, initialize.log);
  writeText(machine, initialize.marker, '1\n');
  return { wait: sleepFor(machine, process, initialize.time) };
}

function start(machine: Machine, process: Process, memory: Server, { failure, startTime }: ServerDescription): Outcome {
  memory.stage = 'starting';
  return { wait: sleepFor(machine, process, failure ? failure.after : startTime) };
}

/** A server whose memory grows sleeps until the limit, or the node's memory, is reached. */
function untilFull(machine: Machine, process: Process, { growth = 0, memory }: ServerDescription): Outcome {
  if (growth <= 0) return { wait: { for: 'signal' } };
  const left = mostMemory(machine) - memory;
  return { wait: sleepFor(machine, process, (Math.max(0, left) / growth) * 1000 + 1) };
}

function memoryOf({ world }: Machine, process: Process, { memory, growth = 0 }: ServerDescription): number {
  const { since = world.now, stage } = (process.memory ?? {}) as Partial<Server>;
  return memory + (stage === 'running' ? (growth * (world.now - since)) / 1000 : 0);
}

function isTooMuch(machine: Machine, process: Process, description: ServerDescription): boolean {
  const limit = description.growth ? mostMemory(machine) : machine.container.config.memoryLimit;
  return limit !== undefined && memoryOf(machine, process, description) > limit;
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
