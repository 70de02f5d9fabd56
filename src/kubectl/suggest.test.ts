import { expect, it } from 'vitest';
import { suggest } from './suggest.ts';

const names = ['apply', 'delete', 'get', 'logs', 'set'];

it.each([
  ['gett', ['get', 'set']],
  ['list', ['get']],
  ['lo', ['logs']],
  ['DELET', ['delete']],
  ['remove', ['delete']],
  ['xyzxyz', []],
])('%s may mean %j', (word, meant) => {
  expect(suggest(word, names)).toEqual(meant);
});
