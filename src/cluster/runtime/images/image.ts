import type { Milliseconds } from '../../world/queue.ts';

/** One image of the simulated registry: what its Dockerfile and its maker would tell. */
export interface ImageDescription {
  /** Full name without tag: `docker.io/library/nginx`. */
  repository: string;
  tags: readonly string[];
  /** Compressed size in bytes, as `kubectl describe` tells it after a pull. */
  size: number;
  entrypoint?: readonly string[];
  command?: readonly string[];
  environment?: Readonly<Record<string, string>>;
  workingDirectory?: string;
  /** Whom its processes run as: a number or a name; root where absent. */
  user?: string;
  /** Directories besides the usual ones. */
  directories?: readonly string[];
  /** Text files by absolute path. */
  files?: Readonly<Record<string, string>>;
  /** Programs of its own by absolute path: their description in `servers`, or a registered program's name. */
  programs?: Readonly<Record<string, string>>;
  servers?: Readonly<Record<string, ServerDescription>>;
  /** False for images without a shell and the usual commands. */
  hasCommands: boolean;
}

/** A server program of an image, as seen from outside. */
export interface ServerDescription {
  /** Listens there; without one it only runs. */
  port?: number;
  /** From its start until it listens. */
  startTime: Milliseconds;
  /** From a request until its answer, where the answer has no time of its own. */
  latency: Milliseconds;
  /** False where it speaks something else than HTTP, and closes a connection that does. */
  speaksHttp?: false;
  /** Directory whose files it serves; `/` is index.html. */
  root?: string;
  /** Answers by path; they come before the files. */
  answers?: Readonly<Record<string, { status: number; body: string; latency?: Milliseconds }>>;
  /** Memory in use, in bytes, and processor in millicores while nobody asks for anything. */
  memory: number;
  processor: number;
  /** Processor time of one request; half a millisecond where absent. */
  work?: Milliseconds;
  /** How it takes SIGTERM: ends so long after with this exit code. */
  stop: { after: Milliseconds; exitCode: number };
  /** What it writes to its log once it listens. */
  greeting?: readonly string[];
  /** Where it fails by itself: so long after its start. */
  failure?: { after: Milliseconds; exitCode: number; log: readonly string[] };
  /** What it says where somebody has its port already; it then exits 1. */
  portTaken?: string;
}
