import type { Failure } from '../api/status.ts';

/** Ends a command: what it prints to stderr, complete, and its exit code. */
export class CommandError extends Error {
  readonly stderr: string;
  readonly exit: number;

  constructor(stderr: string, exit = 1) {
    super(stderr);
    this.stderr = stderr;
    this.exit = exit;
  }
}

/** `error: MESSAGE`, exit 1. */
export function mistake(message: string): CommandError {
  return new CommandError(`error: ${message}\n`);
}

/** A mistake in the arguments, with the hint at the command's help. Source: kubectl cmdutil.UsageErrorf. */
export function usageMistake(command: string, message: string): CommandError {
  return new CommandError(`error: ${message}\nSee 'kubectl ${command} -h' for help and examples\n`);
}

/** The refusal of the server, as a command ends with it. `doing` is put before the message (`error when creating "a.yaml"`). */
export function refused(failure: Failure, doing?: string): CommandError {
  return new CommandError(failureText(failure, doing));
}

/** What kubectl prints of a Status, with its line break. Source: kubectl cmdutil.StandardErrorMessage, MultilineError. */
export function failureText(failure: Failure, doing?: string): string {
  if (failure.reason === 'Invalid') return invalidText(failure);
  const message = doing ? `${doing}: ${failure.message}` : failure.message;
  return `Error from server${failure.reason ? ` (${failure.reason})` : ''}: ${message}\n`;
}

function invalidText({ message, details }: Failure): string {
  if (!details) return `The request is invalid${message && `: ${message}`}\n`;
  const { kind = '', name = '', causes = [] } = details;
  const texts = causes.map((cause) => (cause.field ? `${cause.field}: ${cause.message}` : cause.message));
  const [first, ...others] = [...new Set(texts)];
  const isNamed = kind !== '' || name !== '';
  const prefix = isNamed ? `The ${kind} "${name}" is invalid` : 'The request is invalid';
  if (first === undefined) return isNamed || !message ? `${prefix}\n` : `${prefix}: ${message}\n`;
  if (others.length === 0) return `${prefix}: ${first}\n`;
  return `${prefix}: \n${[first, ...others].map((text) => `* ${text}\n`).join('')}`;
}

/** What commands say that were given neither arguments nor files. Source: cli-runtime resource.Builder. */
export const nothingGiven = `error: You must provide one or more resources by argument or filename.
Example resource specifications include:
   '-f rsrc.yaml'
   '--filename=rsrc.json'
   '<resource> <name>'
   '<resource>'
`;
