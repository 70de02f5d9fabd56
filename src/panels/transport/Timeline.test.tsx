// @vitest-environment happy-dom
import { act } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { ClusterClient, ClusterClock } from '../../client/client.ts';
import { useClock } from '../../store/clock.ts';
import { forgetMomentsAfter, takeMoment } from '../../store/moments.ts';
import { useSession } from '../../store/session.ts';
import { Timeline } from './Timeline.tsx';

const start = Date.UTC(2026, 0, 1);
let sought: number[] = [];
let root: Root;

beforeEach(async () => {
  Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true });
  sought = [];
  const clock: Partial<ClusterClock> = {
    seek: async (time) => {
      sought.push(time - start);
    },
  };
  useSession.setState({ client: { clock } as ClusterClient });
  useClock.setState({
    now: start + 20_000,
    start,
    latest: start + 50_000,
    earliest: start + 5000,
    running: false,
    speed: 1,
  });
  forgetMomentsAfter(0);
  const metadata = { name: 'web', namespace: 'd', uid: 'u', resourceVersion: '1', creationTimestamp: '' };
  takeMoment({
    type: 'ADDED',
    resource: 'pods',
    object: { apiVersion: 'v1', kind: 'Pod', metadata },
    at: start + 12_000,
  });
  document.body.innerHTML = '<main></main>';
  root = createRoot(document.querySelector('main')!);
  await act(async () => root.render(<Timeline />));
});
afterEach(() => act(async () => root.unmount()));

const strip = (): HTMLElement => document.querySelector<HTMLElement>('[role="slider"]')!;
const press = (key: string, ctrlKey = false) =>
  act(async () => {
    strip().dispatchEvent(new KeyboardEvent('keydown', { key, ctrlKey, bubbles: true, cancelable: true }));
  });

it('tells the present instant of the latest', () => {
  expect(strip().getAttribute('aria-valuenow')).toBe('20');
  expect(strip().getAttribute('aria-valuetext')).toBe('0:20.0 of 0:50.0');
});

it.each([
  ['ArrowRight', false, 21_000],
  ['ArrowLeft', false, 19_000],
  ['PageDown', false, 10_000],
  ['Home', false, 5000],
  ['End', false, 50_000],
  ['ArrowLeft', true, 12_000],
  ['ArrowRight', true, 50_000],
])('%s (with Ctrl: %s) goes to %i ms', async (key, ctrlKey, goal) => {
  await press(key, ctrlKey);
  expect(sought).toEqual([goal]);
});

it('shows what can be gone forward to again between the present and the latest instant', () => {
  const ahead = document.querySelector<HTMLElement>('.timeline-ahead')!;
  expect(ahead.style.left).not.toBe('');
  expect(Number.parseFloat(ahead.style.left)).toBeCloseTo(25, 0);
});
