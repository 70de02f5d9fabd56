import { type Container, type ContainerStatus, controllerOf, type Pod, type Stored } from '../api/objects.ts';
import { summarizePod } from '../api/tables/podSummary.ts';
import { fromTimestamp } from '../api/time.ts';

/** How something fares; each has a hue, and never the hue alone. */
export type Tone = 'good' | 'waiting' | 'done' | 'bad' | 'quiet';

export interface ContainerFacts {
  name: string;
  image: string;
  /** An init container. */
  init: boolean;
  state: 'waiting' | 'running' | 'terminated';
  /** Why it waits or ended; the state's word where there is no reason. */
  word: string;
  ready: boolean;
  restarts: number;
  /** `80/TCP, 443/TCP`; empty without ports. */
  ports: string;
  tone: Tone;
}

/** What the stage tells of a Pod. */
export interface PodFacts {
  phase: 'Pending' | 'Running' | 'Succeeded' | 'Failed' | 'Unknown';
  /** The condition `Ready`. */
  ready: boolean;
  readyContainers: number;
  restarts: number;
  /** Of what controls it; undefined where nothing does. */
  owner: { kind: string; name: string } | undefined;
  /** kubectl's STATUS. */
  word: string;
  tone: Tone;
  ip: string;
  /** Init containers that are not through yet, then the containers. */
  containers: ContainerFacts[];
  /** How many should be ready: all but init containers that end. */
  containerCount: number;
  /** Set while it is being deleted, in milliseconds: when the grace period ends, and how long it was. */
  terminating?: { until: number; grace: number };
}

const known = new WeakMap<Stored<Pod>, PodFacts>();

/** What the stage tells of a Pod; computed once for each stored object, since these never change. */
export function podFacts(pod: Stored<Pod>): PodFacts {
  const cached = known.get(pod);
  if (cached) return cached;
  const facts = read(pod);
  known.set(pod, facts);
  return facts;
}

function read(pod: Stored<Pod>): PodFacts {
  const statuses = pod.status?.containerStatuses ?? [];
  const main = (pod.spec?.containers ?? []).map((one) => containerFacts(one, statuses, false));
  const early = (pod.spec?.initContainers ?? [])
    .map((one) => containerFacts(one, pod.status?.initContainerStatuses ?? [], true))
    .filter((one) => one.state !== 'terminated' || one.tone === 'bad');
  const phase = (pod.status?.phase ?? 'Unknown') as PodFacts['phase'];
  const ready = pod.status?.conditions?.some((one) => one.type === 'Ready' && one.status === 'True') ?? false;
  const summary = summarizePod(pod);
  const word = summary.status || 'Unknown';
  const [readyContainers = 0, containerCount = 0] = summary.ready.split('/').map(Number);
  const controller = controllerOf(pod);
  const facts: PodFacts = {
    phase,
    ready,
    readyContainers,
    restarts: summary.restarts,
    owner: controller && { kind: controller.kind, name: controller.name },
    word,
    tone: toneOf(phase, ready, word),
    ip: pod.status?.podIP ?? '',
    containers: [...early, ...main],
    containerCount,
  };
  if (pod.metadata.deletionTimestamp !== undefined)
    facts.terminating = {
      until: fromTimestamp(pod.metadata.deletionTimestamp),
      grace: (pod.metadata.deletionGracePeriodSeconds ?? 0) * 1000,
    };
  return facts;
}

/** Words of STATUS, and reasons of containers, that tell of a failure. */
export const failing =
  /BackOff$|^(Init:)?(Err|Error|OOMKilled|Invalid|Create.*Error|Run.*Error|Evicted|StartError|ExitCode|Signal)/;

function toneOf(phase: PodFacts['phase'], ready: boolean, word: string): Tone {
  if (word === 'Terminating' || phase === 'Unknown') return 'quiet';
  if (phase === 'Failed' || failing.test(word)) return 'bad';
  if (phase === 'Succeeded') return 'done';
  return phase === 'Running' && ready ? 'good' : 'waiting';
}

/** What the API says of one container. */
export function containerFacts(spec: Container, statuses: readonly ContainerStatus[], init: boolean): ContainerFacts {
  const status = statuses.find((one) => one.name === spec.name);
  const { running, terminated, waiting } = status?.state ?? {};
  const state = running ? 'running' : terminated ? 'terminated' : 'waiting';
  const word = running ? 'Running' : (terminated?.reason ?? waiting?.reason ?? (terminated ? 'Terminated' : 'Waiting'));
  const ready = status?.ready ?? false;
  return {
    name: spec.name,
    image: spec.image ?? '',
    init,
    state,
    word,
    ready,
    restarts: status?.restartCount ?? 0,
    ports: (spec.ports ?? []).map((port) => `${port.containerPort}/${port.protocol ?? 'TCP'}`).join(', '),
    tone: containerTone(state, word, ready, terminated?.exitCode),
  };
}

/** A tone for the state of a container. */
export function containerTone(state: ContainerFacts['state'], word: string, ready: boolean, exitCode?: number): Tone {
  if (state === 'terminated') return exitCode === 0 ? 'done' : 'bad';
  if (state === 'waiting') return failing.test(word) ? 'bad' : 'waiting';
  return ready ? 'good' : 'waiting';
}
