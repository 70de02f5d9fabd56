import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import '../../cluster/later/provide.ts';
import { schedule } from '../commands/schedule.ts';
import type { SchedulingCase } from './case.ts';
import { decideCase } from './decide.ts';

const node = (name: string, cpu = '4') => ({
  metadata: { name, labels: { 'kubernetes.io/hostname': name } },
  status: { allocatable: { cpu, memory: '8Gi', pods: '110' } },
});
const pod = (cpu: string) => ({
  metadata: { name: 'p' },
  spec: { containers: [{ name: 'c', image: 'app:1', resources: { requests: { cpu } } }] },
});

describe('a scheduling case', () => {
  it('of a big cluster is told with all its nodes', () => {
    const nodes = Array.from({ length: 90 }, (_, index) => node(`node-${index}`, index < 30 ? '1' : '4'));
    const outcome = decideCase({ name: 'big', nodes, pod: pod('2') });
    expect(outcome.feasible).toHaveLength(60);
    expect(Object.keys(outcome.filtered ?? {})).toHaveLength(30);
    expect(outcome.best).toContain(outcome.scheduled);
    expect(Object.keys(outcome.totals ?? {})).toHaveLength(60);
  });

  it('is the same again with the same seed, and another one with another', () => {
    const one: SchedulingCase = {
      name: 'ties',
      nodes: Array.from({ length: 20 }, (_, index) => node(`node-${index}`)),
      pod: pod('1'),
    };
    expect(decideCase(one, 3)).toEqual(decideCase(one, 3));
    const taken = new Set(Array.from({ length: 10 }, (_, seed) => decideCase(one, seed).scheduled));
    expect(taken.size).toBeGreaterThan(1);
  });

  it('is read from YAML too, and written under its own name', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'schedule-'));
    const file = join(folder, 'mine.yaml');
    writeFileSync(
      file,
      `- name: mine/one\n  nodes: ${JSON.stringify([node('a')])}\n  pod: ${JSON.stringify(pod('9'))}\n`,
    );
    expect(await schedule.run([file, '--out', `${folder}/`])).toBe(0);
    const [written] = JSON.parse(readFileSync(join(folder, 'mine.json'), 'utf8'));
    expect(written).toMatchObject({ name: 'mine/one', outcome: { scheduled: null, reason: 'Unschedulable' } });
  });
});
