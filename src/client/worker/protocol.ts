import type { KubernetesObject } from '../../api/objects.ts';
import type { ApiRequest } from '../../cluster/apiserver/request.ts';
import type {
  ClockState,
  ExecRequest,
  LogRequest,
  TankAction,
  TrafficBatch,
  WatchEvent,
  WhatIfChanges,
  WhatIfPod,
} from '../client.ts';

/** What the page may ask of the worker; each is answered once. */
export type Call =
  | { method: 'begin'; scenario: string; seed: number }
  /** Goes on with a session that another worker had, as it last saved it. */
  | { method: 'resume'; saved: SavedSession }
  | { method: 'request'; request: ApiRequest }
  | { method: 'raw'; path: string; accept?: string }
  | { method: 'logs'; request: LogRequest }
  | { method: 'exec'; request: ExecRequest }
  | { method: 'openExec'; request: ExecRequest }
  | { method: 'type'; id: string; text?: string }
  | { method: 'readExec'; id: string }
  | { method: 'machines'; podUid: string }
  | { method: 'attempts'; podUid: string }
  | { method: 'whatIf'; about: WhatIfPod; changes?: WhatIfChanges }
  | { method: 'inside'; podUids: readonly string[] }
  | { method: 'parts' }
  | { method: 'act'; action: TankAction }
  | { method: 'play' }
  | { method: 'pause' }
  | { method: 'setSpeed'; speed: number }
  | { method: 'stepEvent' }
  | { method: 'stepChange' }
  | { method: 'stepBack' }
  | { method: 'seek'; time: number };

export type ToWorker = { id: number; call: Call };

/** What the worker tells: answers to calls, and once a frame at most what has happened. */
export type FromWorker =
  | { kind: 'answer'; id: number; result: unknown }
  /** The call cannot be done; the cluster is as it was. */
  | { kind: 'refused' | 'unreachable'; id: number; message: string }
  /** The simulator broke off in the middle of the call. */
  | { kind: 'failed'; id: number; message: string }
  | { kind: 'news'; news: News }
  | { kind: 'saved'; saved: SavedSession };

/** What has happened since the last news. `objects` is there where all that was known before is void. */
export interface News {
  clock: ClockState;
  objects?: { resource: string; object: KubernetesObject }[];
  events: WatchEvent[];
  revision: number;
  traffic: TrafficBatch;
}

/** A session as bytes: its world as JSON text (see serialize.ts), and how its time ran. */
export interface SavedSession {
  world: ArrayBuffer;
  running: boolean;
  speed: number;
}
