import { toUtf8 } from './utf8.ts';

/** The fractional bits of the roots of the first primes, from which SHA-256 (FIPS 180-4) takes its constants. */
function fractions(count: number, root: (prime: number) => number): number[] {
  const primes: number[] = [];
  for (let candidate = 2; primes.length < count; candidate++)
    if (primes.every((prime) => candidate % prime > 0)) primes.push(candidate);
  return primes.map((prime) => Math.floor((root(prime) % 1) * 2 ** 32) | 0);
}

const start = fractions(8, Math.sqrt);
const constants = fractions(64, Math.cbrt);
const rotate = (word: number, by: number): number => (word >>> by) | (word << (32 - by));

/** The SHA-256 of a text's UTF-8 bytes. */
export function sha256(text: string): number[] {
  const bytes = toUtf8(text);
  const bits = bytes.length * 8;
  bytes.push(0x80);
  while (bytes.length % 64 !== 56) bytes.push(0);
  for (let shift = 56; shift >= 0; shift -= 8)
    bytes.push(shift >= 32 ? (bits / 2 ** shift) & 255 : (bits >>> shift) & 255);
  let hash = start;
  for (let block = 0; block < bytes.length; block += 64) hash = compress(hash, bytes.slice(block, block + 64));
  return hash.flatMap((word) => [word >>> 24, (word >>> 16) & 255, (word >>> 8) & 255, word & 255]);
}

function compress(before: readonly number[], block: readonly number[]): number[] {
  const words: number[] = [];
  const at = (list: readonly number[], index: number): number => list[index] ?? 0;
  for (let index = 0; index < 64; index++) {
    if (index < 16) {
      const byte = (offset: number) => at(block, index * 4 + offset);
      words.push((byte(0) << 24) | (byte(1) << 16) | (byte(2) << 8) | byte(3));
      continue;
    }
    const [old, recent] = [at(words, index - 15), at(words, index - 2)];
    const low = rotate(old, 7) ^ rotate(old, 18) ^ (old >>> 3);
    const high = rotate(recent, 17) ^ rotate(recent, 19) ^ (recent >>> 10);
    words.push((at(words, index - 16) + low + at(words, index - 7) + high) | 0);
  }
  let [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0] = before;
  for (let index = 0; index < 64; index++) {
    const choice = (rotate(e, 6) ^ rotate(e, 11) ^ rotate(e, 25)) + ((e & f) ^ (~e & g));
    const first = (h + choice + at(constants, index) + at(words, index)) | 0;
    const majority = (rotate(a, 2) ^ rotate(a, 13) ^ rotate(a, 22)) + ((a & b) ^ (a & c) ^ (b & c));
    [a, b, c, d, e, f, g, h] = [(first + majority) | 0, a, b, c, (d + first) | 0, e, f, g];
  }
  return [a, b, c, d, e, f, g, h].map((word, index) => (word + at(before, index)) | 0);
}
