import { describe, expect, it } from 'vitest';
import { bytesText, coresText } from './amounts.ts';
import { leftOf, openPod } from './openPod.ts';
import { insideOf, podOf } from './testing/rich.ts';

const pod = podOf({ init: 1, main: 2, volumes: 1 });
const open = openPod(pod, insideOf(pod));
const [init, first, second] = open.containers;

describe('a Pod laid open', () => {
  it('has all containers, those that are through as well, each with what its node tells', () => {
    expect(open.containers.map(({ name, role }) => [name, role])).toEqual([
      ['init-0', 'init'],
      ['main-0', 'main'],
      ['main-1', 'main'],
    ]);
    expect(init?.exitCode).toBe(0);
    expect(first?.listening).toEqual([8080]);
    expect(first?.memory).toEqual({ used: 9 << 20, request: 16 << 20, limit: 64 << 20 });
    expect(first?.cpu).toEqual({ used: 120, limit: 500 });
    expect(second?.talks).toEqual([{ to: 'main-0', port: 8080 }]);
    expect(open.volumes[0]?.mountedBy.map(({ container }) => container)).toEqual(['init-0', 'main-0', 'main-1']);
  });

  it('counts failed probes up to the threshold and no further', () => {
    expect(first?.probes).toMatchObject([
      { kind: 'readiness', standing: 'Failure', counts: 'Failure', count: 4, of: 4 },
    ]);
  });

  it('shows what the API says where the node was not heard of', () => {
    const unheard = openPod(pod, undefined);
    expect(unheard.volumes[0]?.files).toBeUndefined();
    expect(unheard.containers[1]?.probes).toEqual([
      { kind: 'readiness', counts: 'Failure', count: 0, of: 4, period: 10_000 },
    ]);
    expect(unheard.containers[1]?.memory).toEqual({ request: 16 << 20, limit: 64 << 20 });
  });

  it('tells a back-off from a stop, with the time that is left', () => {
    const inside = insideOf(pod);
    const [one, two] = inside.containers;
    if (!one || !two) throw new Error('two containers were asked for');
    const span = { from: 1000, until: 11_000 };
    const told = openPod(pod, {
      ...inside,
      containers: [
        { ...one, backOff: span },
        { ...two, stopping: span },
      ],
    });
    expect(told.containers.map(({ countdown }) => countdown?.what)).toEqual([undefined, 'restart', 'kill']);
    expect(leftOf({ what: 'kill', ...span }, 8500)).toEqual({ seconds: 3, share: 0.25 });
    expect(leftOf({ what: 'kill', ...span }, 20_000)).toEqual({ seconds: 0, share: 0 });
  });
});

it('prints amounts as kubectl top does', () => {
  expect([300, 9 << 20, 1.5 * 2 ** 30].map(bytesText)).toEqual(['300', '9Mi', '1.5Gi']);
  expect([7, 250, 1000, 1500].map(coresText)).toEqual(['7m', '250m', '1', '1.5']);
});
