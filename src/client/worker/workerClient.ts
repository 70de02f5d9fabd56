import { type Failure, isFailure } from '../../api/status.ts';
import type { ApiResponse } from '../../cluster/apiserver/request.ts';
import {
  type ClockState,
  type ClusterClient,
  type Connection,
  type ExecAnswer,
  type LogAnswer,
  type PodInside,
  type PodMachines,
  type SchedulingAttempt,
  type TrafficBatch,
  Unreachable,
  type WhatIfAnswer,
} from '../client.ts';
import { createObjectCache } from './objectCache.ts';
import type { Call, FromWorker, News, SavedSession, ToWorker } from './protocol.ts';

/** A worker, or what stands for one in tests. */
export interface WorkerLike {
  postMessage(message: ToWorker, transfer?: Transferable[]): void;
  onmessage: ((event: { data: FromWorker }) => void) | null;
  onerror: ((event: { message?: string }) => void) | null;
  terminate(): void;
}

/** What the cluster begins with, and how its worker is made (again, should it die). */
export interface WorkerClientOptions {
  scenario: string;
  seed: number;
  createWorker(): WorkerLike;
}

/** A worker that dies this often without having lived in between is not started again. */
const mostDeaths = 3;

interface Pending {
  resolve(result: unknown): void;
  reject(error: Error): void;
}

/** A client of the simulator in a Web Worker. */
export function createWorkerClient({ scenario, seed, createWorker }: WorkerClientOptions): ClusterClient {
  const pending = new Map<number, Pending>();
  const cache = createObjectCache();
  const connections = createSubject<Connection>({ state: 'connecting' });
  const clocks = createSubject<ClockState>({ now: 0, start: 0, latest: 0, earliest: 0, running: false, speed: 1 });
  const traffic = createSubject<TrafficBatch | undefined>(undefined);
  let saved: SavedSession | undefined;
  let nextCall = 1;
  let deaths = 0;
  let worker = begin({ method: 'begin', scenario, seed });

  function begin(call: Call): WorkerLike {
    const next = createWorker();
    next.onmessage = ({ data }) => receive(data);
    next.onerror = (event) => die(event.message ?? 'the simulator stopped without saying why');
    const transfer = call.method === 'resume' ? [call.saved.world] : [];
    next.postMessage({ id: 0, call }, transfer);
    return next;
  }

  function receive(message: FromWorker): void {
    switch (message.kind) {
      case 'answer':
        pending.get(message.id)?.resolve(message.result);
        pending.delete(message.id);
        return;
      case 'unreachable':
        pending.get(message.id)?.reject(new Unreachable(message.message));
        pending.delete(message.id);
        return;
      case 'refused':
        pending.get(message.id)?.reject(new Error(message.message));
        pending.delete(message.id);
        return;
      case 'failed':
        // A call that fails inside the simulator leaves its world in doubt: it starts anew from what was saved.
        pending.get(message.id)?.reject(new Error(message.message));
        pending.delete(message.id);
        die(message.message);
        return;
      case 'saved':
        saved = message.saved;
        deaths = 0;
        return;
      case 'news':
        if (connections.value.state !== 'live') connections.next({ state: 'live' });
        takeIn(message.news);
    }
  }

  function takeIn(news: News): void {
    if (news.objects) cache.reset(news.objects, news.revision);
    if (news.events.length > 0) cache.apply(news.events, news.revision);
    clocks.next(news.clock);
    traffic.next(news.traffic);
  }

  function die(reason: string): void {
    worker.terminate();
    for (const { reject } of pending.values()) reject(new Error(reason));
    pending.clear();
    deaths++;
    if (deaths > mostDeaths) {
      connections.next({ state: 'broken', reason });
      return;
    }
    connections.next({ state: 'restarting', reason });
    // The bytes are handed over with the call: a copy stays, for the next time.
    const copy = saved && { ...saved, world: saved.world.slice(0) };
    worker = begin(copy ? { method: 'resume', saved: copy } : { method: 'begin', scenario, seed });
  }

  function ask<Result>(call: Call): Promise<Result> {
    const id = nextCall++;
    return new Promise<Result>((resolve, reject) => {
      pending.set(id, { resolve: resolve as (result: unknown) => void, reject });
      worker.postMessage({ id, call });
    });
  }

  /** A call whose answer nobody waits for; should it fail, the connection says so. */
  function tell(call: Call): void {
    worker.postMessage({ id: 0, call });
  }

  return {
    request: (request) => ask<ApiResponse>({ method: 'request', request }),
    raw: (path, accept) => ask({ method: 'raw', path, ...(accept !== undefined && { accept }) }),
    watch: (resources, handler) => cache.watch(resources, handler),
    logs: (request) => ask<LogAnswer>({ method: 'logs', request }),
    exec: (request) => ask<ExecAnswer>({ method: 'exec', request }),
    async openExec(request) {
      const started = await ask<{ id: string } | Failure>({ method: 'openExec', request });
      if (isFailure(started)) return started;
      const { id } = started;
      return {
        type: (text) => ask({ method: 'type', id, ...(text !== undefined && { text }) }),
        read: () => ask({ method: 'readExec', id }),
      };
    },
    watchConnection: connections.subscribe,
    clock: {
      state: () => clocks.value,
      subscribe: clocks.subscribe,
      play: () => tell({ method: 'play' }),
      pause: () => tell({ method: 'pause' }),
      setSpeed: (speed) => tell({ method: 'setSpeed', speed }),
      stepEvent: () => ask({ method: 'stepEvent' }),
      stepChange: () => ask({ method: 'stepChange' }),
      stepBack: () => ask({ method: 'stepBack' }),
      seek: (time) => ask({ method: 'seek', time }),
      sleep(milliseconds) {
        const end = clocks.value.now + milliseconds;
        return new Promise((resolve) => {
          const stop = clocks.subscribe(({ now }) => {
            if (now < end) return;
            queueMicrotask(() => stop());
            resolve();
          });
        });
      },
    },
    tank: {
      watchTraffic: (listener) => traffic.subscribe((batch) => batch && listener(batch)),
      machines: (podUid) => ask<PodMachines | undefined>({ method: 'machines', podUid }),
      attempts: (podUid) => ask<SchedulingAttempt[]>({ method: 'attempts', podUid }),
      whatIf: (about, changes) => ask<WhatIfAnswer>({ method: 'whatIf', about, ...(changes && { changes }) }),
      inside: (podUids) => ask<PodInside[]>({ method: 'inside', podUids }),
      parts: () => ask({ method: 'parts' }),
      act: (action) => ask({ method: 'act', action }),
    },
  };
}

/** A value that changes, and who wants to know; a new listener is told the present value at once. */
function createSubject<T>(first: T) {
  const listeners = new Set<(value: T) => void>();
  const subject = {
    value: first,
    next(value: T): void {
      subject.value = value;
      for (const listener of listeners) listener(value);
    },
    subscribe(listener: (value: T) => void): () => void {
      listeners.add(listener);
      listener(subject.value);
      return () => listeners.delete(listener);
    },
  };
  return subject;
}
