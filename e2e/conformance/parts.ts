import type { Normalise } from './normalise.ts';
import type { FinalObject, Recorded } from './recording.ts';

/** What of a recording is compared, part by part: everything that two runs on a real cluster repeat. */

export const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

const sorted = <T>(list: readonly T[]): T[] =>
  [...list].sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));

/** Time, READY, STATUS, RESTARTS. */
export type Row = [number, string, string, string];

const distinct = (rows: Row[]): Row[] =>
  rows.filter((row, index) => index === 0 || !same(row.slice(1), rows[index - 1]?.slice(1)));

/** Rows as `kubectl get pods -w` shows them; Pods of one owner are interchangeable. */
export function podRows({ table }: Recorded, normal: Normalise, hollow: boolean): Record<string, Row[][]> {
  const pods = new Map<string, Row[]>();
  for (const { t, type, name, ready, status, restarts } of table) {
    if (type === 'DELETED') continue;
    const row: Row = hollow
      ? [t, '', /^ExitCode:0$/.test(status) ? 'Completed' : status, '']
      : [t, ready, status, restarts];
    pods.set(name, [...(pods.get(name) ?? []), row]);
  }
  const groups: Record<string, Row[][]> = {};
  for (const [name, rows] of pods) {
    const key = normal(name);
    groups[key] = [...(groups[key] ?? []), distinct(rows)];
  }
  for (const list of Object.values(groups)) list.sort((a, b) => (a[0]?.[0] ?? 0) - (b[0]?.[0] ?? 0));
  return groups;
}

/** The rows of each Pod as text; of two sequences that differ only in what came in the last third of the scenario, the common part counts. */
export function sequences(mine: Record<string, Row[][]>, other: Record<string, Row[][]>, end: number) {
  const text = (rows: Row[]): string[] => rows.map((row) => row.slice(1).join(' '));
  return Object.fromEntries(
    Object.entries(mine).map(([name, pods]) => {
      const others = (other[name] ?? []).map(text);
      const shown = pods.map((rows) => {
        const whole = text(rows);
        const shorter = others.find((o) => o.length < whole.length && same(o, whole.slice(0, o.length)));
        return shorter && (rows[shorter.length]?.[0] ?? 0) >= 0.66 * end ? shorter : whole;
      });
      return [name, sorted(shown)];
    }),
  );
}

/** Type, reason and message of the events of each object. */
export function eventsOf({ watch }: Recorded, normal: Normalise, hollow: boolean): Record<string, string[]> {
  const byObject = new Map<string, Set<string>>();
  for (const { object } of watch) {
    if (object.kind !== 'Event') continue;
    if (hollow && [object.source?.component, object.reportingComponent].includes('kubelet')) continue;
    const about = object.involvedObject ?? object.regarding;
    const line = `${object.type} ${object.reason} ${normal(object.message ?? object.note ?? '')}`.trim();
    const key = `${about?.kind}/${normal(about?.name)}`;
    byObject.set(key, (byObject.get(key) ?? new Set()).add(line));
  }
  return Object.fromEntries([...byObject].map(([key, lines]) => [key, [...lines].sort()]));
}

const volatile = new Set(
  'uid startTime podIP podIPs hostIP hostIPs startedAt finishedAt lastTransitionTime lastUpdateTime lastProbeTime lastHeartbeatTime completionTime lastScheduleTime lastSuccessfulTime observedGeneration collisionCount nodeInfo images addresses daemonEndpoints allocatedResources resources user containerID imageID volumeMounts features runtimeHandlers nextScheduleTime'.split(
    ' ',
  ),
);

function statusOf(value: unknown, normal: Normalise): unknown {
  if (typeof value === 'string') return normal(value);
  if (Array.isArray(value)) return sorted(value.map((item) => statusOf(item, normal)));
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key]) => !volatile.has(key))
      .sort()
      .map(([key, child]) => [key, statusOf(child, normal)]),
  );
}

/** Scenarios with very many Pods are recorded thinly: conditions as `Ready=True ...`, endpoints as `POD ready serving`. */
const conditionsOf = (list: string | { type: string; status: string }[]) =>
  typeof list === 'string'
    ? list.split(' ').map((text) => ({ type: text.split('=')[0], status: text.split('=')[1] }))
    : list.map(({ type, status }) => ({ type, status }));

const endpointConditions = (endpoint: string | { conditions?: unknown }) =>
  typeof endpoint === 'string'
    ? Object.fromEntries(['ready', 'serving', 'terminating'].map((key) => [key, endpoint.split(' ').includes(key)]))
    : endpoint.conditions;

function comparedOf(resource: string, { metadata, status, ports, endpoints }: FinalObject, hollow: boolean): unknown {
  if (resource === 'endpointslices') return { ports, endpoints: (endpoints ?? []).map(endpointConditions) };
  const deleting = Boolean(metadata.deletionTimestamp);
  if (!hollow || resource !== 'pods') return { status: status ?? {}, deleting };
  return { phase: status?.phase, conditions: conditionsOf(status?.conditions ?? []), deleting };
}

/** Status and conditions of the objects at the end. */
export function finalsOf({ final }: Recorded, normal: Normalise, hollow: boolean): Record<string, unknown[]> {
  const found: Record<string, unknown[]> = {};
  for (const [resource, items] of Object.entries(final))
    for (const item of items) {
      const key = `${resource}/${normal(item.metadata.name)}`;
      found[key] = [...(found[key] ?? []), statusOf(comparedOf(resource, item, hollow), normal)];
    }
  return Object.fromEntries(Object.entries(found).map(([key, list]) => [key, sorted(list)]));
}

const age = /(?<![\w.-])\d+(\.\d+)?(ms|[dhms])(\d+[hms])?(?![\w.-])/g;

/** What kubectl printed; ages, counts of events, column widths and the order of generated names are not compared. */
export function commandsOf({ commands }: Recorded, normal: Normalise) {
  const line = (text: string): string =>
    (/<pod>/.test(text) ? text.replace(/\bnode-\d\b/g, '<node>') : text)
      .replace(/\(x\d+ over \S+\)/g, '')
      .replace(/\b\w{3}, \d\d \w{3} \d{4} [\d:]{8} [+-]\d{4}/g, '<date>')
      .replace(age, '<age>')
      .replace(/ {2,}/g, '  ')
      .trimEnd();
  const text = (printed: string): string => [...new Set(normal(printed).split('\n').map(line))].sort().join('\n');
  return Object.fromEntries(
    commands.map((command, index) => [
      `${index} ${normal(command.kubectl)}`,
      { stdout: text(command.stdout), stderr: text(command.stderr), exit: command.exit },
    ]),
  );
}
