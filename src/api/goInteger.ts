const most = 2n ** 63n - 1n;

/** A whole number as Go's strconv.Atoi reads it, or why it reads none: `parsing "x": invalid syntax`. */
export function parseGoInteger(text: string): bigint | string {
  if (!/^[+-]?[0-9]+$/.test(text)) return `parsing ${JSON.stringify(text)}: invalid syntax`;
  const number = BigInt(text.replace(/^[+-]/, '')) * (text.startsWith('-') ? -1n : 1n);
  return number > most || number < -most - 1n ? `parsing ${JSON.stringify(text)}: value out of range` : number;
}
