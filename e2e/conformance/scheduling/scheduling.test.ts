import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { applyDefaults } from '../../../src/api/defaults/registry.ts';
import type { KubernetesObject, Node, ObjectToWrite, Pod, Stored } from '../../../src/api/objects.ts';
import { type Selector, selects } from '../../../src/api/selectors/labels.ts';
import type { Decision } from '../../../src/cluster/scheduler/decision.ts';
import { failureMessage, preemptionTail } from '../../../src/cluster/scheduler/message.ts';
import { count, emptyNodeInfo } from '../../../src/cluster/scheduler/nodes.ts';
import { plugins } from '../../../src/cluster/scheduler/registry.ts';
import { schedule } from '../../../src/cluster/scheduler/schedule.ts';
import { kindOf } from '../../../src/cluster/scheduler/spread.ts';
import { createChance } from '../../../src/cluster/world/chance.ts';
import { createWorld } from '../../../src/cluster/world/create.ts';
import { keyOf, put } from '../../../src/cluster/world/store.ts';

interface Outcome {
  scheduled: string | null;
  best?: string[];
  feasible?: string[];
  filtered?: Record<string, { plugin: string; status: string; reasons: string[] }>;
  skipped?: { filter?: string[]; score?: string[] };
  scores?: Record<string, Record<string, number>>;
  raw?: Record<string, Record<string, number>>;
  totals?: Record<string, number>;
  message?: string;
  reason?: string;
  rejected?: unknown;
  bypassed?: unknown;
}

interface SchedulingCase {
  name: string;
  nodes: Node[];
  pods?: Pod[];
  objects?: ObjectToWrite[];
  earlier?: unknown[];
  pod: Pod;
  outcome: Outcome;
}

const folder = new URL('../recordings/scheduling/', import.meta.url);
const all: SchedulingCase[] = readdirSync(folder)
  .filter((file) => file.endsWith('.json'))
  .sort()
  .flatMap((file) => JSON.parse(readFileSync(new URL(file, folder), 'utf8')));

/** What the plugins that are here do not look at. */
const elsewhere = /restartPolicyRules|"volumes"|priority|runtimeClassName|nominatedNodeName/i;

const cases = all.filter(
  ({ nodes, pods, pod, objects = [], earlier, outcome }) =>
    objects.every(({ kind }) => ['Namespace', 'Service', 'ReplicaSet'].includes(kind ?? '')) &&
    !earlier &&
    !outcome.rejected &&
    !outcome.bypassed &&
    !elsewhere.test(JSON.stringify([nodes, pods, pod])),
);

const namespaceOf = (object: ObjectToWrite) => object.metadata?.namespace ?? 'default';

