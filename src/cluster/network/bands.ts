import { type Chance, nextInteger } from '../world/chance.ts';

/** Numbers that are given out; those before `dynamic` are kept as long as possible for who asks for one of them. */
export interface Bands {
  first: number;
  dynamic: number;
  last: number;
}

/**
 * A free number by chance, of the dynamic band as long as there is one; undefined where none is left. Source: KEP-3070,
 * KEP-3668; randomScanStrategyWithOffset of pkg/registry/core/service/allocator.
 */
export function freeNumber(
  chance: Chance,
  { first, dynamic, last }: Bands,
  isTaken: (number: number) => boolean,
): number | undefined {
  return scan(chance, dynamic, last, isTaken) ?? scan(chance, first, dynamic - 1, isTaken);
}

function scan(chance: Chance, first: number, last: number, isTaken: (number: number) => boolean): number | undefined {
  const start = nextInteger(chance, first, last);
  for (let number = start; number <= last; number++) if (!isTaken(number)) return number;
  for (let number = first; number < start; number++) if (!isTaken(number)) return number;
  return undefined;
}

/** Makes what `key` holds exactly `wanted`. */
export function holdExactly<T>(holders: Map<T, string>, key: string, wanted: readonly T[]): void {
  for (const [held, holder] of holders) if (holder === key && !wanted.includes(held)) holders.delete(held);
  for (const one of wanted) holders.set(one, key);
}
