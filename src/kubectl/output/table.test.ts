import { expect, it } from 'vitest';
import { alignCells, alignTable } from './table.ts';

it('aligns columns, but nothing behind the last', () => {
  const rows = [
    ['NAME', 'READY', 'STATUS'],
    ['web', '1/1', 'Running'],
  ];
  expect(alignTable(rows)).toBe('NAME   READY   STATUS\nweb    1/1     Running\n');
});

it('keeps a column no narrower than six', () => {
  expect(
    alignTable([
      ['A', 'B'],
      ['1', '2'],
    ]),
  ).toBe('A     B\n1     2\n');
});

it('begins a column anew below a row that has no cell there', () => {
  const rows = [['Name:', 'web'], ['Containers:'], ['  Container ID:', 'x']];
  expect(alignCells(rows, { padding: 2, least: 0 })).toBe('Name:  web\nContainers:\n  Container ID:  x\n');
});
