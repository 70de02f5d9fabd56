import { assign, setup } from 'xstate';

export type PodOutcome = 'Succeeded' | 'Failed';

export interface PodContext {
  /** status.reason and status.message, where the kubelet itself ended the Pod, as with DeadlineExceeded. */
  reason?: string;
  message?: string;
}

export type PodEvent =
  | { type: 'CONTAINERS_STARTED' }
  | { type: 'CONTAINERS_WAITING' }
  /** No container runs any more, and none will be started again. */
  | { type: 'CONTAINERS_ENDED' }
  | { type: 'DELETED' }
  | { type: 'DEADLINE_EXCEEDED'; reason: string; message: string }
  | { type: 'EVICTED'; reason: string; message: string }
  /** All is stopped; what the Pod came to, where its containers tell. */
  | { type: 'CONTAINERS_STOPPED'; outcome?: PodOutcome }
  | { type: 'CLEANED_UP' };

/** A Pod in the hands of its kubelet: what the worker does (as in pod_workers.go), and the phase that follows. */
export const pod = setup({
  types: { context: {} as PodContext, events: {} as PodEvent },
  guards: {
    allSucceeded: ({ event }) => event.type === 'CONTAINERS_STOPPED' && event.outcome === 'Succeeded',
    someFailed: ({ event }) => event.type === 'CONTAINERS_STOPPED' && event.outcome === 'Failed',
  },
  actions: {
    noteWhy: assign(({ event }) => ('reason' in event ? { reason: event.reason, message: event.message } : {})),
  },
}).createMachine({
  id: 'pod',
  type: 'parallel',
  context: {},
  states: {
    worker: {
      initial: 'Syncing',
      states: {
        Syncing: {
          on: {
            CONTAINERS_ENDED: 'Terminating',
            DELETED: 'Terminating',
            DEADLINE_EXCEEDED: { target: 'Terminating', actions: 'noteWhy' },
            EVICTED: { target: 'Terminating', actions: 'noteWhy' },
          },
        },
        Terminating: { on: { CONTAINERS_STOPPED: 'Terminated' } },
        Terminated: { on: { CLEANED_UP: 'Finished' } },
        Finished: {},
      },
    },
    phase: {
      initial: 'Pending',
      states: {
        Pending: {
          on: {
            CONTAINERS_STARTED: 'Running',
            CONTAINERS_STOPPED: [
              { guard: 'allSucceeded', target: 'Succeeded' },
              { guard: 'someFailed', target: 'Failed' },
            ],
            CLEANED_UP: 'Failed',
          },
        },
        Running: {
          on: {
            CONTAINERS_WAITING: 'Pending',
            CONTAINERS_STOPPED: [
              { guard: 'allSucceeded', target: 'Succeeded' },
              { guard: 'someFailed', target: 'Failed' },
            ],
            CLEANED_UP: 'Failed',
          },
        },
        Succeeded: {},
        Failed: {},
      },
    },
  },
});
