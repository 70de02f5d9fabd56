import type { Milliseconds } from '../../world/queue.ts';
import type { ImageDescription, ServerDescription } from './image.ts';
import { normalizeImage } from './reference.ts';

/** An image that a learner says exists: what it is and how it behaves. Plain data, part of the history of commands. */
export interface DeclaredImage {
  /** As a Pod would name it: `shop/cart:1.2`. */
  name: string;
  /** Compressed, in bytes: what a pull has to carry. */
  size: number;
  /** `serve` answers HTTP, `run` only runs, `end` ends by itself, `command` runs words of the usual commands. */
  behaviour: 'serve' | 'run' | 'end' | 'command';
  /** Of `command`: its words. */
  command?: string[];
  /** Of `serve`: where it listens, and what it answers by path; another path is 404. */
  port?: number;
  answers?: { path: string; status: number; body: string; latency?: Milliseconds }[];
  /** From its start until it listens; of `end` until it ends. */
  startTime: Milliseconds;
  /** Of `end`. */
  exitCode?: number;
  /** Bytes in use, and by how much they grow in a second. */
  memory: number;
  growth?: number;
  /** Millicores in use all the time. */
  processor?: number;
  /** Environment variables without which it ends with an error. */
  requires?: string[];
  /** What it writes once it runs, or as it ends. */
  log?: string[];
  /** How long it takes to stop after SIGTERM. */
  stopTime?: Milliseconds;
}

const largest = 2 ** 40;

/** The image, frozen, as the catalogue would have it; or why there can be none. */
export function declaredImage(image: DeclaredImage): ImageDescription | { refused: string } {
  const name = normalizeImage(image.name);
  if (!name.ok) return { refused: name.message };
  if (name.full.includes('@')) return { refused: 'an image is declared by its tag, not by its digest' };
  const numbers: [string, number | undefined, number, number][] = [
    ['size', image.size, 1, largest],
    ['start time', image.startTime, 0, 86_400_000],
    ['memory', image.memory, 0, largest],
    ['growth', image.growth, 0, largest],
    ['processor', image.processor, 0, 1_000_000],
    ['exit code', image.exitCode, 0, 255],
    ['stop time', image.stopTime, 0, 86_400_000],
    ['port', image.port, 1, 65_535],
  ];
  for (const [what, value, low, high] of numbers)
    if (value !== undefined && !(value >= low && value <= high))
      return { refused: `${what} must be between ${low} and ${high}` };
  if (image.behaviour === 'serve' && image.port === undefined) return { refused: 'a server needs a port' };
  if (image.behaviour === 'command' && (image.command ?? []).join('').trim() === '')
    return { refused: 'the command is missing' };
  if ((image.answers ?? []).some(({ status }) => !(status >= 100 && status <= 599)))
    return { refused: 'an HTTP status is between 100 and 599' };
  const colon = name.full.lastIndexOf(':');
  const isCommand = image.behaviour === 'command';
  return deeplyFrozen({
    repository: name.full.slice(0, colon),
    tags: [name.full.slice(colon + 1)],
    size: image.size,
    command: isCommand ? (image.command ?? []) : ['/app'],
    hasCommands: true,
    programs: { '/app': 'server' },
    servers: { app: serverOf(image) },
  });
}

function serverOf(image: DeclaredImage): ServerDescription {
  const { behaviour, answers = [], requires = [], log = [], growth } = image;
  const ends = behaviour === 'end';
  return {
    startTime: image.startTime,
    latency: 1,
    memory: image.memory,
    processor: image.processor ?? 1,
    stop: { after: image.stopTime ?? 100, exitCode: 0 },
    greeting: ends ? [] : log,
    ...(behaviour === 'serve' && image.port !== undefined && { port: image.port }),
    answers: Object.fromEntries(
      answers.map(({ path, ...answer }) => [path.startsWith('/') ? path : `/${path}`, answer]),
    ),
    ...(growth !== undefined && growth > 0 && { growth }),
    ...(ends && { failure: { after: image.startTime, exitCode: image.exitCode ?? 0, log } }),
    ...(requires.length > 0 && { requires: { allOf: requires } }),
  };
}

function deeplyFrozen<T>(value: T): T {
  if (typeof value !== 'object' || value === null) return value;
  for (const each of Object.values(value)) deeplyFrozen(each);
  return Object.freeze(value);
}
