/** The state of the seeded generator (Mulberry32): one 32-bit number, part of the world. */
export interface Chance {
  state: number;
}

export function createChance(seed: number): Chance {
  return { state: seed >>> 0 };
}

/** The next number, from 0 up to but without 1. */
export function nextNumber(chance: Chance): number {
  chance.state = (chance.state + 0x6d2b79f5) >>> 0;
  let t = chance.state;
  t = Math.imul(t ^ (t >>> 15), t | 1);
  t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
  return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
}

/** A whole number from `low` to `high`, both included. */
export function nextInteger(chance: Chance, low: number, high: number): number {
  return low + Math.floor(nextNumber(chance) * (high - low + 1));
}

/** One of the list; the list must not be empty. */
export function pick<T>(chance: Chance, list: readonly T[]): T {
  return list[nextInteger(chance, 0, list.length - 1)] as T;
}

/** `base` times a factor from 1 up to 1 + `share`. Source: k8s.io/apimachinery wait.Jitter. */
export function jitter(chance: Chance, base: number, share: number): number {
  return Math.round(base * (1 + nextNumber(chance) * share));
}

/** Letters of generated names: no vowels, no look-alikes. Source: k8s.io/apimachinery util/rand. */
const nameLetters = 'bcdfghjklmnpqrstvwxz2456789';

/** The five letters that the API server puts behind `generateName`. */
export function nameSuffix(chance: Chance, length = 5): string {
  let text = '';
  for (let i = 0; i < length; i++) text += nameLetters.charAt(nextInteger(chance, 0, nameLetters.length - 1));
  return text;
}

// Strings put together with + keep their pieces alive; joined ones do not.
const hexadecimal = (chance: Chance, digits: number): string => {
  const parts: string[] = [];
  for (let length = 0; length < digits; length += 4) {
    const part = Math.floor(nextNumber(chance) * 0x10000).toString(16);
    parts.push('0000'.slice(part.length), part);
  }
  return parts.join('').slice(0, digits);
};

/** A version 4 UUID, as the API server gives every object. */
export function uuid(chance: Chance): string {
  const variant = '89ab'.charAt(nextInteger(chance, 0, 3));
  const groups = [
    hexadecimal(chance, 8),
    hexadecimal(chance, 4),
    `4${hexadecimal(chance, 3)}`,
    variant + hexadecimal(chance, 3),
    hexadecimal(chance, 12),
  ];
  return groups.join('-');
}

/** 64 hexadecimal digits: container ids and image digests. */
export function containerId(chance: Chance): string {
  return hexadecimal(chance, 64);
}
