import { afterEach, expect, it } from 'vitest';
import { setLanguage } from '../../i18n/i18n.ts';
import { ageText } from './ageText.ts';

afterEach(() => setLanguage('en'));

it.each([
  [7000, '7s', '7초'],
  [150_000, '2m30s', '2분 30초'],
  [4 * 3_600_000, '4h', '4시간'],
  [51 * 3_600_000, '2d3h', '2일 3시간'],
  [-500, '0s', '0초'],
])('says %i ms as kubectl rounds it, with the units of the language', (milliseconds, english, korean) => {
  expect(ageText(milliseconds)).toBe(english);
  setLanguage('ko');
  expect(ageText(milliseconds)).toBe(korean);
});
