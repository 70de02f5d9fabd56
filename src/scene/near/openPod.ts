import type { Container, ContainerStatus, Pod, Stored } from '../../api/objects.ts';
import { toBytes, toMillicores } from '../../api/quantity.ts';
import type { ContainerInside, PodInside, VolumeInside } from '../../client/client.ts';
import { type ContainerFacts, containerFacts } from '../podFacts.ts';
import { type ProbeCounter, probeCounters } from './probeCounter.ts';

export type Role = ContainerInside['role'];

/** What is used of something, and the marks of what was asked for and what is allowed at most. */
export interface Gauge {
  used?: number;
  request?: number;
  limit?: number;
}

/** A time that runs down. */
export interface Countdown {
  what: 'restart' | 'pull' | 'kill';
  from: number;
  until: number;
}

/** A container laid open: what the API says of it, and what its node knows. */
export interface OpenContainer extends Omit<ContainerFacts, 'init' | 'ports'> {
  role: Role;
  /** Of its present state, or of its last run while it waits. */
  exitCode?: number;
  /** On which somebody listens, and which are only said to be open. */
  listening: number[];
  declared: number[];
  processes: ContainerInside['processes'];
  log: readonly string[];
  mounts: ContainerInside['mounts'];
  probes: ProbeCounter[];
  /** Bytes, and millicores. */
  memory?: Gauge;
  cpu?: Gauge;
  countdown?: Countdown;
  /** To whom it speaks through localhost. */
  talks: { to: string; port: number }[];
}

export interface OpenVolume {
  name: string;
  source: string;
  /** The first files and how many there are; absent until its node was heard of. */
  files?: { paths: readonly string[]; count: number };
  mountedBy: { container: string; path: string; readOnly: boolean }[];
}

/** A Pod laid open. */
export interface OpenPod {
  hostNetwork: boolean;
  ip: string;
  containers: OpenContainer[];
  volumes: OpenVolume[];
  /** False until its node was heard of: then only what the API says is there. */
  isInsideKnown: boolean;
}

/** Puts together what the API and its node say of a Pod. */
export function openPod(pod: Stored<Pod>, inside: PodInside | undefined): OpenPod {
  const { spec, status } = pod;
  // An ephemeral container has all fields of a container, though it may use only some.
  const ephemeral = (spec?.ephemeralContainers ?? []) as readonly Container[];
  const lists: [readonly Container[], readonly ContainerStatus[], Role][] = [
    [spec?.initContainers ?? [], status?.initContainerStatuses ?? [], 'init'],
    [spec?.containers ?? [], status?.containerStatuses ?? [], 'main'],
    [ephemeral, status?.ephemeralContainerStatuses ?? [], 'ephemeral'],
  ];
  const containers = lists.flatMap(([list, statuses, role]) =>
    list.map((one) => openContainer(one, statuses, role, inside)),
  );
  const known = new Map(inside?.volumes.map((volume) => [volume.name, volume]));
  return {
    hostNetwork: spec?.hostNetwork === true,
    ip: status?.podIP ?? inside?.ip ?? '',
    containers,
    volumes: (spec?.volumes ?? []).map((volume) => openVolume(volume, known.get(volume.name), containers)),
    isInsideKnown: inside !== undefined,
  };
}

function openContainer(
  spec: Container,
  statuses: readonly ContainerStatus[],
  list: Role,
  inside: PodInside | undefined,
): OpenContainer {
  const { init, ports, ...facts } = containerFacts(spec, statuses, list === 'init');
  const status = statuses.find(({ name }) => name === spec.name);
  const known = inside?.containers.find(({ name }) => name === spec.name);
  const exitCode = (status?.state?.terminated ?? (status?.state?.waiting && status.lastState?.terminated))?.exitCode;
  const countdown = countdownOf(known, facts.word);
  const { requests = {}, limits = {} } = spec.resources ?? {};
  const memory = gauge(known?.usage?.memory, requests.memory, limits.memory, toBytes);
  const cpu = gauge(known?.usage?.processor, requests.cpu, limits.cpu, toMillicores);
  return {
    ...facts,
    role: list === 'init' && spec.restartPolicy === 'Always' ? 'sidecar' : list,
    ...(exitCode !== undefined && { exitCode }),
    listening: (inside?.ports ?? []).filter(({ container }) => container === spec.name).map(({ port }) => port),
    declared: (spec.ports ?? []).map(({ containerPort }) => containerPort),
    processes: known?.processes ?? [],
    log: known?.log ?? [],
    mounts: (spec.volumeMounts ?? []).map(({ name, mountPath, readOnly = false }) => ({
      volume: name,
      path: mountPath,
      readOnly,
    })),
    probes: probeCounters(spec, known?.probes ?? []),
    ...(memory && { memory }),
    ...(cpu && { cpu }),
    ...(countdown && { countdown }),
    talks: (inside?.talks ?? []).filter(({ from }) => from === spec.name).map(({ to, port }) => ({ to, port })),
  };
}

function countdownOf(known: ContainerInside | undefined, word: string): Countdown | undefined {
  if (known?.stopping) return { what: 'kill', ...known.stopping };
  if (!known?.backOff) return undefined;
  return { what: /Image/.test(word) ? 'pull' : 'restart', ...known.backOff };
}

function gauge(
  used: number | undefined,
  request: string | number | undefined,
  limit: string | number | undefined,
  read: (quantity: string | number) => number,
): Gauge | undefined {
  if (used === undefined && request === undefined && limit === undefined) return undefined;
  return {
    ...(used !== undefined && { used }),
    ...(request !== undefined && { request: read(request) }),
    ...(limit !== undefined && { limit: read(limit) }),
  };
}

function openVolume(
  volume: { name: string },
  known: VolumeInside | undefined,
  containers: readonly OpenContainer[],
): OpenVolume {
  const { name, ...source } = volume;
  return {
    name,
    source: known?.source ?? Object.keys(source)[0] ?? 'emptyDir',
    ...(known && { files: { paths: known.files, count: known.fileCount } }),
    mountedBy: containers.flatMap(({ name: container, mounts }) =>
      mounts.filter((mount) => mount.volume === name).map(({ path, readOnly }) => ({ container, path, readOnly })),
    ),
  };
}

/** The seconds left of a countdown, and which share of it that is, 1 to 0. */
export function leftOf({ from, until }: Countdown, now: number): { seconds: number; share: number } {
  const left = Math.max(0, until - now);
  return { seconds: Math.ceil(left / 1000), share: until > from ? Math.min(1, left / (until - from)) : 0 };
}

/** An init container that has done its work. */
export const isThrough = ({ role, state, exitCode }: OpenContainer): boolean =>
  role === 'init' && state === 'terminated' && exitCode === 0;
