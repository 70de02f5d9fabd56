import { interpreterOf } from './steps.ts';

/** How long the real one takes for 2000 digits; the work grows with their square. */
const timeOf2000 = 4500;

/**
 * perl, as far as the documentation of Jobs needs it: `-Mbignum=bpi -wle 'print bpi(2000)'` prints pi; `-e 'print "..."'`,
 * `sleep`, `exit` and `die` of one line. Anything else is refused.
 */
export const perl = interpreterOf((_machine, process) => {
  const at = process.arguments.findIndex((arg) => /^-\w*e$/.test(arg));
  const text = process.arguments[at + 1] ?? '';
  const newline = /l/.test(process.arguments[at] ?? '') ? '\n' : '';
  if (at < 0) return { message: 'perl: only one-line programs (-e) are simulated by Podarium\n', code: 2 };
  const digits = /^\s*print\s+bpi\((\d+)\)\s*;?\s*$/.exec(text);
  if (digits) {
    const count = Math.min(10_000, Number(digits[1]));
    return [
      { type: 'sleep', time: Math.max(50, timeOf2000 * (count / 2000) ** 2) },
      { type: 'print', stream: 1, text: pi(count) + newline },
    ];
  }
  const steps = [];
  for (const part of text.split(';')) {
    const statement = part.trim();
    const printed = /^print\s+(?:"((?:\\.|[^"\\])*)"|'([^']*)')$/.exec(statement);
    const slept = /^sleep\s*\(?\s*(\d+)\s*\)?$/.exec(statement);
    const ended = /^exit\s*\(?\s*(\d*)\s*\)?$/.exec(statement);
    const died = /^die\s+(?:"((?:\\.|[^"\\])*)"|'([^']*)')$/.exec(statement);
    if (statement === '') continue;
    if (printed)
      steps.push({
        type: 'print',
        stream: 1,
        text: (printed[1] ?? printed[2] ?? '').replaceAll('\\n', '\n') + newline,
      } as const);
    else if (slept) steps.push({ type: 'sleep', time: Number(slept[1]) * 1000 } as const);
    else if (ended) steps.push({ type: 'exit', code: Number(ended[1] || 0) & 255 } as const);
    else if (died) {
      const message = (died[1] ?? died[2] ?? '').replaceAll('\\n', '\n');
      steps.push(
        { type: 'print', stream: 2, text: message.endsWith('\n') ? message : `${message} at -e line 1.\n` } as const,
        { type: 'exit', code: 255 } as const,
      );
    } else return { message: `perl: this program is not simulated by Podarium: ${statement.slice(0, 100)}\n`, code: 2 };
  }
  return steps;
}, false);

/** Pi with so many digits in all, rounded, by Machin's formula. */
export function pi(digits: number): string {
  const guard = 10n;
  const one = 10n ** (BigInt(digits) + guard);
  const arctangent = (x: bigint): bigint => {
    let term = one / x;
    let sum = term;
    for (let n = 3n, sign = -1n; term > 0n; n += 2n, sign = -sign) {
      term /= x * x;
      sum += (sign * term) / n;
    }
    return sum;
  };
  const value = 4n * (4n * arctangent(5n) - arctangent(239n));
  // One digit stands before the point.
  const unit = 10n ** (guard + 1n);
  const rounded = String((value + unit / 2n) / unit);
  return digits < 2 ? '3' : `3.${rounded.slice(1)}`;
}
