import { lateTexts } from './i18n.ts';
import { inspectorEn } from './inspector.en.ts';
import { inspectorKo } from './inspector.ko.ts';

/** The texts of the inspector: loaded late, in both languages at once. */
export const say = lateTexts(inspectorEn, inspectorKo);
