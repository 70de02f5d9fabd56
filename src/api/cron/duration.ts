const units: ReadonlyMap<string, number> = new Map([
  ['ns', 1e-9],
  ['us', 1e-6],
  ['µs', 1e-6],
  ['μs', 1e-6],
  ['ms', 1e-3],
  ['s', 1],
  ['m', 60],
  ['h', 3600],
]);
/** In seconds: Go counts nanoseconds in 63 bits. */
const longest = 2 ** 63 / 1e9;

/** Seconds of a duration as Go writes it (`1h30m`), or why it is none. Source: Go's time.ParseDuration. */
export function parseDuration(text: string): number | string {
  const quoted = JSON.stringify(text);
  const sign = text.startsWith('-') ? -1 : 1;
  let rest = text.replace(/^[+-]/, '');
  if (rest === '0') return 0;
  if (rest === '') return `time: invalid duration ${quoted}`;
  let seconds = 0;
  while (rest !== '') {
    const number = /^(\d*)(\.\d*)?/.exec(rest)?.[0] ?? '';
    if (number === '' || number === '.') return `time: invalid duration ${quoted}`;
    rest = rest.slice(number.length);
    const unit = /^[^.\d]*/.exec(rest)?.[0] ?? '';
    if (unit === '') return `time: missing unit in duration ${quoted}`;
    const factor = units.get(unit);
    if (factor === undefined) return `time: unknown unit ${JSON.stringify(unit)} in duration ${quoted}`;
    seconds += Number(number) * factor;
    if (seconds > longest) return `time: invalid duration ${quoted}`;
    rest = rest.slice(unit.length);
  }
  return sign * seconds;
}
