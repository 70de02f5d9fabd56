import { type Failure, isFailure } from '../api/status.ts';
import { CommandError, failureText } from './errors.ts';

/**
 * What a command could not do, gathered until its end: a refusal of the server, kubectl's own words, or several of them.
 * Source: k8s.io/apimachinery util/errors Aggregate.
 */
export type Problem = Failure | string | readonly Problem[];

const isSeveral = (problem: Problem): problem is readonly Problem[] => Array.isArray(problem);

const isText = (problem: Problem): problem is string => typeof problem === 'string';

const flat = (problem: Problem): string[] =>
  isSeveral(problem) ? problem.flatMap(flat) : [isText(problem) ? problem : (problem as Failure).message];

/** The problem as one text within another. Source: aggregate.Error. */
function messageOf(problem: Problem): string {
  const messages = [...new Set(flat(problem))];
  return messages.length === 1 ? (messages[0] ?? '') : `[${messages.join(', ')}]`;
}

/** `error when creating "web.yaml": `, put before a problem. Source: cmdutil.AddSourceToErr. */
export function whenDoing(doing: string, source: string, problem: Problem): Problem {
  const prefix = `error when ${doing} "${source}"`;
  if (isSeveral(problem) || isText(problem)) return `${prefix}: ${messageOf(problem)}`;
  const failure = problem as Failure;
  return { ...failure, message: `${prefix}: ${failure.message}` };
}

/** Several problems as one; one alone stays what it is. */
export const together = (problems: readonly Problem[]): Problem | undefined =>
  problems.length > 1 ? problems : problems[0];

/** One of several, which kubectl tells line by line and without `error:`. Source: cmdutil.MultipleErrors. */
function lineOf(problem: Problem): string {
  if (isSeveral(problem) || isText(problem)) return `${messageOf(problem)}\n`;
  const { reason, message } = problem as Failure;
  return `Error from server${reason ? ` (${reason})` : ''}: ${message}\n`;
}

/** What a command prints at its end. Source: cmdutil.checkErr. */
export function problemText(problem: Problem): string {
  const [only, ...others] = isSeveral(problem) ? problem : [problem];
  const single = others.length === 0 && only !== undefined ? only : problem;
  if (isSeveral(single)) return single.map(lineOf).join('');
  if (!isText(single)) return failureText(single as Failure);
  const text = single.startsWith('error: ') ? single : `error: ${single}`;
  return text.endsWith('\n') ? text : `${text}\n`;
}

/** Ends a command with its problem. */
export const failed = (problem: Problem): CommandError => new CommandError(problemText(problem));

/** Says at the end of a command what it could not do; the exit code. */
export function exitWith(session: { err(text: string): void }, problem: Problem | undefined): number {
  if (problem === undefined) return 0;
  session.err(problemText(problem));
  return 1;
}

/** A refusal as a problem, if it is one. */
export const refusalOf = <T extends object>(answer: T | Failure): Failure | undefined =>
  isFailure(answer) ? answer : undefined;
