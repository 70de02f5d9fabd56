import { toTimestamp } from '../../api/time.ts';
import type { Milliseconds } from '../world/queue.ts';
import type { LogOptions } from './contract.ts';
import type { Container } from './state.ts';

/** A container keeps this many characters of its log; older lines are dropped, as containerLogMaxSize has it. */
const keptCharacters = 64 * 1024;
/** A line longer than this is cut into several, as containerd does. */
const longestLine = 16 * 1024;

/** Puts text at the end of a container's log. A line begun by the same stream is gone on with. */
export function appendLog(container: Container, at: Milliseconds, stream: 1 | 2, text: string): void {
  const { log } = container;
  for (let from = 0; from < text.length; ) {
    const newline = text.indexOf('\n', from);
    const end = Math.min(newline < 0 ? text.length : newline + 1, from + longestLine);
    const piece = text.slice(from, end);
    const last = log.lines.at(-1);
    if (last && last.stream === stream && !last.text.endsWith('\n') && last.text.length < longestLine)
      last.text += piece;
    else log.lines.push({ at, stream, text: piece });
    log.characters += piece.length;
    from = end;
  }
  let surplus = 0;
  while (log.characters > keptCharacters && surplus < log.lines.length - 1)
    log.characters -= log.lines[surplus++]?.text.length ?? 0;
  if (surplus > 0) {
    log.lines.splice(0, surplus);
    log.dropped += surplus;
  }
}

/** A container's log as `kubectl logs` prints it; both streams together in the order of writing. */
export function readLog(container: Container, options: LogOptions = {}): string {
  const { tailLines, since, limitBytes, timestamps } = options;
  let { lines } = container.log;
  if (since !== undefined) lines = lines.filter((line) => line.at >= since);
  if (tailLines !== undefined) lines = tailLines === 0 ? [] : lines.slice(-tailLines);
  const text = lines.map((line) => (timestamps ? `${precise(line.at)} ${line.text}` : line.text)).join('');
  return limitBytes === undefined ? text : text.slice(0, limitBytes);
}

/** Nanoseconds, as the log files of containerd have them. */
function precise(at: Milliseconds): string {
  return toTimestamp(at).replace('Z', `.${String(at % 1000).padStart(3, '0')}000000Z`);
}

/** What was written since `position`, and the position to ask from next; 0 is the beginning. For `kubectl logs -f`. */
export function followLog(container: Container, position: number): { text: string; position: number } {
  const { lines, dropped } = container.log;
  // An unfinished last line is held back until it is whole or its container has ended.
  const open = container.state === 'running' && lines.at(-1)?.text.endsWith('\n') === false ? 1 : 0;
  const end = dropped + lines.length - open;
  const text = lines
    .slice(Math.max(0, position - dropped), lines.length - open)
    .map((line) => line.text)
    .join('');
  return { text, position: Math.max(position, end) };
}
