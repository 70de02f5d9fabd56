import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { KubernetesObject } from '../../../src/api/objects.ts';
import { resources } from '../../../src/api/resources.ts';
import { ageSince, humanDuration } from '../../../src/api/tables/age.ts';
import { printerOf, printers } from '../../../src/api/tables/registry.ts';
import { fromTimestamp } from '../../../src/api/time.ts';

interface Case {
  name: string;
  in: { fn: string; seconds: number; now: string; timestamp: string; object: KubernetesObject };
  out: unknown;
}
const cases: Case[] = JSON.parse(readFileSync('e2e/conformance/recordings/functions/printing.json', 'utf8'));
const casesOf = (fn: string): Case[] => cases.filter((one) => one.in.fn === fn);

describe('ages', () => {
  it.each(casesOf('duration').map((one) => [one.in.seconds, one] as const))('%f s', (seconds, one) => {
    expect(humanDuration(seconds * 1000)).toBe((one.out as { humanDuration: string }).humanDuration);
  });

  it.each(casesOf('translateTimestampSince').map((one) => [one.name, one] as const))('%s', (_, one) => {
    expect(ageSince(one.in.timestamp, fromTimestamp(one.in.now))).toBe(one.out);
  });
});

describe('rows as the real server prints them', () => {
  const rows = casesOf('row');

  it.each(rows.map((one) => [one.name, one] as const))('%s', (_, one) => {
    const { columns, cells } = one.out as { columns: { name: string; wideOnly: boolean }[]; cells: string[] };
    const printer = printerOf(one.in.object.kind);
    expect(printer.columns.map(({ name, priority }) => ({ name, wideOnly: priority === 1 }))).toEqual(columns);
    expect(printer.row(one.in.object, fromTimestamp(one.in.now)).map(String)).toEqual(cells);
  });

  it('there is one printer for each served kind', () => {
    expect(printers.map((printer) => printer.kind).sort()).toEqual(resources.map((resource) => resource.kind).sort());
  });
});
