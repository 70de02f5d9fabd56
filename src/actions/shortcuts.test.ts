import { describe, expect, it } from 'vitest';
import { actions } from './registry.ts';
import { actionOfKeystroke, capsOf, type Keystroke, spell } from './shortcuts.ts';

const stroke = (key: string, code: string, held: Partial<Keystroke> = {}): Keystroke => ({
  key,
  code,
  shiftKey: false,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  ...held,
});

describe('spell', () => {
  it.each([
    [stroke(' ', 'Space'), 'Space'],
    [stroke('k', 'KeyK', { ctrlKey: true }), 'Mod+k'],
    [stroke('k', 'KeyK', { metaKey: true }), 'Mod+k'],
    [stroke('O', 'KeyO', { shiftKey: true }), 'Shift+o'],
    [stroke('>', 'Period', { shiftKey: true }), 'Shift+.'],
    [stroke('?', 'Slash', { shiftKey: true }), '?'],
    [stroke('ArrowUp', 'ArrowUp', { shiftKey: true }), 'Shift+ArrowUp'],
    // A Korean layout gives Hangul letters for the same keys.
    [stroke('ㅁ', 'KeyA'), 'a'],
    [stroke('ㅐ', 'KeyO', { shiftKey: true }), 'Shift+o'],
    // With Alt the keys belong to the browser or to the layout.
    [stroke('a', 'KeyA', { altKey: true }), ''],
  ])('%o is %s', (keystroke, expected) => {
    expect(spell(keystroke)).toBe(expected);
  });
});

it('every shortcut can be typed and finds its own action', () => {
  for (const action of actions) {
    for (const shortcut of action.shortcuts) {
      const parts = shortcut === '+' ? ['+'] : shortcut.split('+');
      const name = parts.at(-1) ?? '';
      const key = name === 'Space' ? ' ' : name;
      const code = name === '.' ? 'Period' : /^[a-z]$/.test(name) ? `Key${name.toUpperCase()}` : name;
      const held = { shiftKey: parts.includes('Shift'), ctrlKey: parts.includes('Mod') };
      expect(actionOfKeystroke(actions, stroke(key, code, held))?.id, shortcut).toBe(action.id);
    }
  }
});

it('keys are printed as they are engraved', () => {
  expect(capsOf('Shift+ArrowUp')).toEqual(['⇧', '↑']);
  expect(capsOf('+')).toEqual(['+']);
  expect(capsOf('Shift+o')).toEqual(['⇧', 'O']);
});
