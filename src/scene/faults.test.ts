import { describe, expect, it } from 'vitest';
import type { Node, Pod, Stored } from '../api/objects.ts';
import type { TankParts } from '../client/client.ts';
import { countdown, evictionOf, faultsOf, isStopped, nextEviction } from './faults.ts';

const parts: TankParts = {
  stopped: ['controller-manager'],
  stoppedKubelets: ['node-2'],
  poweredOff: ['node-1'],
  cutOff: ['node-1'],
  slow: { 'node-2': 10 },
  upgrading: {},
};

const added = '2026-01-01T00:00:50Z';
const unreachable = { key: 'node.kubernetes.io/unreachable', effect: 'NoExecute', timeAdded: added };
const node = (taints: object[]) => ({ metadata: { name: 'node-1' }, spec: { taints } }) as unknown as Stored<Node>;
const pod = (tolerationSeconds?: number | null, metadata: object = {}) =>
  ({
    metadata: { name: 'web-1', ...metadata },
    spec: {
      tolerations:
        tolerationSeconds === undefined
          ? []
          : [
              {
                key: unreachable.key,
                operator: 'Exists',
                effect: 'NoExecute',
                ...(tolerationSeconds !== null && { tolerationSeconds }),
              },
            ],
    },
  }) as unknown as Stored<Pod>;

describe('faults', () => {
  it('are those of the node alone, the gravest first', () => {
    expect(faultsOf('node-1', parts)).toEqual(['poweredOff', 'cutOff']);
    expect(faultsOf('node-2', parts)).toEqual(['kubeletStopped', 'slow']);
    expect(faultsOf('node-3', parts)).toEqual([]);
    expect(faultsOf('node-1', undefined)).toEqual([]);
  });

  it('of the control plane stop a process, and never kubectl', () => {
    expect(['controllerManager', 'scheduler', 'kubectl'].map((part) => isStopped(part as 'kubectl', parts))).toEqual([
      true,
      false,
      false,
    ]);
  });
});

describe('what the taints of a lost node do to its Pods', () => {
  it('evicts a Pod when its toleration ends', () => {
    expect(evictionOf(pod(300), node([unreachable]))).toBe(Date.UTC(2026, 0, 1, 0, 5, 50));
    expect(evictionOf(pod(), node([unreachable]))).toBe(Date.UTC(2026, 0, 1, 0, 0, 50));
  });

  it('lets one stay that tolerates it for ever, is on its way out, or whose node is well', () => {
    expect(evictionOf(pod(null), node([unreachable]))).toBeUndefined();
    expect(evictionOf(pod(300, { deletionTimestamp: added }), node([unreachable]))).toBeUndefined();
    expect(evictionOf(pod(300), node([{ ...unreachable, effect: 'NoSchedule' }]))).toBeUndefined();
    expect(nextEviction(node([unreachable]), [pod(null)])).toBeUndefined();
  });

  it('says of a node when the next go, and how many', () => {
    expect(nextEviction(node([unreachable]), [pod(300), pod(30), pod(30), pod(null)])).toEqual({
      at: Date.UTC(2026, 0, 1, 0, 1, 20),
      pods: 2,
    });
  });
});

it('counts down in minutes and seconds, and stops at nothing', () => {
  expect([300_000, 61_400, 900, -5].map(countdown)).toEqual(['5:00', '1:02', '0:01', '0:00']);
});
