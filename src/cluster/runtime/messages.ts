/** What the runtime tells itself: due in the queue, to the component `runtime`. */
export type InnerMessage =
  /** A process has slept enough; one that has gone or waits for another thing by now does not mind. */
  | { type: 'timer'; node: string; container: string; process: number; timer: number }
  /** The processor has time for the container again. */
  | { type: 'resume'; node: string; container: string }
  /** The grace is over: SIGKILL. */
  | { type: 'graceOver'; node: string; container: string }
  /** A command from outside has had its time. */
  | { type: 'execTimeout'; node: string; container: string; process: number; command: string[]; timeout: number }
  /** The pull under way is done; `number` tells it from one before a power cut. */
  | { type: 'pullDone'; node: string; number: number };
