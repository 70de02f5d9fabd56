import { expect, it } from 'vitest';
import { editorEn } from './editor.en.ts';
import { editorKo } from './editor.ko.ts';
import { inspectorEn } from './inspector.en.ts';
import { inspectorKo } from './inspector.ko.ts';
import { nearEn } from './near.en.ts';
import { nearKo } from './near.ko.ts';
import { schedulingEn } from './scheduling.en.ts';
import { schedulingKo } from './scheduling.ko.ts';

const placeholders = (text: string) => (text.match(/\{\w+\}/g) ?? []).sort();

const parts: Record<string, [Readonly<Record<string, string>>, Readonly<Record<string, string>>]> = {
  editor: [editorEn, editorKo],
  inspector: [inspectorEn, inspectorKo],
  near: [nearEn, nearKo],
  scheduling: [schedulingEn, schedulingKo],
};

it.each(Object.entries(parts))('%s: asks for the same values in both languages, and none is empty', (_, [en, ko]) => {
  for (const [key, text] of Object.entries(en)) {
    const korean = ko[key] ?? '';
    expect(korean.trim(), key).not.toBe('');
    expect([key, placeholders(korean)]).toEqual([key, placeholders(text)]);
  }
});
