const single: Record<string, string> = {
  '\\': '\\',
  a: '\x07',
  b: '\b',
  e: '\x1b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
  v: '\v',
};

/** Replaces `\n`, `\t`, `\0101`, `\x41` and such; `\c` drops all that follows. As `echo -e` and `printf %b` do. */
export function unescapeText(text: string): { text: string; stopped: boolean } {
  let plain = '';
  for (const [piece] of text.matchAll(/\\(?:0?[0-7]{1,3}|x[\da-fA-F]{1,2}|[\s\S])|[^\\]+|\\$/g)) {
    const code = piece[1] ?? '';
    if (piece.length < 2 || !piece.startsWith('\\')) plain += piece;
    else if (code === 'c') return { text: plain, stopped: true };
    else if (/[0-7]/.test(code)) plain += String.fromCharCode(Number.parseInt(piece.slice(1), 8) & 255);
    else if (code === 'x' && piece.length > 2) plain += String.fromCharCode(Number.parseInt(piece.slice(2), 16));
    else plain += single[code] ?? piece;
  }
  return { text: plain, stopped: false };
}
