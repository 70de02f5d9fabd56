import { isMapped } from './networks.ts';

const numbers = (bits: string, width: number): number[] =>
  (bits.match(new RegExp(`.{${width}}`, 'g')) ?? []).map((part) => Number.parseInt(part, 2));

/** The bits of an address of IPv4, also where it was written as one of IPv6. */
export const shortBits = (bits: string): string => (isMapped(bits) ? bits.slice(96) : bits);

/** An address in its one proper form (RFC 5952 for IPv6): lower case, the first longest run of noughts as `::`. */
export function addressText(given: string): string {
  const bits = shortBits(given);
  if (bits.length === 32) return numbers(bits, 8).join('.');
  const groups = numbers(bits, 16);
  let [start, length] = [0, 1];
  for (let from = 0; from < groups.length; from++) {
    let to = from;
    while (groups[to] === 0) to++;
    if (to - from > length) [start, length] = [from, to - from];
  }
  const digits = groups.map((group) => group.toString(16));
  if (length < 2) return digits.join(':');
  return `${digits.slice(0, start).join(':')}::${digits.slice(start + length).join(':')}`;
}
