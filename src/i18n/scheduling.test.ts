import { expect, it } from 'vitest';
import { schedulingEn } from './scheduling.en.ts';
import { schedulingKo } from './scheduling.ko.ts';

const placeholders = (text: string) => (text.match(/\{\w+\}/g) ?? []).sort();

it('asks for the same values in both languages, and none is empty', () => {
  for (const [key, text] of Object.entries(schedulingEn)) {
    const korean = schedulingKo[key as keyof typeof schedulingEn];
    expect(korean.trim(), key).not.toBe('');
    expect([key, placeholders(korean)]).toEqual([key, placeholders(text)]);
  }
});
