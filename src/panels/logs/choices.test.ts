import { describe, expect, it } from 'vitest';
import type { Pod, Stored } from '../../api/objects.ts';
import { choicesOf, commandFor, firstChoice } from './choices.ts';

const pod = (statuses: object[], more: object = {}): Stored<Pod> =>
  ({
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: { name: 'web', namespace: 'default', uid: 'u', ...more },
    spec: { initContainers: [{ name: 'setup' }], containers: [{ name: 'app' }, { name: 'log' }] },
    status: { containerStatuses: statuses },
  }) as unknown as Stored<Pod>;
const running = { running: { startedAt: '2026-01-01T00:00:00Z' } };
const failed = { terminated: { exitCode: 1 } };

describe('the containers of a Pod whose logs can be read', () => {
  it('are told in the order in which they run, and whether they ran before', () => {
    const crashing = pod([{ name: 'app', state: { waiting: { reason: 'CrashLoopBackOff' } }, lastState: failed }]);
    expect(choicesOf(crashing).map(({ name, hasPrevious }) => [name, hasPrevious])).toEqual([
      ['setup', false],
      ['app', true],
      ['log', false],
    ]);
  });

  it('the one that failed comes first, then the one that the Pod names, then the first', () => {
    const states = (app: object, log: object) => [
      { name: 'app', ...app },
      { name: 'log', ...log },
    ];
    expect(firstChoice(pod(states({ state: running }, { state: running })))).toBe('app');
    expect(firstChoice(pod(states({ state: running }, { state: failed })))).toBe('log');
    expect(firstChoice(pod(states({ state: running }, { state: { waiting: {} }, lastState: failed })))).toBe('log');
    expect(firstChoice(pod(states({ state: running }, { state: running, lastState: failed })))).toBe('app');
    const annotations = { 'kubectl.kubernetes.io/default-container': 'log' };
    expect(firstChoice(pod(states({ state: running }, { state: running }), { annotations }))).toBe('log');
  });

  it('are read with kubectl too', () => {
    expect(commandFor(pod([]), 'app', true, false)).toBe('kubectl logs web -c app --previous');
    expect(commandFor(pod([], { namespace: 'shop' }), 'app', false, true)).toBe(
      'kubectl logs web -n shop -c app --timestamps',
    );
  });
});
