import type { Milliseconds } from '../world/queue.ts';
import type { ContainerConfig, ImagePlace } from './contract.ts';

/** What the container runtime of one node holds. Plain data: part of the world. */
export interface RuntimeState {
  /** Containers run nothing, and end well as soon as they are told to: the nodes of scale tests. Source: cmd/kubemark. */
  isHollow?: true;
  /** Images on the node, by full name, with the instant at which they came. */
  images: Map<string, { at: Milliseconds }>;
  /** What a scenario said of images, by full name; what it does not name is as in the catalogue. */
  places: Map<string, ImagePlace>;
  /** How long a pull takes where a scenario says so, in seconds; otherwise size and bandwidth tell. */
  pullSeconds?: number;
  /** Pulls one after the other, as the kubelet's default serializeImagePulls has them: the first is under way. */
  pulls: Pull[];
  nextPull: number;
  /** By Pod uid. */
  sandboxes: Map<string, Sandbox>;
  /** Pod IPs in use, to the Pod's uid. */
  addresses: Map<string, string>;
  /** Host number within podCIDR to be given out next. */
  nextHost: number;
  /** The node's own address, once a Pod on the host's network has asked for it. */
  hostAddress?: string;
  /** Listening sockets of the node's own network namespace. */
  hostSockets: Map<number, Socket>;
  /** By id, exited ones too until they are removed. */
  containers: Map<string, Container>;
}

export interface Pull {
  number: number;
  podUid: string;
  container: string;
  image: string;
  full: string;
  askedAt: Milliseconds;
  /** When it became the first. */
  begunAt?: Milliseconds;
}

/** A Pod's own namespaces and volumes. */
export interface Sandbox {
  ip: string;
  hostNetwork: boolean;
  /** Ids of its containers, also of those that have exited. */
  containers: string[];
  /** True once somebody has made a symbolic link: without one, paths need not be looked through for them. */
  hasLinks: boolean;
  /** Listening sockets by port, of the Pod's network namespace. */
  sockets: Map<number, Socket>;
  /** Which container spoke through localhost to which other, by both and the port: `web>redis:6379`. */
  talks?: Map<string, LocalTalk>;
  /** Files of the Pod's volumes: by volume, then by path within it (`/a/b`). */
  volumes: Map<string, Map<string, FileEntry>>;
}

/** A container spoke to another of its Pod through localhost. */
export interface LocalTalk {
  from: string;
  to: string;
  port: number;
  /** When last. */
  at: Milliseconds;
}

/** Who listens on a port. */
export interface Socket {
  container: string;
  process: number;
}

/** A thing with a path. */
export type FileEntry =
  /** `zeros`: so many bytes of zeros come after the text, which are only counted. */
  | { type: 'file'; text: string; at: Milliseconds; executable?: true; zeros?: number }
  | { type: 'directory'; at: Milliseconds }
  | { type: 'link'; target: string; at: Milliseconds }
  /** An executable that is simulated: a program's name in the registry. */
  | { type: 'program'; program: string /** Of a server: its name in the image's description. */; server?: string }
  | { type: 'device'; device: 'null' | 'zero' | 'urandom' }
  /** Hides what the image has at this path. */
  | { type: 'removed' };

export interface Container {
  id: string;
  config: ContainerConfig;
  /** Full name of its image. */
  image: string;
  state: 'created' | 'running' | 'exited';
  startedAt?: Milliseconds;
  /** What the container has written over its image: by absolute path. */
  files: Map<string, FileEntry>;
  log: Log;
  processes: Map<number, Process>;
  nextProcess: number;
  pipes: Map<number, Pipe>;
  nextPipe: number;
  /** Processes that can go on in this instant, in order. */
  runnable: number[];
  /** Steps run since `from`: when there were too many, the rest waits until the processor has caught up. */
  steps: { from: Milliseconds; taken: number };
  /** Processor time used in the current quarter of a minute and in the one before; absent where there was none. */
  work?: { period: number; used: Milliseconds; before: Milliseconds };
  /** When its server will have done the work of the requests that have come; absent where none has. */
  busyUntil?: Milliseconds;
  /** True while a message is due that lets `runnable` go on. */
  resuming: boolean;
  nextTimer: number;
  exit?: { code: number; signal?: number; reason?: 'OOMKilled'; at: Milliseconds };
}

/** The last lines that a container wrote, oldest first. */
export interface Log {
  lines: { at: Milliseconds; stream: 1 | 2; text: string }[];
  characters: number;
  /** Lines dropped from the front so far: a reader that follows knows its place by it. */
  dropped: number;
}

/** Text on its way from its writers to its readers. */
export interface Pipe {
  text: string;
  writers: number;
  readers: number;
}

/** Where a process reads from or writes to. */
export type Descriptor =
  | { type: 'null' }
  | { type: 'zero' }
  | { type: 'urandom' }
  | { type: 'log'; stream: 1 | 2 }
  /** What a command run by `exec` prints: gathered in its Exec. */
  | { type: 'exec'; stream: 1 | 2 }
  | { type: 'pipe'; pipe: number; end: 'read' | 'write' }
  /** Writes go to the end of the file. */
  | { type: 'file'; path: string };

/** Why a process does not go on. */
export type Wait =
  | { for: 'time'; timer: number }
  | { for: 'input'; pipe: number }
  | { for: 'output'; pipe: number }
  /** The end of a child; of any where `child` is absent. A signal with a trap wakes it too. */
  | { for: 'child'; child?: number }
  /** Nothing but a signal. */
  | { for: 'signal' };

export interface Process {
  id: number;
  parent: number;
  /** The program's name in the registry, and its arguments without that name. */
  program: string;
  arguments: string[];
  environment: Map<string, string>;
  directory: string;
  descriptors: Map<number, Descriptor>;
  /** What the program remembers; its own business. */
  memory: unknown;
  wait?: Wait;
  /** Signals that have come and are not handled yet. */
  signals: number[];
  /** Children that have ended, with their exit code, until they are waited for. */
  ended: Map<number, number>;
  /** Present where this process was begun by `exec`: whom to tell. */
  exec?: Exec;
}

/** A command begun from outside the container. */
export interface Exec {
  replyTo: string;
  id: string;
  podUid: string;
  output: string;
  stdout: string;
  stderr: string;
  /** The pipe into which more of its input is written, while that is open. */
  input?: number;
  terminal?: true;
}

export function createRuntimeState(): RuntimeState {
  return {
    images: new Map(),
    places: new Map(),
    pulls: [],
    nextPull: 1,
    sandboxes: new Map(),
    addresses: new Map(),
    nextHost: 2,
    hostSockets: new Map(),
    containers: new Map(),
  };
}
