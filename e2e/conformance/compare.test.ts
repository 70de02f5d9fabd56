import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { compare } from './compare.ts';
import type { Recorded } from './recording.ts';

const folders = ['lifecycle', 'controllers'].map((name) => `e2e/conformance/recordings/${name}`);
const recordings = folders.flatMap((folder) =>
  readdirSync(folder)
    .filter((file) => file !== 'unstable.json')
    .map((file): Recorded => JSON.parse(readFileSync(`${folder}/${file}`, 'utf8'))),
);
const read = (name: string): Recorded =>
  structuredClone(recordings.find((recording) => recording.scenario.name === name)!);

describe('compare', () => {
  it('finds each recording to be the same as itself', () => {
    const different = recordings.filter((recording) => !compare(recording, recording).pass);
    expect(different.map((recording) => recording.scenario.name)).toEqual([]);
    expect(recordings.length).toBeGreaterThan(180);
  });

  it.each([
    [
      'table',
      (recording: Recorded) => {
        recording.table[4]!.status = 'Pending';
      },
    ],
    [
      'events',
      (recording: Recorded) => {
        recording.watch.find(({ object }) => object.reason === 'Created')!.object.message = 'Created container web';
      },
    ],
    [
      'final',
      (recording: Recorded) => {
        recording.final.pods = [{ metadata: { name: 'web' }, status: { phase: 'Running' } }];
      },
    ],
    [
      'commands',
      (recording: Recorded) => {
        recording.commands[1]!.stdout =
          'NAME   READY   STATUS    RESTARTS   AGE\nweb    1/1     Running   1          4s\n';
      },
    ],
    [
      'commands',
      (recording: Recorded) => {
        recording.commands[3]!.exit = 1;
      },
    ],
  ] as const)('finds a difference in %s', (part, alter) => {
    const recorded = read('pod-create-delete');
    const altered = read('pod-create-delete');
    alter(altered);
    const { pass, differences } = compare(recorded, altered);
    expect(pass).toBe(false);
    expect(differences.map((difference) => difference.part)).toContain(part);
  });

  it('finds rows that come much too late', () => {
    const recorded = read('pod-create-delete');
    const altered = read('pod-create-delete');
    for (const row of altered.table) row.t += 5;
    expect(compare(recorded, altered).pass).toBe(false);
    for (const row of altered.table) row.t -= 4;
    expect(compare(recorded, altered).pass).toBe(true);
  });

  it('does not look at ages, addresses and generated names', () => {
    const recorded = read('deployment-rolling-update');
    const [first] = recorded.table;
    const text = JSON.stringify(recorded).replaceAll(first!.name, first!.name.replace(/.....$/, 'zzzzz'));
    const altered: Recorded = JSON.parse(text.replaceAll('10.244.0.', '10.244.1.').replaceAll('15s\\n', '16s\\n'));
    expect(compare(recorded, altered)).toEqual({ pass: true, differences: [] });
  });

  it('leaves out what the real cluster did not repeat', () => {
    const recorded = read('pod-create-delete');
    const altered = read('pod-create-delete');
    altered.commands[3]!.exit = 1;
    expect(compare(recorded, altered, ['commands 3 get pods']).pass).toBe(true);
  });
});
