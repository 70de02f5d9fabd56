const shifts = [7, 12, 17, 22, 5, 9, 14, 20, 4, 11, 16, 23, 6, 10, 15, 21];
const constants = Array.from({ length: 64 }, (_none, index) => Math.floor(Math.abs(Math.sin(index + 1)) * 2 ** 32) | 0);
const rotate = (word: number, by: number): number => (word << by) | (word >>> (32 - by));

/** The MD5 of bytes (RFC 1321). */
export function md5(given: readonly number[]): number[] {
  const bytes = [...given, 0x80];
  while (bytes.length % 64 !== 56) bytes.push(0);
  for (let shift = 0; shift < 8; shift++) bytes.push(Math.floor((given.length * 8) / 2 ** (8 * shift)) & 255);
  let state: [number, number, number, number] = [0x67452301, 0xefcdab89 | 0, 0x98badcfe | 0, 0x10325476];
  for (let block = 0; block < bytes.length; block += 64) state = compress(state, bytes.slice(block, block + 64));
  return state.flatMap((word) => [0, 8, 16, 24].map((shift) => (word >>> shift) & 255));
}

function compress(state: [number, number, number, number], block: readonly number[]): [number, number, number, number] {
  let [a, b, c, d] = state;
  const byte = (index: number): number => block[index] ?? 0;
  const word = (index: number): number =>
    byte(4 * index) | (byte(4 * index + 1) << 8) | (byte(4 * index + 2) << 16) | (byte(4 * index + 3) << 24);
  for (let step = 0; step < 64; step++) {
    const round = step >> 4;
    const mixed = [(b & c) | (~b & d), (d & b) | (~d & c), b ^ c ^ d, c ^ (b | ~d)][round] ?? 0;
    const place = [step, 5 * step + 1, 3 * step + 5, 7 * step][round] ?? 0;
    const sum = (a + mixed + (constants[step] ?? 0) + word(place % 16)) | 0;
    [a, d, c] = [d, c, b];
    b = (b + rotate(sum, shifts[round * 4 + (step % 4)] ?? 0)) | 0;
  }
  return [(state[0] + a) | 0, (state[1] + b) | 0, (state[2] + c) | 0, (state[3] + d) | 0];
}
