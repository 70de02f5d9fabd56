import type { Event, KubernetesObject, Pod } from '../../api/objects.ts';
import { resources } from '../../api/resources.ts';
import { summarizePod } from '../../api/tables/podSummary.ts';
import { fromTimestamp } from '../../api/time.ts';
import { changesSince, listObjects } from '../../cluster/world/store.ts';
import type { World } from '../../cluster/world/world.ts';
import type { Scenario } from './scenario.ts';

/** What a played or real scenario left behind. Times are seconds since its start. */
export interface Recording {
  scenario: Scenario;
  namespace: string;
  kubernetes: string;
  commands: RecordedCommand[];
  table: TableRow[];
  watch: { t: number; type: string; object: unknown }[];
  final: Record<string, unknown[]>;
}

export interface RecordedCommand {
  t: number;
  kubectl: string;
  stdout: string;
  stderr: string;
  exit: number;
  end: number;
}

export interface TableRow {
  t: number;
  type: string;
  name: string;
  ready: string;
  status: string;
  restarts: string;
}

/** Resources whose watch is recorded without being asked for: what a namespace lives from. */
const usual = [
  'pods',
  'events',
  'services',
  'endpointslices',
  'deployments',
  'replicasets',
  'daemonsets',
  'statefulsets',
  'jobs',
  'cronjobs',
  'replicationcontrollers',
  'poddisruptionbudgets',
  'horizontalpodautoscalers',
  'persistentvolumeclaims',
];

/** Follows the changes of a world's namespace. */
export interface Recorder {
  /** Takes in what has changed since the last call. */
  takeIn(): void;
  finish(commands: RecordedCommand[]): Recording;
}

/** Seconds since the start, to the hundredth. */
export function secondsSince(start: number, now: number): number {
  return Math.round((now - start) / 10) / 100;
}

export function createRecorder(world: World, scenario: Scenario, namespace: string, start: number): Recorder {
  const wanted = [...usual, ...(scenario.also ?? []), ...(scenario.watchNodes ? ['nodes'] : [])];
  const watched = new Set(resources.map(({ plural }) => plural).filter((plural) => wanted.includes(plural)));
  const isOurs = (object: KubernetesObject): boolean =>
    (object.metadata.namespace === undefined && (object.kind !== 'Namespace' || object.metadata.name === namespace)) ||
    object.metadata.namespace === namespace ||
    object.kind === 'Lease' ||
    (scenario.watchNodes === true && isAboutNode(object));
  const watch: Recording['watch'] = [];
  const table: TableRow[] = [];
  let seen = world.store.revision;
  return {
    takeIn() {
      const changes = changesSince(world.store, seen);
      if (changes === 'gone') throw new Error('changes were compacted before they were recorded');
      seen = world.store.revision;
      for (const { at, type, resource, object } of changes) {
        if (!watched.has(resource) || !isOurs(object)) continue;
        const t = secondsSince(start, at);
        watch.push({ t, type, object: withoutVolatile(object, start) });
        if (resource === 'pods') table.push(rowOf(t, type, object as Pod & KubernetesObject));
      }
    },
    finish: (commands) => ({
      scenario,
      namespace,
      kubernetes: 'v1.36.2',
      commands,
      table,
      watch,
      final: finalOf(world, [...watched], isOurs, start),
    }),
  };
}

/** Events about nodes stand in the namespace default. */
const isAboutNode = (object: KubernetesObject): boolean =>
  object.kind === 'Event' && (object as KubernetesObject & Event).involvedObject?.kind === 'Node';

function rowOf(t: number, type: string, pod: Pod & KubernetesObject): TableRow {
  const { ready, status, restarts } = summarizePod(pod);
  return { t, type, name: pod.metadata.name, ready, status, restarts: String(restarts) };
}

function finalOf(
  world: World,
  watched: readonly string[],
  isOurs: (object: KubernetesObject) => boolean,
  start: number,
): Record<string, unknown[]> {
  const kept = watched.filter((resource) => resource !== 'events');
  const lists = kept.map((resource) => [resource, listObjects(world.store, resource).filter(isOurs)] as const);
  const shown = ({ kind: _, apiVersion: __, ...rest }: KubernetesObject) => withoutVolatile(rest, start);
  return Object.fromEntries(
    lists.filter(([, objects]) => objects.length > 0).map(([resource, objects]) => [resource, objects.map(shown)]),
  );
}

const volatile = new Set(['resourceVersion', 'managedFields', 'selfLink', 'containerID', 'imageID']);
const lastApplied = 'kubectl.kubernetes.io/last-applied-configuration';
const timestamp = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/;

/** A copy without what differs from run to run; times as `t+SECONDS`. */
function withoutVolatile(value: unknown, start: number): unknown {
  if (typeof value === 'string') return timestamp.test(value) ? relative(value, start) : value;
  if (Array.isArray(value)) return value.map((item) => withoutVolatile(item, start));
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key]) => !volatile.has(key) && key !== lastApplied)
      .map(([key, child]) => [key, withoutVolatile(child, start)]),
  );
}

/** Whole seconds as they are, fractions to the hundredth. */
function relative(text: string, start: number): string {
  const seconds = (fromTimestamp(text) - start) / 1000;
  return `t+${text.includes('.') ? Math.round(seconds * 100) / 100 : Math.floor(seconds)}`;
}