function decide({ nodes, pods = [], pod, objects = [] }: SchedulingCase): Decision {
  const stored = (plural: string, object: object) =>
    applyDefaults(plural, { ...object, apiVersion: 'v1', kind: plural === 'pods' ? 'Pod' : 'Node' } as ObjectToWrite);
  const storedPod = (one: Pod) =>
    stored('pods', { ...one, metadata: { namespace: 'default', ...one.metadata } }) as unknown as Stored<Pod>;
  const living = pods
    .filter(({ status }) => !['Succeeded', 'Failed'].includes(status?.phase ?? ''))
    .map((existing) => storedPod(existing));
  const views = nodes.map((node) => {
    const object = stored('nodes', node) as unknown as Stored<Node>;
    const info = emptyNodeInfo(object.metadata.name, object.status?.allocatable);
    for (const one of living) if (one.spec?.nodeName === info.name) count(info, one, 1);
    return { node: object, info };
  });
  // As the admission plugin DefaultTolerationSeconds does.
  const tolerations = ['node.kubernetes.io/not-ready', 'node.kubernetes.io/unreachable']
    .filter(
      (key) => !pod.spec?.tolerations?.some((one) => (!one.key || one.key === key) && one.effect !== 'NoSchedule'),
    )
    .map((key) => ({ key, operator: 'Exists', effect: 'NoExecute', tolerationSeconds: 300 }));
  const admitted = { ...pod, spec: { ...pod.spec, tolerations: [...(pod.spec?.tolerations ?? []), ...tolerations] } };
  // What the simulator asks of the store, out of the objects of the case.
  const world = createWorld({ seed: 1 });
  for (const object of objects) {
    const plural = `${object.kind}s`.toLowerCase();
    const metadata = { ...object.metadata, ...(object.kind !== 'Namespace' && { namespace: namespaceOf(object) }) };
    put(world.store, 0, plural, { ...object, metadata } as KubernetesObject, { actor: 'test' });
  }
  const snapshot = {
    nodes: views,
    spread: (namespace: string, selector: Selector) => {
      const counts = new Map<string, number>();
      for (const { metadata, spec } of living) {
        if (metadata.namespace !== namespace || metadata.deletionTimestamp || !selects(selector, metadata.labels))
          continue;
        counts.set(spec?.nodeName ?? '', (counts.get(spec?.nodeName ?? '') ?? 0) + 1);
      }
      return counts;
    },
    kindOf: (one: Stored<Pod>) => kindOf(world, one),
    start: 0,
    podsOn: (node: string) => living.filter(({ spec }) => spec?.nodeName === node),
    pod: (key: string) => living.find(({ metadata }) => key === keyOf(metadata)),
    labelsOfNamespace: (name: string) => ({
      'kubernetes.io/metadata.name': name,
      ...objects.find(({ metadata }) => metadata?.name === name)?.metadata?.labels,
    }),
  };
  return schedule(snapshot, storedPod(admitted as Pod), createChance(1));
}

/** Scores by plugin and node, of the plugins that are here. */
function scoresOf(decision: Decision, of: 'raw' | 'normalized') {
  return Object.fromEntries(
    (decision.scores ?? []).map((scores) => [
      scores.plugin,
      Object.fromEntries(decision.feasible.map((node, index) => [node, (scores[of] ?? scores.normalized)[index]])),
    ]),
  );
}

const here = (names: Iterable<string> = []) => [...names].filter((name) => plugins.some((one) => one.name === name));
const only = <T>(record: Record<string, T> = {}) =>
  Object.fromEntries(here(Object.keys(record)).map((name) => [name, record[name]]));

describe('decisions of kube-scheduler, as recorded', () => {
  it('are enough to mean something', () => expect(cases.length).toBeGreaterThan(150));

  const gated = cases.filter(({ outcome }) => outcome.reason === 'SchedulingGated');
  it.each(gated)('$name', ({ pod }) => {
    expect(plugins.some((plugin) => plugin.preEnqueue?.(pod as Stored<Pod>) !== undefined)).toBe(true);
  });

  it.each(cases.filter((one) => !gated.includes(one)))('$name', (recorded) => {
    const { outcome } = recorded;
    const decision = decide(recorded);
    expect([...decision.feasible].sort()).toEqual([...(outcome.feasible ?? [])].sort());
    expect(
      Object.fromEntries(
        decision.rejected.map(({ node, rejection: { plugin, code, reasons } }) => [
          node,
          { plugin, status: code, reasons: [...reasons].sort() },
        ]),
      ),
    ).toEqual(
      Object.fromEntries(
        Object.entries(outcome.filtered ?? {}).map(([node, { plugin, status, reasons }]) => [
          node,
          { plugin, status, reasons: [...reasons].sort() },
        ]),
      ),
    );
    expect(decision.skipped.filter.sort()).toEqual(here(outcome.skipped?.filter).sort());
    expect(decision.skipped.score.sort()).toEqual(here(outcome.skipped?.score).sort());
    expect(scoresOf(decision, 'normalized')).toEqual(only(outcome.scores));
    expect(scoresOf(decision, 'raw')).toMatchObject(only(outcome.raw));
    // The plugins that are not here give every node the same in these cases.
    const best = outcome.best ?? (outcome.scheduled ? [outcome.scheduled] : []);
    expect([...decision.best].sort()).toEqual([...best].sort());
    if (outcome.scheduled) expect(best).toContain(decision.node);
    else expect(failureMessage(decision, preemptionTail(decision))).toBe(outcome.message);
  });
});
