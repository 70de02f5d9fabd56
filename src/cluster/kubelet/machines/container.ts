import { assign, setup } from 'xstate';
import type { Milliseconds } from '../../world/queue.ts';

/** How one run of a container ended. */
export interface Termination {
  containerID?: string;
  exitCode: number;
  signal?: number;
  /** Completed, Error, OOMKilled, StartError, ContainerStatusUnknown. */
  reason: string;
  message?: string;
  startedAt?: Milliseconds;
  finishedAt?: Milliseconds;
}

/** What the kubelet knows of a container beyond its state. */
export interface ContainerContext {
  /** The Pod has init containers: before its first start it waits as PodInitializing. */
  initializing?: boolean;
  /** Why it waits, in full. */
  message?: string;
  /** The run of now, or the last one. */
  containerID?: string;
  image?: string;
  imageID?: string;
  startedAt?: Milliseconds;
  restartCount: number;
  /** How the last run ended, and the one before it. */
  last?: Termination;
  beforeLast?: Termination;
}

export type ContainerEvent =
  | { type: 'INIT_CONTAINERS_GO_FIRST' }
  | { type: 'IMAGE_PULL_FAILED'; message: string }
  | { type: 'IMAGE_PULL_BACKED_OFF'; message: string }
  | { type: 'IMAGE_NEVER_PULLED'; message: string }
  | { type: 'IMAGE_NAME_INVALID'; message: string }
  | { type: 'CONFIG_FAILED'; message: string }
  | { type: 'CREATE_FAILED'; message: string }
  | { type: 'CREATED'; containerID: string; image: string; imageID: string; restartCount: number }
  | { type: 'STARTED'; at: Milliseconds; postStart: boolean }
  | { type: 'START_FAILED'; message: string; termination: Termination; restarts: boolean }
  | { type: 'POST_START_ENDED' }
  | { type: 'POST_START_FAILED'; message: string; termination: Termination; restarts: boolean }
  | { type: 'KILLING'; preStop: boolean }
  | { type: 'PRE_STOP_ENDED' }
  | { type: 'EXITED'; termination: Termination }
  | { type: 'RESTART_BACKED_OFF'; message: string }
  | { type: 'POD_TERMINATING' }
  | { type: 'COULD_NOT_BE_LOCATED' };

/** A new record of a run's end pushes the one before it back by one. */
const remember = (context: ContainerContext, last: Termination): Partial<ContainerContext> =>
  context.last ? { last, beforeLast: context.last } : { last };

/**
 * What an attempt to start it may come to, whether it never ran, waits after a failure, or has ended. The reason that
 * kubectl shows as STATUS is the name of the state.
 */
const attempt = {
  IMAGE_NAME_INVALID: { target: '#container.waiting.InvalidImageName', actions: 'noteWhyItWaits' },
  IMAGE_NEVER_PULLED: { target: '#container.waiting.ErrImageNeverPull', actions: 'noteWhyItWaits' },
  IMAGE_PULL_FAILED: { target: '#container.waiting.ErrImagePull', actions: 'noteWhyItWaits' },
  IMAGE_PULL_BACKED_OFF: { target: '#container.waiting.ImagePullBackOff', actions: 'noteWhyItWaits' },
  CONFIG_FAILED: { target: '#container.waiting.CreateContainerConfigError', actions: 'noteWhyItWaits' },
  CREATE_FAILED: { target: '#container.waiting.CreateContainerError', actions: 'noteWhyItWaits' },
  RESTART_BACKED_OFF: {
    guard: 'ranBefore',
    target: '#container.waiting.CrashLoopBackOff',
    actions: 'noteWhyItWaits',
  },
  CREATED: { actions: 'noteTheNewContainer' },
  STARTED: [
    { guard: 'hasPostStartHook', target: '#container.running.PostStartHook', actions: 'noteTheStart' },
    { target: '#container.running.Started', actions: 'noteTheStart' },
  ],
  START_FAILED: [
    {
      guard: 'willBeRestarted',
      target: '#container.waiting.RunContainerError',
      actions: ['noteWhyItWaits', 'noteTheEnd'],
    },
    { target: '#container.terminated.StartError', actions: 'noteTheEnd' },
  ],
} as const;

