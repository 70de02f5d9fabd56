import { expect, it } from 'vitest';
import type { ControlPlaneMessage } from '../../store/messages.ts';
import { runsOf } from './runsOf.ts';

let revision = 100;
const write = (actor: string, type: ControlPlaneMessage['type'], uid: string): ControlPlaneMessage => ({
  at: 0,
  actor,
  type,
  uid,
  resource: 'pods',
  key: `default/${uid}`,
  revision: revision--,
});

it('counts writes in a row by one writer to one object, and keeps the others apart', () => {
  const walk = [
    write('kubelet/node-1', 'MODIFIED', 'web'),
    write('kubelet/node-1', 'MODIFIED', 'web'),
    write('default-scheduler', 'MODIFIED', 'web'),
    write('kubelet/node-1', 'MODIFIED', 'web'),
    write('kubelet/node-1', 'MODIFIED', 'other'),
    write('kubelet/node-1', 'DELETED', 'other'),
  ];
  expect(runsOf(walk).map(({ message, count }) => [message, count])).toEqual([
    [walk[0], 2],
    [walk[2], 1],
    [walk[3], 1],
    [walk[4], 1],
    [walk[5], 1],
  ]);
});
