import { describe, expect, test } from 'vitest';
import { type AnyStateMachine, type EventFromLogic, transition } from 'xstate';
import { getShortestPaths, getSimplePaths, getStateNodes } from 'xstate/graph';
import { advance } from './advance.ts';
import { container } from './container.ts';
import { imagePull } from './imagePull.ts';
import { node } from './node.ts';
import { pod } from './pod.ts';
import { probe } from './probe.ts';
import { machines } from './registry.ts';

const end = (exitCode: number, reason: string) => ({ exitCode, reason, startedAt: 1, finishedAt: 2 });

const containerEvents: EventFromLogic<typeof container>[] = [
  { type: 'INIT_CONTAINERS_GO_FIRST' },
  { type: 'IMAGE_PULL_FAILED', message: 'not found' },
  { type: 'IMAGE_PULL_BACKED_OFF', message: 'Back-off' },
  { type: 'IMAGE_NEVER_PULLED', message: 'Never' },
  { type: 'IMAGE_NAME_INVALID', message: 'invalid' },
  { type: 'CONFIG_FAILED', message: 'configmap "a" not found' },
  { type: 'CREATE_FAILED', message: 'no' },
  { type: 'CREATED', containerID: 'a', image: 'nginx', imageID: 'b', restartCount: 1 },
  { type: 'STARTED', at: 1, postStart: false },
  { type: 'STARTED', at: 1, postStart: true },
  { type: 'START_FAILED', message: 'no', termination: end(128, 'StartError'), restarts: true },
  { type: 'START_FAILED', message: 'no', termination: end(128, 'StartError'), restarts: false },
  { type: 'POST_START_ENDED' },
  { type: 'POST_START_FAILED', message: 'no', termination: end(137, 'Error'), restarts: true },
  { type: 'KILLING', preStop: true },
  { type: 'KILLING', preStop: false },
  { type: 'PRE_STOP_ENDED' },
  { type: 'EXITED', termination: end(0, 'Completed') },
  { type: 'EXITED', termination: end(1, 'Error') },
  { type: 'EXITED', termination: end(137, 'OOMKilled') },
  { type: 'RESTART_BACKED_OFF', message: 'back-off 10s' },
  { type: 'POD_TERMINATING' },
  { type: 'COULD_NOT_BE_LOCATED' },
];
const imagePullEvents: EventFromLogic<typeof imagePull>[] = [
  { type: 'IMAGE_PRESENT' },
  { type: 'PULL' },
  { type: 'PULLED' },
  { type: 'PULL_FAILED', message: 'not found' },
  { type: 'BACKED_OFF' },
  { type: 'BACKOFF_OVER' },
  { type: 'PULL_FORBIDDEN', message: 'Never' },
  { type: 'NAME_INVALID', message: 'invalid' },
  { type: 'IMAGE_CHANGED', image: 'nginx:1.28' },
];
const podEvents: EventFromLogic<typeof pod>[] = [
  { type: 'CONTAINERS_STARTED' },
  { type: 'CONTAINERS_WAITING' },
  { type: 'CONTAINERS_ENDED' },
  { type: 'DELETED' },
  { type: 'DEADLINE_EXCEEDED', reason: 'DeadlineExceeded', message: 'too long' },
  { type: 'EVICTED', reason: 'Evicted', message: 'low on memory' },
  { type: 'CONTAINERS_STOPPED', outcome: 'Succeeded' },
  { type: 'CONTAINERS_STOPPED', outcome: 'Failed' },
  { type: 'CONTAINERS_STOPPED' },
  { type: 'CLEANED_UP' },
];
const nodeEvents: EventFromLogic<typeof node>[] = [
  { type: 'POWER_OFF' },
  { type: 'POWER_ON' },
  { type: 'CUT_OFF' },
  { type: 'RECONNECT' },
  { type: 'KUBELET_STOPPED' },
  { type: 'KUBELET_STARTED' },
];
const probeEvents: EventFromLogic<typeof probe>[] = [
  { type: 'CONTAINER_STARTED' },
  { type: 'CONTAINER_STOPPED' },
  { type: 'PROBE_SUCCEEDED' },
  { type: 'PROBE_FAILED' },
];

/** Two moments are the same place on the way if their states are, whatever they remember; counters are kept small. */
const place = (snapshot: { value: unknown; context: { inARow?: number; last?: unknown } }) =>
  JSON.stringify([snapshot.value, Math.min(snapshot.context.inARow ?? 0, 3), JSON.stringify(snapshot.context.last)]);
const limit = { serializeState: place as never, limit: 20_000 };

function statesReached(machine: AnyStateMachine, events: readonly object[], input?: object): Set<string> {
  const paths = getShortestPaths(machine, { ...limit, events: events as never, ...(input && { input }) } as never);
  const ids = new Set<string>();
  for (const { state } of paths) for (const { id } of (state as { _nodes: { id: string }[] })._nodes) ids.add(id);
  return ids;
}

