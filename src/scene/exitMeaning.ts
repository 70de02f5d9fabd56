/** What an exit code says. */
export type ExitMeaning =
  | { kind: 'ok' | 'error' | 'notExecutable' | 'notFound' | 'notStarted' }
  /** Ended by a signal; by 128 and its number. */
  | { kind: 'signal'; signal: string };

/** Numbers of the signals that end containers, as on Linux. */
const signals: Readonly<Record<number, string>> = {
  1: 'SIGHUP',
  2: 'SIGINT',
  3: 'SIGQUIT',
  4: 'SIGILL',
  6: 'SIGABRT',
  7: 'SIGBUS',
  8: 'SIGFPE',
  9: 'SIGKILL',
  11: 'SIGSEGV',
  13: 'SIGPIPE',
  14: 'SIGALRM',
  15: 'SIGTERM',
};

/** What the exit code of a container says, as shells and container runtimes have it (POSIX, 2.8.2). */
export function exitMeaning(code: number): ExitMeaning {
  if (code === 0) return { kind: 'ok' };
  if (code === 126) return { kind: 'notExecutable' };
  if (code === 127) return { kind: 'notFound' };
  if (code === 128) return { kind: 'notStarted' };
  const signal = signals[code - 128];
  return signal === undefined ? { kind: 'error' } : { kind: 'signal', signal };
}
