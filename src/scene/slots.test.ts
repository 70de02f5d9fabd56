import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { allotSlots, noSlots, slotsNeeded } from './slots.ts';

const keys = fc.uniqueArray(fc.string({ minLength: 1, maxLength: 3 }), { maxLength: 30 });

describe('slots', () => {
  it('keeps the slot of everyone who stays, gives each their own, and fills gaps first', () => {
    fc.assert(
      fc.property(fc.array(keys, { minLength: 1, maxLength: 6 }), (history) => {
        let slots = noSlots;
        for (const present of history) {
          const next = allotSlots(slots, present);
          expect([...next.keys()].sort()).toEqual([...present].sort());
          expect(new Set(next.values()).size).toBe(present.length);
          for (const key of present) if (slots.has(key)) expect(next.get(key)).toBe(slots.get(key));
          const kept = present.filter((key) => slots.has(key)).map((key) => slots.get(key) ?? 0);
          expect(slotsNeeded(next)).toBeLessThanOrEqual(Math.max(present.length, ...kept.map((slot) => slot + 1)));
          slots = next;
        }
      }),
    );
  });

  it('gives back the same slots where nobody came or went', () => {
    const slots = allotSlots(noSlots, ['a', 'b']);
    expect(allotSlots(slots, ['b', 'a'])).toBe(slots);
  });

  it('puts a newcomer where somebody left', () => {
    const slots = allotSlots(noSlots, ['a', 'b', 'c']);
    expect(allotSlots(slots, ['a', 'c', 'd']).get('d')).toBe(1);
  });
});
