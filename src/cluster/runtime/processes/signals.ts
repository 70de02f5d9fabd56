/** Signals by name, as `kill -l` of Linux numbers them. */
export const signals = {
  HUP: 1,
  INT: 2,
  QUIT: 3,
  KILL: 9,
  USR1: 10,
  USR2: 12,
  PIPE: 13,
  ALRM: 14,
  TERM: 15,
  CHLD: 17,
  CONT: 18,
  STOP: 19,
} as const;

/** The number of a signal given as `TERM`, `SIGTERM`, `term` or `15`; undefined where there is none. 0 is allowed. */
export function signalNumber(text: string): number | undefined {
  if (/^\d+$/.test(text)) return Number(text) <= 64 ? Number(text) : undefined;
  const name = text.toUpperCase().replace(/^SIG/, '');
  return Object.hasOwn(signals, name) ? signals[name as keyof typeof signals] : undefined;
}

/** What the shell says of a child that a signal ended. */
export const signalTexts: Record<number, string> = {
  9: 'Killed',
  15: 'Terminated',
  11: 'Segmentation fault',
  6: 'Aborted',
};
