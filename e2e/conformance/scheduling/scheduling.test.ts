import { readdirSync, readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import '../../../src/cluster/later/provide.ts';
import type { CaseOutcome, SchedulingCase } from '../../../src/node/schedule/case.ts';
import { decideCase } from '../../../src/node/schedule/decide.ts';

type Recorded = SchedulingCase & { outcome: CaseOutcome };

const folder = new URL('../recordings/scheduling/', import.meta.url);

function read(file: string): Recorded[] {
  const bytes = readFileSync(new URL(file, folder));
  return JSON.parse((file.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString());
}

/** Made by a generator; the others are written by hand, with the first Event of the Pod. */
const isRandom = (name: string) => name.startsWith('random/');

/** An outcome without what chance decides, and without orders that mean nothing. */
function comparable({ outcome }: Recorded, name: string, recorded: CaseOutcome): CaseOutcome {
  const { event, ...rest } = structuredClone(outcome);
  const all: CaseOutcome = isRandom(name) || !event ? rest : { ...rest, event };
  for (const { reasons } of [...Object.values(all.filtered ?? {}), ...Object.values(all.preemption?.rejected ?? {})])
    reasons.sort();
  if ((recorded.best?.length ?? 0) > 1) {
    expect(recorded.best).toContain(outcome.scheduled);
    for (const drawn of ['scheduled', 'event', 'claimed', 'selectedNode'] as const) delete all[drawn];
  }
  if (all.preemption && recorded.preemption?.tied) {
    expect(recorded.preemption.tied).toContain(outcome.preemption?.nominatedNode);
    for (const drawn of ['nominatedNode', 'victims', 'victimCondition', 'victimEvent'] as const)
      delete all.preemption[drawn];
  }
  return all;
}

describe('decisions of kube-scheduler, as recorded', () => {
  const files = readdirSync(folder).sort();
  it('are enough to mean something', () => expect(files.flatMap(read).length).toBeGreaterThan(990));

  describe.each(files)('%s', (file) => {
    it.each(read(file))('$name', (one) => {
      const { outcome: recorded, ...given } = one;
      const decided = { ...given, outcome: decideCase(given) };
      expect(comparable(decided, one.name, recorded)).toEqual(comparable(one, one.name, recorded));
    });
  });
});
