import { unescapeText } from './escapes.ts';
import { simple } from './simple.ts';

/** Prints its arguments; `-n` without newline, `-e` with escapes. */
export const echo = simple(
  (io, args) => {
    let newline = true;
    let escapes = false;
    let first = 0;
    for (; /^-[neE]+$/.test(args[first] ?? ''); first++) {
      for (const letter of args[first] ?? '') {
        if (letter === 'n') newline = false;
        if (letter === 'e') escapes = true;
        if (letter === 'E') escapes = false;
      }
    }
    const text = args.slice(first).join(' ');
    if (!escapes) {
      io.out(newline ? `${text}\n` : text);
      return 0;
    }
    const { text: plain, stopped } = unescapeText(text);
    io.out(newline && !stopped ? `${plain}\n` : plain);
    return 0;
  },
  { inShell: true },
);
