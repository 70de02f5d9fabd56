// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { useDialogs } from '../store/dialogs.ts';
import { useView, viewDefaults } from '../store/view.ts';
import { listenToKeys } from './shortcuts.ts';

let stop: () => void;
beforeEach(() => {
  useView.setState(viewDefaults);
  useDialogs.setState({ open: undefined });
  document.body.innerHTML = '<input id="text" /><input id="range" type="range" /><button id="button">b</button>';
  stop = listenToKeys(window);
});
afterEach(() => stop());

function press(key: string, held: KeyboardEventInit = {}, id?: string): KeyboardEvent {
  const event = new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...held });
  (id ? document.getElementById(id)! : document.body).dispatchEvent(event);
  return event;
}

describe('keys', () => {
  it('run actions, and the browser does not see them', () => {
    expect(press('?').defaultPrevented).toBe(true);
    expect(useDialogs.getState().open).toBe('help');
  });

  it('are text in a field, but not on a slider', () => {
    press('i', { code: 'KeyI' }, 'text');
    expect(useView.getState().sideOpen).toBe(true);
    press('i', { code: 'KeyI' }, 'range');
    expect(useView.getState().sideOpen).toBe(false);
  });

  it('with Control work in a field too', () => {
    press('k', { code: 'KeyK', ctrlKey: true }, 'text');
    expect(useDialogs.getState().open).toBe('palette');
  });

  it('leave the space bar to a button', () => {
    expect(press(' ', { code: 'Space' }, 'button').defaultPrevented).toBe(false);
  });

  it('do not switch to and fro while held', () => {
    press('i', { code: 'KeyI' });
    press('i', { code: 'KeyI', repeat: true });
    expect(useView.getState().sideOpen).toBe(false);
  });

  it('typed ahead for a dialog that is still being loaded do nothing else', () => {
    press('k', { code: 'KeyK', ctrlKey: true });
    expect(press('i', { code: 'KeyI' }).defaultPrevented).toBe(false);
    expect(useView.getState().sideOpen).toBe(true);
  });

  it('can be switched off, all but Escape', () => {
    useView.setState({ singleKeys: false, presenting: true });
    press('i', { code: 'KeyI' });
    expect(useView.getState().sideOpen).toBe(true);
    press('Escape');
    expect(useView.getState().presenting).toBe(false);
  });
});
