import { expect, it } from 'vitest';
import { fuzzyScore } from './fuzzy.ts';

const score = (query: string, ...texts: string[]) =>
  fuzzyScore(
    query,
    texts.map((text) => ({ text, weight: 1 })),
  );

it('finds the letters of a name in their order', () => {
  expect(score('shpwb', 'shop-web')).toBeGreaterThan(0);
  expect(score('bwphs', 'shop-web')).toBe(0);
});

it('prefers the whole name, then its beginning, then the beginning of a word, then its middle, then letters', () => {
  const order = ['web', 'web-1', 'shop-web', 'cobweb', 'wide-ebb'].map((text) => score('web', text));
  expect(order.every((value) => value > 0)).toBe(true);
  expect(order).toEqual([...order].sort((a, b) => b - a));
  expect(new Set(order).size).toBe(order.length);
});

it('wants every word found, in any of the texts and in any order', () => {
  expect(score('running web', 'web-1', 'Running')).toBeGreaterThan(0);
  expect(score('failed web', 'web-1', 'Running')).toBe(0);
});

it('does not find scattered letters in a long text', () => {
  expect(score('ab', 'a very long sentence without the other letter until here: b')).toBe(0);
});

it('finds Korean', () => {
  expect(score('삭제', 'Pod 삭제')).toBeGreaterThan(0);
});
