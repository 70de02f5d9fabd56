import { expect, test } from 'vitest';
import { imageProgramNames } from './commandNames.ts';
import { commandNames, programOf } from './registry.ts';
import { userland } from './userland.ts';

test('the userland holds just the commands that images name', () => {
  expect([...userland.keys()].sort()).toEqual([...commandNames, ...imageProgramNames].sort());
  for (const name of commandNames) expect(programOf(name)).toBeDefined();
  expect(programOf('no-such-program')).toBeUndefined();
});
