import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fromUtf8, toUtf8 } from './utf8.ts';

test('the bytes are those of TextEncoder, and give the text again', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      expect(toUtf8(text)).toEqual([...new TextEncoder().encode(text)]);
      expect(fromUtf8(toUtf8(text))).toBe(
        new TextDecoder('utf-8', { ignoreBOM: true }).decode(new TextEncoder().encode(text)),
      );
    }),
  );
});

test('bytes that are no text are shown as such, the others around them as text', () => {
  expect(fromUtf8([0x61, 0xff, 0x62])).toBe('a\ufffdb');
});
