import { describe, expect, it } from 'vitest';
import type { ContainerStatus, Pod, PodStatus, Stored } from '../api/objects.ts';
import { podFacts } from './podFacts.ts';

const container = (state: ContainerStatus['state'], more: Partial<ContainerStatus> = {}): ContainerStatus => ({
  name: 'c',
  image: 'i',
  imageID: '',
  ready: false,
  restartCount: 0,
  ...(state && { state }),
  ...more,
});

const pod = (status: PodStatus, more: { deleted?: true; init?: number } = {}): Stored<Pod> => ({
  apiVersion: 'v1',
  kind: 'Pod',
  metadata: {
    name: 'p',
    uid: 'u',
    resourceVersion: '1',
    creationTimestamp: '2026-01-01T00:00:00Z',
    ...(more.deleted && { deletionTimestamp: '2026-01-01T00:00:30Z', deletionGracePeriodSeconds: 30 }),
  },
  spec: {
    containers: [{ name: 'c', image: 'i' }],
    initContainers: Array.from({ length: more.init ?? 0 }, (_, index) => ({ name: `i${index}`, image: 'i' })),
  },
  status,
});

const ready = [{ type: 'Ready', status: 'True' as const }];

// The words are those of `kubectl get pods`.
describe('STATUS', () => {
  it.each<[string, Stored<Pod>]>([
    ['Pending', pod({ phase: 'Pending' })],
    [
      'ContainerCreating',
      pod({ phase: 'Pending', containerStatuses: [container({ waiting: { reason: 'ContainerCreating' } })] }),
    ],
    [
      'Running',
      pod({ phase: 'Running', conditions: ready, containerStatuses: [container({ running: {} }, { ready: true })] }),
    ],
    [
      'CrashLoopBackOff',
      pod({ phase: 'Running', containerStatuses: [container({ waiting: { reason: 'CrashLoopBackOff' } })] }),
    ],
    [
      'Completed',
      pod({ phase: 'Succeeded', containerStatuses: [container({ terminated: { exitCode: 0, reason: 'Completed' } })] }),
    ],
    ['ExitCode:3', pod({ phase: 'Failed', containerStatuses: [container({ terminated: { exitCode: 3 } })] })],
    [
      'Signal:9',
      pod({ phase: 'Failed', containerStatuses: [container({ terminated: { exitCode: 137, signal: 9 } })] }),
    ],
    ['Evicted', pod({ phase: 'Failed', reason: 'Evicted' })],
    [
      'Init:0/2',
      pod({ phase: 'Pending', initContainerStatuses: [container({ running: {} }, { name: 'i0' })] }, { init: 2 }),
    ],
    [
      'Init:CrashLoopBackOff',
      pod(
        {
          phase: 'Pending',
          initContainerStatuses: [container({ waiting: { reason: 'CrashLoopBackOff' } }, { name: 'i0' })],
        },
        { init: 1 },
      ),
    ],
    ['Terminating', pod({ phase: 'Running' }, { deleted: true })],
    ['Unknown', pod({ phase: 'Running', reason: 'NodeLost' }, { deleted: true })],
    [
      'SchedulingGated',
      pod({ phase: 'Pending', conditions: [{ type: 'PodScheduled', status: 'False', reason: 'SchedulingGated' }] }),
    ],
  ])('is %s', (word, given) => {
    expect(podFacts(given).word).toBe(word);
  });
});

describe('what the stage tells of a Pod', () => {
  it.each([
    [
      'good',
      pod({ phase: 'Running', conditions: ready, containerStatuses: [container({ running: {} }, { ready: true })] }),
    ],
    ['waiting', pod({ phase: 'Running', containerStatuses: [container({ running: {} })] })],
    ['bad', pod({ phase: 'Running', containerStatuses: [container({ waiting: { reason: 'CrashLoopBackOff' } })] })],
    ['bad', pod({ phase: 'Pending', containerStatuses: [container({ waiting: { reason: 'ErrImagePull' } })] })],
    [
      'done',
      pod({ phase: 'Succeeded', containerStatuses: [container({ terminated: { exitCode: 0, reason: 'Completed' } })] }),
    ],
    ['bad', pod({ phase: 'Failed' })],
    ['quiet', pod({ phase: 'Running' }, { deleted: true })],
  ] as const)('is %s', (tone, given) => {
    expect(podFacts(given).tone).toBe(tone);
  });

  it('holds the grace period of one that is being deleted', () => {
    expect(podFacts(pod({ phase: 'Running' }, { deleted: true })).terminating).toEqual({
      until: Date.UTC(2026, 0, 1, 0, 0, 30),
      grace: 30_000,
    });
  });
});
