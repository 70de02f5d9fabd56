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

/** What a server answers to a path. */
export interface ServerAnswerDescription {
  status: number;
  body: string;
  latency?: Milliseconds;
  /** What it answers instead once it has run for so long. */
  later?: { after: Milliseconds; status: number; body: string };
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
  answers?: Readonly<Record<string, ServerAnswerDescription>>;
  /** What it answers to any other path where it serves no files; without it 404. */
  otherwise?: ServerAnswerDescription;
  /** What it answers to the health service of gRPC, where it speaks gRPC. */
  grpcHealth?: 'SERVING' | 'NOT_SERVING';
  /** A protocol other than HTTP that is simulated. */
  protocol?: 'redis';
  /** Memory in use, in bytes, and processor in millicores while nobody asks for anything. */
  memory: number;
  processor: number;
  /** Processor time of one request; half a millisecond where absent. */
  work?: Milliseconds;
  /** How it takes SIGTERM: ends so long after with this exit code. */
  stop: { after: Milliseconds; exitCode: number };
  /**
   * What it needs in its environment: one of these, or all of those, unless its data are there already;
   * else it says so and exits 1.
   */
  requires?: { anyOf?: readonly string[]; log?: readonly string[]; allOf?: readonly string[] };
  /** What it does at its first start with an empty data directory, marked by a file. */
  initialize?: { marker: string; time: Milliseconds; log: readonly string[] };
  /** What it writes to its log once it listens. `{hostname}` and stamps such as `{nginx}` are filled in (stamps.ts). */
  greeting?: readonly string[];
  /** What it writes as it is stopped. */
  farewell?: readonly string[];
  /** Bytes by which its memory grows in a second, until the limit ends it. */
  growth?: number;
  /** Where it fails by itself: so long after its start. */
  failure?: { after: Milliseconds; exitCode: number; log: readonly string[] };
  /** What it says where somebody has its port already; it then exits 1. */
  portTaken?: string;
}
