import { expect, it } from 'vitest';
import { setClock, virtualNow } from './clock.ts';

const clock = (now: number, running: boolean, speed = 1) => ({
  now,
  running,
  speed,
  start: 0,
  earliest: 0,
  latest: now,
});

it('stands still while the clock does', () => {
  setClock(clock(5000, false), 100);
  expect(virtualNow(900)).toBe(5000);
});

it('goes on between two words of the clock, at its speed, but not far beyond the last one', () => {
  setClock(clock(5000, false), 100);
  setClock(clock(5000, true, 10), 100);
  expect(virtualNow(150)).toBe(5500);
  expect(virtualNow(10_000)).toBe(5000 + 400 * 10);
});

it('waits where it guessed too far instead of going back', () => {
  setClock(clock(5000, false), 100);
  setClock(clock(5000, true), 100);
  expect(virtualNow(300)).toBe(5200);
  setClock(clock(5150, true), 300);
  expect(virtualNow(310)).toBe(5200);
  expect(virtualNow(400)).toBe(5250);
});

it('jumps back when the clock does', () => {
  setClock(clock(50_000, true), 100);
  setClock(clock(1000, true), 200);
  expect(virtualNow(200)).toBe(1000);
});
