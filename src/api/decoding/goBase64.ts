import { fromUtf8 } from '../utf8.ts';

const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

/**
 * The bytes of a base64 text, line breaks left out; or the place that Go names for what is wrong with it.
 * Source: encoding/base64 Encoding.decodeQuantum.
 */
export function decodeBase64(text: string): { bytes: number[] } | { wrongAt: number } {
  const bytes: number[] = [];
  let position = 0;
  const next = (): string => {
    while (text[position] === '\n' || text[position] === '\r') position++;
    return text.charAt(position++);
  };
  for (;;) {
    const quantum: number[] = [];
    while (quantum.length < 4) {
      const character = next();
      const value = letters.indexOf(character || '=');
      if (value >= 0) quantum.push(value);
      else if (character === '') return quantum.length === 0 ? { bytes } : { wrongAt: text.length - quantum.length };
      else if (character !== '=' || quantum.length < 2) return { wrongAt: position - 1 };
      else {
        const second = quantum.length === 2 ? next() : '=';
        if (second !== '=') return { wrongAt: second === '' ? text.length : position - 2 };
        if (next() !== '') return { wrongAt: position - 1 };
        bytes.push(...bytesOf(quantum));
        return { bytes };
      }
    }
    bytes.push(...bytesOf(quantum));
  }
}

function bytesOf(quantum: readonly number[]): number[] {
  const [a = 0, b = 0, c = 0, d = 0] = quantum;
  return [(a << 2) | (b >> 4), ((b & 15) << 4) | (c >> 2), ((c & 3) << 6) | d].slice(0, quantum.length - 1);
}

/** The text whose UTF-8 bytes are written in base64; undefined where it is no base64. */
export function fromBase64(text: string): string | undefined {
  const decoded = decodeBase64(text);
  return 'bytes' in decoded ? fromUtf8(decoded.bytes) : undefined;
}
