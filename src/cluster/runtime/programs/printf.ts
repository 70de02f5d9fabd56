import { unescapeText } from './escapes.ts';
import { simple } from './simple.ts';

/** A width or precision beyond this is cut: nobody needs megabytes of blanks. */
const widest = 4096;

/** Prints its arguments as the format says; the format is used again while arguments are left. */
export const printf = simple(
  (io, args) => {
    const [format, ...values] = args;
    if (format === undefined) {
      io.err('printf: usage: printf FORMAT [ARG]...\n');
      return 1;
    }
    const rest = [...values];
    let status = 0;
    const invalid = (text: string): void => {
      io.err(`printf: invalid number '${text}'\n`);
      status = 1;
    };
    do {
      const before = rest.length;
      const { text, stopped } = once(format, rest, invalid);
      io.out(text);
      if (stopped || rest.length === before) break;
    } while (rest.length > 0);
    return status;
  },
  { inShell: true },
);

/** The format used once, for other programs that print by one; what is no number counts as 0. */
export function formatOnce(format: string, values: readonly string[]): string {
  return once(format, [...values], () => undefined).text;
}

function once(format: string, rest: string[], invalid: (text: string) => void): { text: string; stopped: boolean } {
  let out = '';
  const pattern = /%%|%([-+ 0#]*)(\*|\d+)?(?:\.(\*|\d+))?([a-zA-Z])|(?:\\[\s\S]|[^%\\])+|[\s\S]/g;
  for (const [piece, flags = '', width, precision, kind] of format.matchAll(pattern)) {
    if (piece === '%%') out += '%';
    else if (kind === undefined) {
      const { text, stopped } = unescapeText(piece);
      out += text;
      if (stopped) return { text: out, stopped };
    } else {
      const number = (text: string | undefined): number | undefined => {
        if (text === undefined) return undefined;
        return Math.min(widest, Math.abs(Number(text === '*' ? (rest.shift() ?? '0') : text)) || 0);
      };
      const wide = number(width);
      const digits = number(precision);
      const { text, stopped } = convert(kind, flags, digits, rest.shift(), invalid);
      out += pad(text, flags, wide ?? 0, kind);
      if (stopped) return { text: out, stopped };
    }
  }
  return { text: out, stopped: false };
}

function pad(text: string, flags: string, width: number, kind: string): string {
  if (flags.includes('-')) return text.padEnd(width);
  if (!flags.includes('0') || 'scb'.includes(kind)) return text.padStart(width);
  const sign = /^[-+ ]/.test(text) ? text.charAt(0) : '';
  return sign + text.slice(sign.length).padStart(width - sign.length, '0');
}

function convert(
  kind: string,
  flags: string,
  precision: number | undefined,
  value: string | undefined,
  invalid: (text: string) => void,
): { text: string; stopped: boolean } {
  const given = value ?? '';
  switch (kind) {
    case 's':
      return { text: given.slice(0, precision), stopped: false };
    case 'b': {
      return unescapeText(given);
    }
    case 'c':
      return { text: given.charAt(0), stopped: false };
    default:
      return { text: numberText(kind, flags, precision, given, invalid), stopped: false };
  }
}

function numberText(
  kind: string,
  flags: string,
  precision: number | undefined,
  given: string,
  invalid: (text: string) => void,
): string {
  const value = /^['"]/.test(given) ? (given.codePointAt(1) ?? 0) : Number(given.trim() || '0');
  if (Number.isNaN(value)) invalid(given);
  const number = Number.isNaN(value) ? Number.parseInt(given, 10) || 0 : value;
  const plus = number >= 0 ? (flags.includes('+') ? '+' : flags.includes(' ') ? ' ' : '') : '';
  switch (kind) {
    case 'f':
    case 'F':
      return plus + number.toFixed(Math.min(precision ?? 6, 100));
    case 'e':
      return plus + number.toExponential(Math.min(precision ?? 6, 100)).replace(/e([-+])(\d)$/, 'e$10$2');
    case 'g':
      return plus + String(Number(number.toPrecision(Math.min(Math.max(precision ?? 6, 1), 100))));
    case 'x':
      return Math.trunc(number).toString(16);
    case 'X':
      return Math.trunc(number).toString(16).toUpperCase();
    case 'o':
      return Math.trunc(number).toString(8);
    default: {
      const digits = String(Math.abs(Math.trunc(number))).padStart(precision ?? 0, '0');
      return `${number < 0 ? '-' : plus}${digits}`;
    }
  }
}
