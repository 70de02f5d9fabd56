import { assign, setup } from 'xstate';

export type ProbeKind = 'readiness' | 'liveness' | 'startup';

export interface ProbeContext {
  kind: ProbeKind;
  successThreshold: number;
  failureThreshold: number;
  /** What the last probe said, and how often in a row. */
  last: 'Success' | 'Failure' | 'nothing yet';
  inARow: number;
}

export type ProbeEvent =
  | { type: 'CONTAINER_STARTED' }
  | { type: 'CONTAINER_STOPPED' }
  | { type: 'PROBE_SUCCEEDED' }
  | { type: 'PROBE_FAILED' };

const inARow = (context: ProbeContext, result: 'Success' | 'Failure'): number =>
  context.last === result ? context.inARow + 1 : 1;

const begin = [
  { guard: 'isReadiness', target: '#probe.Failure', actions: 'forgetWhatWas' },
  { guard: 'isLiveness', target: '#probe.Success', actions: 'forgetWhatWas' },
  { target: '#probe.Unknown', actions: 'forgetWhatWas' },
] as const;

const succeeded = [
  { guard: 'enoughSuccesses', target: '#probe.Success', actions: 'countTheSuccess' },
  { actions: 'countTheSuccess' },
] as const;

const failed = [
  { guard: 'enoughFailures', target: '#probe.Failure', actions: 'countTheFailure' },
  { actions: 'countTheFailure' },
] as const;

/** The standing result of one probe of a container. Source: kubelet prober/worker.go doProbe. */
export const probe = setup({
  types: {
    context: {} as ProbeContext,
    events: {} as ProbeEvent,
    input: {} as Pick<ProbeContext, 'kind' | 'successThreshold' | 'failureThreshold'>,
  },
  guards: {
    isReadiness: ({ context }) => context.kind === 'readiness',
    isLiveness: ({ context }) => context.kind === 'liveness',
    enoughSuccesses: ({ context }) => inARow(context, 'Success') >= context.successThreshold,
    enoughFailures: ({ context }) => inARow(context, 'Failure') >= context.failureThreshold,
    /** A failed liveness or startup probe is final for this container: it will be killed. */
    mayRecover: ({ context }) => context.kind === 'readiness' && inARow(context, 'Success') >= context.successThreshold,
  },
  actions: {
    forgetWhatWas: assign({ last: 'nothing yet', inARow: 0 }),
    countTheSuccess: assign(({ context }) => ({ last: 'Success' as const, inARow: inARow(context, 'Success') })),
    countTheFailure: assign(({ context }) => ({ last: 'Failure' as const, inARow: inARow(context, 'Failure') })),
  },
}).createMachine({
  id: 'probe',
  context: ({ input }) => ({ ...input, last: 'nothing yet', inARow: 0 }),
  initial: 'NoContainer',
  on: { CONTAINER_STOPPED: '.NoContainer', CONTAINER_STARTED: begin },
  states: {
    NoContainer: {},
    Unknown: { on: { PROBE_SUCCEEDED: succeeded, PROBE_FAILED: failed } },
    Success: { on: { PROBE_SUCCEEDED: { actions: 'countTheSuccess' }, PROBE_FAILED: failed } },
    Failure: {
      on: {
        PROBE_SUCCEEDED: [
          { guard: 'mayRecover', target: 'Success', actions: 'countTheSuccess' },
          { actions: 'countTheSuccess' },
        ],
        PROBE_FAILED: { actions: 'countTheFailure' },
      },
    },
  },
});
