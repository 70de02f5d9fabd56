import { toUtf8 } from './utf8.ts';

const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

/** The text (UTF-8) that base64 stands for. `atob` and `TextDecoder` are no part of the language that the simulator is kept to. */
export function decodeBase64(text: string): string {
  const escaped = decodeBase64Bytes(text).map((byte) => `%${byte.toString(16).padStart(2, '0')}`);
  return decodeURIComponent(escaped.join(''));
}

/** Base64 of the UTF-8 bytes of a text. */
export const encodeBase64 = (text: string): string => encodeBase64Bytes(toUtf8(text));

export function encodeBase64Bytes(bytes: readonly number[]): string {
  let out = '';
  for (let index = 0; index < bytes.length; index += 3) {
    const [a = 0, b, c] = bytes.slice(index, index + 3);
    out += letters.charAt(a >> 2) + letters.charAt(((a & 3) << 4) | ((b ?? 0) >> 4));
    out += b === undefined ? '=' : letters.charAt(((b & 15) << 2) | ((c ?? 0) >> 6));
    out += c === undefined ? '=' : letters.charAt(c & 63);
  }
  return out;
}

/** The bytes that base64 stands for. */
export function decodeBase64Bytes(text: string): number[] {
  const bytes: number[] = [];
  let bits = 0;
  let count = 0;
  for (const letter of text.replace(/[=\s]/g, '')) {
    bits = (bits << 6) | letters.indexOf(letter);
    count += 6;
    if (count < 8) continue;
    count -= 8;
    bytes.push((bits >> count) & 0xff);
    bits &= (1 << count) - 1;
  }
  return bytes;
}
