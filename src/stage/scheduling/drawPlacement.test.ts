import { expect, it } from 'vitest';
import { wrapped } from './drawPlacement.ts';

it('breaks a reason between words, and leaves a word that is too long whole', () => {
  const widthOf = (text: string) => text.length;
  expect(wrapped('node(s) had untolerated taint(s)', 16, widthOf)).toEqual(['node(s) had', 'untolerated', 'taint(s)']);
  expect(wrapped('Insufficient ephemeral-storage', 12, widthOf)).toEqual(['Insufficient', 'ephemeral-storage']);
});
