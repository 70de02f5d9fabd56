// @vitest-environment happy-dom
import { act } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { ClusterClient, PodMachines } from '../../../client/client.ts';
import { advance, begin } from '../../../cluster/kubelet/machines/advance.ts';
import { useClock } from '../../../store/clock.ts';
import { useSession } from '../../../store/session.ts';
import Machine from './Machine.tsx';

const at = Date.UTC(2026, 0, 1);
const pod = (resourceVersion: string) => ({
  selected: { resource: 'pods', key: 'default/web' },
  object: {
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: {
      name: 'web',
      namespace: 'default',
      uid: 'u',
      resourceVersion,
      creationTimestamp: '2026-01-01T00:00:00Z',
    },
  },
  gone: false,
});
const waiting = begin('container', at);
const running = advance(waiting, { type: 'STARTED', at: at + 4000, postStart: false }, at + 4000);
const machinesWith = (container: typeof waiting): PodMachines => ({
  pod: begin('pod', at),
  containers: { app: [container, begin('imagePull', at, { image: 'nginx' })] },
});

let machines: PodMachines | undefined;
let root: Root;

async function show(resourceVersion: string): Promise<void> {
  await act(async () => {
    root.render(<Machine {...pod(resourceVersion)} />);
  });
  await act(() => new Promise((resolve) => setTimeout(resolve, 0)));
}

beforeEach(() => {
  Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true });
  const tank = { machines: async () => machines } as Partial<ClusterClient['tank']>;
  useSession.setState({ client: { tank } as ClusterClient });
  useClock.setState({ now: at + 10_000, start: at, latest: at + 10_000, earliest: at, running: false, speed: 1 });
  document.body.innerHTML = '<main></main>';
  root = createRoot(document.querySelector('main')!);
});
afterEach(() => act(async () => root.unmount()));

const text = (selector: string): string => document.querySelector(selector)?.textContent ?? '';

it('tells where the container stands and since when, and marks it in the list of states', async () => {
  machines = machinesWith(waiting);
  await show('1');
  expect(text('.machine-line')).toContain('waiting · ContainerCreating');
  expect(text('.machine-line')).toContain('for 10s');
  const present = [...document.querySelectorAll('.chart-list [aria-current] > b')].map((item) => item.textContent);
  expect(present).toEqual(['waiting', 'waiting · ContainerCreating']);
});

it('shows the transition that it has seen, once the Pod has changed', async () => {
  machines = machinesWith(waiting);
  await show('1');
  machines = machinesWith(running);
  await show('2');
  expect(text('.machine-line')).toContain('waiting · ContainerCreating → running · Started');
  expect(text('.machine-line')).toContain('for 6s');
});

it('tells of a state that was left and come back to between two looks', async () => {
  machines = machinesWith(running);
  await show('1');
  expect(text('.machine-line')).not.toContain('again');
  machines = machinesWith({ ...running, since: at + 9000 });
  await show('2');
  expect(text('.machine-line')).toContain('running · Started again');
  expect(text('.machine-line')).toContain('for 1s');
});

it('says so where no kubelet has the Pod', async () => {
  machines = undefined;
  await show('1');
  expect(text('main')).toContain('No kubelet has this Pod');
});
