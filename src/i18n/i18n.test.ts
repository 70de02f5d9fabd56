import { expect, it } from 'vitest';
import { dictionaries, setLanguage, type TextKey, t } from './i18n.ts';
import { ko } from './ko.ts';

const { en } = dictionaries;
const placeholders = (text: string) => (text.match(/\{\w+\}/g) ?? []).sort();

it('has the same texts in both languages, none of them empty', () => {
  expect(Object.keys(ko).sort()).toEqual(Object.keys(en).sort());
  for (const [key, text] of [...Object.entries(en), ...Object.entries(ko)]) expect(text.trim(), key).not.toBe('');
});

it.each(Object.keys(en))('asks for the same values in both languages: %s', (key) => {
  expect(placeholders(ko[key as TextKey])).toEqual(placeholders(en[key as TextKey]));
});

it('fills in values, in the language that is set', () => {
  setLanguage('ko');
  expect(t('stage.perSecond', { count: 5 })).toBe('초당 5건');
  setLanguage('en');
  expect(t('stage.perSecond', { count: 5 })).toBe('5/s');
});
