import { currentLanguage, lateTexts } from './i18n.ts';
import { schedulingEn } from './scheduling.en.ts';
import { schedulingKo } from './scheduling.ko.ts';

/** The texts about scheduling: loaded late, in both languages at once. */
export const st = lateTexts(schedulingEn, schedulingKo);

/** `a, b and c`, as the present language lists things. */
export function listText(items: readonly string[]): string {
  return new Intl.ListFormat(currentLanguage(), { type: 'conjunction' }).format(items);
}
