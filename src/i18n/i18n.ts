import { useSyncExternalStore } from 'react';
import { en } from './en.ts';

export type TextKey = keyof typeof en;
export type Dictionary = Readonly<Record<TextKey, string>>;
export type Language = 'en' | 'ko';

/** Those that are loaded. English always is: its texts are the types of the keys. */
export const dictionaries: { en: Dictionary; ko?: Dictionary } = { en };

/** Loads the texts of a language; until then `setLanguage` must not choose it. */
export async function loadLanguage(chosen: Language): Promise<void> {
  if (chosen === 'ko') dictionaries.ko ??= (await import('./ko.ts')).ko;
}

type Placeholders<Text extends string> = Text extends `${string}{${infer Name}}${infer Rest}`
  ? Name | Placeholders<Rest>
  : never;
type Values = Record<string, string | number>;
/** Nothing for a text without placeholders, else a value for each of them. */
export type Parameters<Key extends TextKey> = [Placeholders<(typeof en)[Key]>] extends [never]
  ? []
  : [Record<Placeholders<(typeof en)[Key]>, string | number>];

let language: Language = 'en';
let present: Dictionary = en;
const listeners = new Set<() => void>();

/** Shows a language whose texts are loaded; throws for another, which is a mistake in the program. */
export function setLanguage(chosen: Language): void {
  if (chosen === language) return;
  const dictionary = dictionaries[chosen];
  if (!dictionary) throw new Error(`the texts in ${chosen} are not loaded`);
  present = dictionary;
  language = chosen;
  for (const listener of listeners) listener();
}

export const currentLanguage = (): Language => language;

/** The text in the present language. In a component, call `useLanguage` as well, so that it follows a change. */
export function t<Key extends TextKey>(key: Key, ...values: Parameters<Key>): string {
  return fill(present[key], values[0]);
}

/** `t` for a key that is only known when it runs; what the text does not ask for is left out. */
export function translate(key: TextKey, values: Values = {}): string {
  return fill(present[key], values);
}

/** The parameters of a text, as `Parameters` has them for a key. */
type ValuesOf<Text extends string> = [Placeholders<Text>] extends [never]
  ? []
  : [Record<Placeholders<Text>, string | number>];

/** `t` for texts that come with a part of the page which is loaded late, in both languages. */
export function lateTexts<const Texts extends Record<string, string>>(
  english: Texts,
  korean: Readonly<Record<keyof Texts, string>>,
): <Key extends keyof Texts & string>(key: Key, ...values: ValuesOf<Texts[Key]>) => string {
  return (key, ...values) => fill((language === 'ko' ? korean : english)[key], values[0]);
}

/** A text with its placeholders filled in. */
export function fill(text: string, values: Values | undefined): string {
  return values ? text.replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole)) : text;
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** The present language; the component is drawn anew when it changes. */
export function useLanguage(): Language {
  return useSyncExternalStore(subscribe, currentLanguage);
}
