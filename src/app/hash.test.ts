// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import { viewDefaults } from '../store/view.ts';
import { readHash, writeHash } from './hash.ts';

describe('the part of the address behind #', () => {
  it('comes back as it was written', () => {
    const state = {
      selected: { resource: 'pods', key: 'default/web-1' },
      language: viewDefaults.language === 'ko' ? 'en' : 'ko',
      theme: 'light',
    } as const;
    expect(readHash(`#${writeHash(state)}`)).toEqual(state);
  });

  it('keeps slashes readable and leaves out what goes without saying', () => {
    const { language, theme } = viewDefaults;
    expect(writeHash({ selected: { resource: 'nodes', key: 'node-1' }, language, theme })).toBe('select=nodes/node-1');
    expect(writeHash({ language, theme })).toBe('');
  });

  it('ignores what it does not understand', () => {
    expect(readHash('#select=nonsense&language=tlh&theme=disco&more=1')).toEqual({});
  });
});
