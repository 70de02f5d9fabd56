import type { Milliseconds } from '../../world/queue.ts';
import type { Process, Wait } from '../state.ts';
import type { Machine } from './machine.ts';

/** What a program is up to after it ran for a while. */
export type Outcome =
  | { exit: number }
  /** Goes on when what it waits for comes. */
  | { wait: Wait }
  /** Could go on at once, but others come first. */
  | { yield: true }
  /** Has become another program (`exec`): start that one. */
  | { became: true };

/** A request that has reached a listening socket. */
export interface ServerRequest {
  host: string;
  path: string;
}

export interface ServerAnswer {
  status: number;
  body: string;
  latency: Milliseconds;
  /** Processor time that it took, included in `latency` where nothing else is to be done. */
  work?: Milliseconds;
}

/** One executable, or several that share their code. It holds nothing itself: all is in `process.memory`. */
export interface Program {
  /** Begins (`process.memory` undefined) or goes on. Must come back after a bounded number of steps. */
  run(machine: Machine, process: Process): Outcome;
  /** True where a signal is taken care of by `run`; otherwise it ends the process, or is ignored by process 1. */
  handles?(process: Process, signal: number): boolean;
  /** Bytes of memory that a process of it holds now; where absent those of a small program. */
  memory?(machine: Machine, process: Process): number;
  /** Millicores that a process of it takes all the time, besides the work that is counted. */
  processor?(machine: Machine, process: Process): number;
  /** Answers to what a client says in a protocol of its own. */
  converse?(machine: Machine, process: Process, text: string): string | 'closed';
  /** Answers an HTTP request to a port on which the process listens. */
  respond?(machine: Machine, process: Process, request: ServerRequest): ServerAnswer | 'closed';
}