/** A container of a Pod as its kubelet sees it: its state in the API, and where STATUS comes from. */
export const container = setup({
  types: { context: {} as ContainerContext, events: {} as ContainerEvent },
  guards: {
    ranOutOfMemory: ({ event }) => event.type === 'EXITED' && event.termination.reason === 'OOMKilled',
    exitedWithZero: ({ event }) => event.type === 'EXITED' && event.termination.exitCode === 0,
    willBeRestarted: ({ event }) => 'restarts' in event && event.restarts,
    hasPostStartHook: ({ event }) => event.type === 'STARTED' && event.postStart,
    hasPreStopHook: ({ event }) => event.type === 'KILLING' && event.preStop,
    wasLost: ({ context }) => context.last?.reason === 'ContainerStatusUnknown',
    neverStarted: ({ context }) => context.last?.reason === 'StartError',
    lastRanOutOfMemory: ({ context }) => context.last?.reason === 'OOMKilled',
    lastSucceeded: ({ context }) => context.last?.exitCode === 0,
    ranBefore: ({ context }) => context.last !== undefined,
    isInitializing: ({ context }) => context.initializing === true,
  },
  actions: {
    noteThatOthersGoFirst: assign({ initializing: true }),
    noteWhyItWaits: assign(({ event }) => ('message' in event ? { message: event.message } : {})),
    noteTheNewContainer: assign(({ event }) => {
      if (event.type !== 'CREATED') return {};
      const { type: _, ...created } = event;
      return created;
    }),
    noteTheStart: assign(({ event }) => (event.type === 'STARTED' ? { startedAt: event.at } : {})),
    noteTheEnd: assign(({ context, event }) => ('termination' in event ? remember(context, event.termination) : {})),
    noteThatItVanished: assign(({ context }) => ({
      ...remember(context, {
        exitCode: 137,
        reason: 'ContainerStatusUnknown',
        message: 'The container could not be located when the pod was deleted.  The container used to be Running',
      }),
      restartCount: context.restartCount + 1,
      containerID: '',
    })),
    noteThatNothingIsKnown: assign(({ context }) =>
      remember(context, {
        exitCode: 137,
        reason: 'ContainerStatusUnknown',
        message: 'The container could not be located when the pod was terminated',
      }),
    ),
  },
}).createMachine({
  id: 'container',
  context: { restartCount: 0 },
  initial: 'waiting',
  states: {
    waiting: {
      initial: 'ContainerCreating',
      on: {
        ...attempt,
        COULD_NOT_BE_LOCATED: { target: 'terminated.ContainerStatusUnknown', actions: 'noteThatNothingIsKnown' },
        POD_TERMINATING: [
          { guard: 'wasLost', target: '.ContainerCreating' },
          { guard: 'neverStarted', target: 'terminated.StartError' },
          { guard: 'lastRanOutOfMemory', target: 'terminated.OOMKilled' },
          { guard: 'lastSucceeded', target: 'terminated.Completed' },
          { guard: 'ranBefore', target: 'terminated.Error' },
          { guard: 'isInitializing', target: '.PodInitializing' },
          { target: '.ContainerCreating' },
        ],
      },
      states: {
        ContainerCreating: {
          on: { INIT_CONTAINERS_GO_FIRST: { target: 'PodInitializing', actions: 'noteThatOthersGoFirst' } },
        },
        PodInitializing: {},
        InvalidImageName: {},
        ErrImageNeverPull: {},
        ErrImagePull: {},
        ImagePullBackOff: {},
        CreateContainerConfigError: {},
        CreateContainerError: {},
        RunContainerError: {},
        PostStartHookError: {},
        CrashLoopBackOff: {},
      },
    },
    running: {
      initial: 'Started',
      on: {
        KILLING: [{ guard: 'hasPreStopHook', target: '.PreStopHook' }, { target: '.Stopping' }],
        EXITED: [
          { guard: 'ranOutOfMemory', target: 'terminated.OOMKilled', actions: 'noteTheEnd' },
          { guard: 'exitedWithZero', target: 'terminated.Completed', actions: 'noteTheEnd' },
          { target: 'terminated.Error', actions: 'noteTheEnd' },
        ],
        COULD_NOT_BE_LOCATED: [
          { guard: 'isInitializing', target: 'waiting.PodInitializing', actions: 'noteThatItVanished' },
          { target: 'waiting.ContainerCreating', actions: 'noteThatItVanished' },
        ],
        POST_START_FAILED: [
          {
            guard: 'willBeRestarted',
            target: 'waiting.PostStartHookError',
            actions: ['noteWhyItWaits', 'noteTheEnd'],
          },
          { target: 'terminated.Error', actions: 'noteTheEnd' },
        ],
      },
      states: {
        PostStartHook: { on: { POST_START_ENDED: 'Started' } },
        Started: {},
        PreStopHook: { on: { PRE_STOP_ENDED: 'Stopping' } },
        Stopping: {},
      },
    },
    terminated: {
      initial: 'Completed',
      on: attempt,
      states: { Completed: {}, Error: {}, OOMKilled: {}, StartError: {}, ContainerStatusUnknown: {} },
    },
  },
});
