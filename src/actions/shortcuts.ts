import type { Action } from './action.ts';

/**
 * A shortcut is written as keys joined by `+`: `Space`, `Shift+ArrowUp`, `Mod+k` (Command on a Mac, Control elsewhere),
 * or the character that the keys produce (`?`, `.`). Letters and `.` take `Shift+` in front; other characters carry it.
 */
export interface Keystroke {
  key: string;
  code: string;
  shiftKey: boolean;
  ctrlKey: boolean;
  metaKey: boolean;
  altKey: boolean;
}

/** The shortcut that a keystroke spells. */
export function spell({ key, code, shiftKey, ctrlKey, metaKey, altKey }: Keystroke): string {
  if (altKey) return '';
  // With a Korean input method `key` is a Hangul letter: then the place of the key tells which letter is meant.
  const letter = /^Key([A-Z])$/.exec(code)?.[1]?.toLowerCase();
  const latin = key.length === 1 && key.charCodeAt(0) > 127 ? letter : undefined;
  let name = latin ?? (key === ' ' ? 'Space' : key.length === 1 ? key.toLowerCase() : key);
  let shift = shiftKey;
  if (code === 'Period') name = '.';
  else if (name.length === 1 && !/[a-z]/.test(name)) shift = false;
  return `${ctrlKey || metaKey ? 'Mod+' : ''}${shift ? 'Shift+' : ''}${name}`;
}

/** The action that a keystroke asks for, among those given. */
export function actionOfKeystroke(actions: readonly Action[], keystroke: Keystroke): Action | undefined {
  const spelled = spell(keystroke);
  return actions.find(({ shortcuts }) => shortcuts.includes(spelled));
}

const isMac = (): boolean => typeof navigator !== 'undefined' && /Mac|iPhone|iPad/.test(navigator.userAgent);
const names: Readonly<Record<string, string>> = {
  ArrowLeft: '←',
  ArrowRight: '→',
  ArrowUp: '↑',
  ArrowDown: '↓',
  Escape: 'Esc',
  Delete: 'Del',
  Shift: '⇧',
};

/** A shortcut as the keys to print on caps. */
export function capsOf(shortcut: string): string[] {
  const parts = shortcut === '+' ? ['+'] : shortcut.split('+');
  return parts.map((part) => {
    if (part === 'Mod') return isMac() ? '⌘' : 'Ctrl';
    return names[part] ?? (part.length === 1 ? part.toUpperCase() : part);
  });
}

/** As `aria-keyshortcuts` wants it. */
export function ariaShortcuts({ shortcuts }: Action): string | undefined {
  if (shortcuts.length === 0) return undefined;
  return shortcuts.map((shortcut) => shortcut.replace('Mod', isMac() ? 'Meta' : 'Control')).join(' ');
}