const walks: [string, AnyStateMachine, readonly object[], object[]][] = [
  ['pod', pod, podEvents, [{}]],
  ['container', container, containerEvents, [{}]],
  ['imagePull', imagePull, imagePullEvents, [{ image: 'nginx' }]],
  [
    'probe',
    probe,
    probeEvents,
    (['readiness', 'liveness', 'startup'] as const).map((kind) => ({ kind, successThreshold: 1, failureThreshold: 2 })),
  ],
  ['node', node, nodeEvents, [{}]],
];

describe('every machine', () => {
  test('is walked here', () => {
    expect(walks.map(([name]) => name).sort()).toEqual(Object.keys(machines).sort());
  });

  test.each(walks)('%s: every state can be reached', (_name, machine, events, inputs) => {
    const reached = new Set(inputs.flatMap((input) => [...statesReached(machine, events, input)]));
    const all = getStateNodes(machine).map(({ id }) => id);
    expect(all.filter((id) => !reached.has(id))).toEqual([]);
  });

  test.each(walks)('%s: every event means something somewhere', (_name, machine, events) => {
    const sent = new Set(events.map((event) => (event as { type: string }).type));
    expect([...machine.events].sort()).toEqual([...sent].sort());
  });

  test.each(walks)('%s: has no delays, no actors, nothing that time must do', (_name, machine) => {
    for (const state of [machine.root, ...getStateNodes(machine)]) {
      expect(state.after).toEqual([]);
      expect(state.invoke).toEqual([]);
    }
  });

  // What advance.ts relies on when it takes a transition that XState has taken before.
  test.each(walks)('%s: acts on transitions only', (_name, machine) => {
    for (const state of [machine.root, ...getStateNodes(machine)]) {
      expect([...state.entry, ...state.exit]).toEqual([]);
      expect(state.always ?? []).toEqual([]);
      expect(state.type).not.toMatch(/final|history/);
    }
  });

  test.each(walks)('%s: advances as XState does', (name, machine, events, inputs) => {
    for (const input of inputs)
      for (const { state } of getShortestPaths(machine, { ...limit, events: events as never, input } as never)) {
        const { value, context } = state as unknown as { value: never; context: never };
        const moment = { machine: name as never, value, context, since: 1 };
        for (const event of events) {
          const [expected] = transition(machine, state as never, event as never);
          const after = advance(moment, event as never, 2);
          expect([after.value, after.context]).toEqual([expected.value, expected.context]);
          if (expected === state) expect(after).toBe(moment);
        }
      }
  });
});

describe('pod', () => {
  const paths = getSimplePaths(pod, { ...limit, events: podEvents } as never);

  test('a phase that is over stays, whatever happens', () => {
    for (const { steps } of paths) {
      const phases = steps.map(({ state }) => (state.value as { phase: string }).phase);
      const first = phases.findIndex((phase) => phase === 'Succeeded' || phase === 'Failed');
      if (first >= 0) expect(new Set(phases.slice(first)).size).toBe(1);
    }
  });

  test('the worker only ever goes from Syncing to Terminating, Terminated and Finished', () => {
    const order = ['Syncing', 'Terminating', 'Terminated', 'Finished'];
    for (const { steps } of paths) {
      const places = steps.map(({ state }) => order.indexOf((state.value as { worker: string }).worker));
      expect(places).toEqual([...places].sort());
    }
  });

  test('a Pod whose worker is finished is Succeeded or Failed', () => {
    for (const { state } of paths) {
      const { worker, phase } = state.value as { worker: string; phase: string };
      if (worker === 'Finished') expect(['Succeeded', 'Failed']).toContain(phase);
    }
  });
});

describe('container', () => {
  const paths = getShortestPaths(container, { ...limit, events: containerEvents } as never);

  test('nothing waits in CrashLoopBackOff or has ended without a record of its end', () => {
    for (const { state } of paths) {
      const value = state.value as Record<string, string>;
      if (value.waiting === 'CrashLoopBackOff' && state.context.last === undefined) {
        expect.fail('back-off without an exit');
      }
      if (value.terminated) expect(state.context.last).toBeDefined();
    }
  });

  test('how it ended is the name of the state', () => {
    for (const { state } of paths) {
      const { terminated } = state.value as Record<string, string>;
      if (terminated) expect(state.context.last?.reason).toBe(terminated);
    }
  });

  test('wherever it waits or has ended, it can still be started', () => {
    for (const { state } of paths) {
      if (!('running' in (state.value as object)))
        expect(state.can({ type: 'STARTED', at: 1, postStart: false })).toBe(true);
    }
  });
});
