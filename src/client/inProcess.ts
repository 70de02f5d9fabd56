import '../cluster/later/provide.ts';
import { openApi } from '../api/openapi/documents.ts';
import { isFailure } from '../api/status.ts';
import { raw } from '../cluster/apiserver/raw.ts';
import type { ApiRequest, ApiResponse } from '../cluster/apiserver/request.ts';
import { readExec, readLogs } from '../cluster/apiserver/streams.ts';
import { podsInside } from '../cluster/inside/podInside.ts';
import { podMachines } from '../cluster/kubelet/state.ts';
import { partsOf } from '../cluster/partsOf.ts';
import { whatIf } from '../cluster/scheduler/whatIf.ts';
import type { ClockState, ClusterClient, ExecAnswer, ExecRequest } from './client.ts';
import { reached } from './session/reached.ts';
import { advance, command, nextDueAt, type Session, seek, stepBack, stepChange, stepEvent } from './session/session.ts';
import { createWatchers } from './session/watchers.ts';

/** A client of a session in the same thread: for the command line and for tests. Somebody must run the time. */
export interface InProcessClient extends ClusterClient {
  /** Runs on to an instant, event by event; watchers are told and waiting clients go on after each. */
  advanceTo(time: number): Promise<void>;
  /** When something happens next: an event is due, or a client that sleeps wakes. */
  nextInstant(): number | undefined;
}

/** Lets everything that waits for a promise go on: promises settle in microtasks, all of which run before the next task. */
export type Yield = () => Promise<void>;

interface Waiting {
  isOver(): boolean;
  /** When it is over at the latest, if that is known. */
  at?: number;
  goOn(): void;
}

/**
 * Makes the client. `actor` is who its calls are by in the log of causes. `yieldToClients` is called after each event
 * while somebody waits, so that virtual time and promises keep step: the same commands give the same history.
 */
export function createInProcessClient(session: Session, actor: string, yieldToClients: Yield): InProcessClient {
  const watchers = createWatchers(session);
  const waiting = new Set<Waiting>();
  const until = (isOver: () => boolean, at?: number) =>
    new Promise<void>((resolve) => {
      if (isOver()) resolve();
      else waiting.add({ isOver, goOn: resolve, ...(at !== undefined && { at }) });
    });
  const nextInstant = (): number | undefined => {
    const instants = [nextDueAt(session), ...[...waiting].map(({ at }) => at)].filter((at) => at !== undefined);
    return instants.length > 0 ? Math.min(...instants) : undefined;
  };
  const settle = () => {
    watchers.tell();
    for (const one of waiting) {
      if (!one.isOver()) continue;
      waiting.delete(one);
      one.goOn();
    }
  };
  const clockState = (): ClockState => ({
    now: session.world.now,
    start: session.history.checkpoints[0]?.world.now ?? session.world.now,
    earliest: session.history.checkpoints[0]?.world.now ?? session.world.now,
    latest: session.latest,
    running: false,
    speed: 1,
  });
  const after = async (change: () => void) => {
    change();
    settle();
    await yieldToClients();
  };

  return {
    async request(request: ApiRequest): Promise<ApiResponse> {
      const outcome = command(session, { kind: 'request', request, actor });
      if (outcome.kind !== 'response') throw new Error('a request has a response');
      return outcome.response;
    },
    raw: async (path, accept) => raw(reached(session), path, accept, openApi),
    watch: (resources, handler) => watchers.watch(resources, handler),
    watchConnection(listener) {
      listener({ state: 'live' });
      return () => undefined;
    },
    logs: async (request) => readLogs(reached(session), request),
    async openExec(request) {
      const outcome = command(session, { kind: 'exec', ...request, staysOpen: true, terminal: true });
      if (outcome.kind !== 'exec') throw new Error('an exec has begun or was refused');
      if (isFailure(outcome.started)) return outcome.started;
      const { id } = outcome.started;
      return {
        async type(text) {
          command(session, { kind: 'type', id, ...(text !== undefined && { text }) });
        },
        read: async () => readExec(session.world, id),
      };
    },
    async exec(request: ExecRequest): Promise<ExecAnswer> {
      const outcome = command(session, { kind: 'exec', ...request });
      if (outcome.kind !== 'exec') throw new Error('an exec has begun or was refused');
      if (isFailure(outcome.started)) return outcome.started;
      const { id } = outcome.started;
      await until(() => session.world.streams.ended.has(id));
      const result = session.world.streams.ended.get(id);
      if (!result) throw new Error(`exec ${id} ended without a result`);
      return result;
    },
    clock: {
      state: clockState,
      subscribe: () => () => undefined,
      play: () => undefined,
      pause: () => undefined,
      setSpeed: () => undefined,
      stepEvent: () => after(() => stepEvent(session)),
      stepChange: () => after(() => stepChange(session)),
      stepBack: () => after(() => stepBack(session)),
      seek: (time) => after(() => seek(session, time)),
      sleep(milliseconds) {
        const end = session.world.now + Math.max(0, Math.round(milliseconds));
        return until(() => session.world.now >= end, end);
      },
    },
    tank: {
      watchTraffic: () => () => undefined,
      parts: async () => partsOf(session.world),
      machines: async (podUid) => podMachines(session.world, podUid),
      attempts: async (podUid) => session.world.scheduler.attempts.get(podUid) ?? [],
      whatIf: async (about, changes) => whatIf(session.world, about, changes),
      inside: async (podUids) => podsInside(session.world, podUids),
      async act(action) {
        command(session, { kind: 'act', action });
      },
    },
    nextInstant,
    async advanceTo(time) {
      settle();
      await yieldToClients();
      for (let at = nextInstant(); at !== undefined && at <= time; at = nextInstant()) {
        const due = nextDueAt(session);
        if (due !== undefined && due <= at) stepEvent(session);
        else advance(session, at);
        settle();
        if (waiting.size > 0) await yieldToClients();
      }
      advance(session, time);
      settle();
      await yieldToClients();
    },
  };
}
