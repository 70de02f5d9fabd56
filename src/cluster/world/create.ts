import { fromTimestamp } from '../../api/time.ts';
import { createStreamsState } from '../apiserver/streams.ts';
import { createControllerManagerState } from '../controllers/runner.ts';
import { createEventRecorderState } from '../events/correlate.ts';
import { createNetworkState } from '../network/state.ts';
import { createSchedulerState } from '../scheduler/state.ts';
import { createChance } from './chance.ts';
import { createQueue } from './queue.ts';
import { createStore } from './store.ts';
import type { World, WorldOptions } from './world.ts';

/** An empty world at its first instant: no node, no namespace, nothing due. */
export function createWorld({ seed, start = fromTimestamp('2026-01-01T00:00:00Z') }: WorldOptions): World {
  return {
    format: 1,
    now: start,
    steps: 0,
    told: 0,
    chance: createChance(seed),
    queue: createQueue(),
    store: createStore(),
    events: createEventRecorderState(),
    controllerManager: createControllerManagerState(),
    scheduler: createSchedulerState(),
    kubelets: new Map(),
    runtimes: new Map(),
    network: createNetworkState(),
    podAddresses: new Map(),
    servesMetrics: false,
    stoppedParts: new Set(),
    upgrades: new Map(),
    streams: createStreamsState(),
  };
}
