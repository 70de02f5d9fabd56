import { editorEn } from './editor.en.ts';
import { editorKo } from './editor.ko.ts';
import { currentLanguage, fill, lateTexts } from './i18n.ts';

export type EditorTextKey = keyof typeof editorEn;

/** The texts of the editor: loaded late, in both languages at once. */
export const say = lateTexts(editorEn, editorKo);

/** `say` for a key that is only known when it runs; what the text does not ask for is left out. */
export function sayAny(key: EditorTextKey, values: Record<string, string | number> = {}): string {
  return fill((currentLanguage() === 'ko' ? editorKo : editorEn)[key], values);
}
