import { expect, it } from 'vitest';
import type { Event, KubernetesObject, Stored } from '../../api/objects.ts';
import { eventsAbout } from './groupEvents.ts';

const meta = (name: string, uid: string) => ({
  name,
  uid,
  namespace: 'd',
  resourceVersion: '1',
  creationTimestamp: '2026-01-01T00:00:00Z',
});
const pod: KubernetesObject = { apiVersion: 'v1', kind: 'Pod', metadata: meta('web', 'u1') };
const event = (reason: string, uid: string, last: string, count: number, type = 'Normal'): Stored<Event> => ({
  apiVersion: 'v1',
  kind: 'Event',
  metadata: meta(`${reason}${last}`, reason + last),
  involvedObject: { kind: 'Pod', namespace: 'd', name: 'web', uid },
  reason,
  message: reason,
  type,
  count,
  firstTimestamp: last,
  lastTimestamp: last,
});

it('groups what says the same, the newest first, and leaves out a Pod of before with the same name', () => {
  const groups = eventsAbout(pod, [
    event('Pulled', 'u1', '2026-01-01T00:00:01Z', 1),
    event('BackOff', 'u1', '2026-01-01T00:00:05Z', 4, 'Warning'),
    event('BackOff', 'u1', '2026-01-01T00:00:09Z', 2, 'Warning'),
    event('Killing', 'u0', '2026-01-01T00:00:20Z', 1),
  ]);
  expect(groups.map(({ reason, count, last }) => [reason, count, last - Date.UTC(2026, 0, 1)])).toEqual([
    ['BackOff', 6, 9000],
    ['Pulled', 1, 1000],
  ]);
});

it('orders Events of one second by when they were written, be their times in seconds or in microseconds', () => {
  const written = (one: Stored<Event>, resourceVersion: string): Stored<Event> => ({
    ...one,
    metadata: { ...one.metadata, resourceVersion },
  });
  const { lastTimestamp: _, ...scheduled } = event('Scheduled', 'u1', '2026-01-01T00:00:01Z', 1);
  const groups = eventsAbout(pod, [
    written({ ...scheduled, eventTime: '2026-01-01T00:00:01.250000Z' }, '7'),
    written(event('Started', 'u1', '2026-01-01T00:00:01Z', 1), '9'),
    written(event('Created', 'u1', '2026-01-01T00:00:01Z', 1), '8'),
  ]);
  expect(groups.map(({ reason }) => reason)).toEqual(['Started', 'Created', 'Scheduled']);
});
