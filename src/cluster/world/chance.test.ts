import { expect, test } from 'vitest';
import { containerId, createChance, nameSuffix, nextInteger, nextNumber, uuid } from './chance.ts';

test('the same seed gives the same numbers, another seed others', () => {
  const numbers = (seed: number) => {
    const chance = createChance(seed);
    return Array.from({ length: 20 }, () => nextNumber(chance));
  };
  expect(numbers(7)).toEqual(numbers(7));
  expect(numbers(7)).not.toEqual(numbers(8));
});

test('numbers are spread evenly', () => {
  const chance = createChance(1);
  const counts = new Array<number>(10).fill(0);
  for (let i = 0; i < 10_000; i++) counts[nextInteger(chance, 0, 9)]!++;
  for (const count of counts) expect(Math.abs(count - 1000)).toBeLessThan(150);
});

test('names, uids and ids look as in Kubernetes', () => {
  const chance = createChance(3);
  expect(nameSuffix(chance)).toMatch(/^[bcdfghjklmnpqrstvwxz2456789]{5}$/);
  expect(uuid(chance)).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  expect(containerId(chance)).toMatch(/^[0-9a-f]{64}$/);
});
