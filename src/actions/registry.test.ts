import { expect, it } from 'vitest';
import { dictionaries } from '../i18n/i18n.ts';
import { actions } from './registry.ts';
import { actionOfKeystroke } from './shortcuts.ts';

it('has each id once, and each shortcut on one action only', () => {
  const ids = actions.map(({ id }) => id);
  const shortcuts = actions.flatMap((action) => action.shortcuts);
  expect(new Set(ids).size).toBe(ids.length);
  expect(new Set(shortcuts).size).toBe(shortcuts.length);
});

it('has a title in both languages for every action', () => {
  for (const { title } of actions) {
    expect(dictionaries.en[title]).toBeTruthy();
    expect(dictionaries.ko?.[title]).toBeTruthy();
  }
});

const plain = { shiftKey: false, ctrlKey: false, metaKey: false, altKey: false };
it.each([
  ['playPause', { ...plain, key: ' ', code: 'Space' }],
  ['stepEvent', { ...plain, key: '.', code: 'Period' }],
  ['stepChange', { ...plain, key: '>', code: 'Period', shiftKey: true }],
  ['zoomIn', { ...plain, key: '+', code: 'Equal', shiftKey: true }],
  ['help', { ...plain, key: '?', code: 'Slash', shiftKey: true }],
  ['palette', { ...plain, key: 'k', code: 'KeyK', metaKey: true }],
  ['palette', { ...plain, key: 'k', code: 'KeyK', ctrlKey: true }],
  ['killContainer', { ...plain, key: 'k', code: 'KeyK' }],
  // The same keys while a Korean input method is on.
  ['killContainer', { ...plain, key: 'ㅏ', code: 'KeyK' }],
  ['palette', { ...plain, key: 'ㅏ', code: 'KeyK', ctrlKey: true }],
  ['powerOn', { ...plain, key: 'O', code: 'KeyO', shiftKey: true }],
  [undefined, { ...plain, key: 'k', code: 'KeyK', altKey: true }],
  [undefined, { ...plain, key: 'r', code: 'KeyR', ctrlKey: true }],
])('asks for %s by its keys', (id, keystroke) => {
  expect(actionOfKeystroke(actions, keystroke)?.id).toBe(id);
});
