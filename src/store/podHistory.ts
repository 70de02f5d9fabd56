import type { ContainerStatus, Pod, Stored } from '../api/objects.ts';
import { summarizePod } from '../api/tables/podSummary.ts';
import type { WatchEvent } from '../client/client.ts';

/** How a Pod stood from an instant on: what the lanes of its history show, and nothing else of the object. */
export interface PodMoment {
  /** Virtual milliseconds since 1970. */
  at: number;
  revision: number;
  /** Who wrote it; unknown where it was found so. */
  actor?: string;
  /** It was found so when the page came to this instant: what was before is not known. */
  found?: true;
  /** The object is gone. */
  gone?: true;
  phase: string;
  /** kubectl's STATUS. */
  status: string;
  conditions: readonly { type: string; status: string; reason?: string }[];
  containers: readonly ContainerMoment[];
}

export interface ContainerMoment {
  name: string;
  state: 'waiting' | 'running' | 'terminated';
  /** Its reason; the state's word where there is none. */
  word: string;
  ready: boolean;
  restarts: number;
  exitCode?: number;
}

/** So many moments are kept of one Pod, and of all together. */
const mostOfOne = 240;
const mostInAll = 12_000;

const histories = new Map<string, PodMoment[]>();
let total = 0;
let version = 0;

/** Raised with every change. */
export const podHistoryVersion = (): number => version;

/** What is known of a Pod's past, oldest first; after going back, also of what was once its future. */
export const podHistory = (uid: string): readonly PodMoment[] => histories.get(uid) ?? [];

/** Takes in a change of a Pod. */
export function takePodMoment({ type, object, at, cause }: WatchEvent & { at: number }): void {
  const pod = object as Stored<Pod>;
  const gone = type === 'DELETED' ? ({ gone: true } as const) : {};
  add(pod.metadata.uid, { ...momentOf(pod, at), ...(cause && { actor: cause.actor }), ...gone });
}

/** Takes in the Pods that there are at an instant to which the page came without having seen what led there. */
export function findPods(objects: readonly { resource: string; object: object }[], at: number): void {
  const present = new Set<string>();
  for (const { resource, object } of objects) {
    if (resource !== 'pods') continue;
    const pod = object as Stored<Pod>;
    present.add(pod.metadata.uid);
    add(pod.metadata.uid, { ...momentOf(pod, at), found: true });
  }
  for (const [uid, history] of histories) {
    const last = history.findLast((moment) => moment.at <= at);
    if (last && !present.has(uid) && !last.gone) add(uid, { ...last, at, found: true, gone: true });
  }
}

/** Forgets what cannot be gone forward to any more. */
export function forgetPodMomentsAfter(latest: number): void {
  for (const [uid, history] of histories) cut(uid, history, history.findLastIndex(({ at }) => at <= latest) + 1);
}

function add(uid: string, moment: PodMoment): void {
  const history = histories.get(uid) ?? [];
  if (history.some(({ revision, gone }) => revision === moment.revision && gone === moment.gone)) return;
  const before = history.findLastIndex(({ at }) => at <= moment.at);
  // Something else than what once came after: that is void.
  if (before < history.length - 1 && !moment.found) cut(uid, history, before + 1);
  const last = history[before];
  if (last && !moment.gone && !moment.found && isSame(last, moment)) return;
  histories.set(uid, history);
  history.splice(before + 1, 0, moment);
  total++;
  version++;
  if (history.length > mostOfOne) total -= history.splice(0, mostOfOne / 4).length;
  if (total > mostInAll) makeRoom();
}

function cut(uid: string, history: PodMoment[], from: number): void {
  if (from >= history.length) return;
  total -= history.splice(from).length;
  version++;
  if (history.length === 0) histories.delete(uid);
}

/** A quarter is forgotten: Pods that are gone first, then the older half of the others, then whole Pods; the oldest first. */
function makeRoom(): void {
  const most = mostInAll * 0.75;
  const from: ((history: PodMoment[]) => number)[] = [
    (history) => (history.at(-1)?.gone ? history.length : 0),
    (history) => history.length >> 1,
    (history) => history.length,
  ];
  for (const surplusOf of from)
    for (const [uid, history] of histories) {
      if (total <= most) return;
      total -= history.splice(0, surplusOf(history)).length;
      if (history.length === 0) histories.delete(uid);
    }
}

const isSame = (a: PodMoment, b: PodMoment): boolean =>
  a.status === b.status &&
  a.phase === b.phase &&
  JSON.stringify([a.conditions, a.containers]) === JSON.stringify([b.conditions, b.containers]);

function momentOf(pod: Stored<Pod>, at: number): PodMoment {
  const { metadata, status = {} } = pod;
  return {
    at,
    revision: Number(metadata.resourceVersion),
    phase: status.phase ?? 'Pending',
    status: summarizePod(pod).status,
    conditions: (status.conditions ?? []).map((one) => ({
      type: one.type,
      status: one.status,
      ...(one.reason !== undefined && { reason: one.reason }),
    })),
    containers: [
      ...(status.initContainerStatuses ?? []),
      ...(status.containerStatuses ?? []),
      ...(status.ephemeralContainerStatuses ?? []),
    ].map(containerMoment),
  };
}

function containerMoment({ name, state = {}, ready, restartCount }: ContainerStatus): ContainerMoment {
  const { running, terminated, waiting } = state;
  return {
    name,
    state: running ? 'running' : terminated ? 'terminated' : 'waiting',
    word: running ? 'Running' : (terminated?.reason ?? waiting?.reason ?? (terminated ? 'Terminated' : 'Waiting')),
    ready,
    restarts: restartCount,
    ...(terminated && { exitCode: terminated.exitCode }),
  };
}
