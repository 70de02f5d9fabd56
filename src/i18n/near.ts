import { lateTexts } from './i18n.ts';
import { nearEn } from './near.en.ts';
import { nearKo } from './near.ko.ts';

/** The texts of an opened Pod: loaded late, in both languages at once. */
export const nt = lateTexts(nearEn, nearKo);
