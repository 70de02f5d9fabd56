import type { ControlPlanePart } from '../client/client.ts';
import type { TextKey } from '../i18n/i18n.ts';
import { askTankParts, useTankParts } from '../store/tankParts.ts';
import type { Action } from './action.ts';

const isStopped = (part: ControlPlanePart): boolean => useTankParts.getState().stopped.includes(part);

const toggle = (
  part: ControlPlanePart,
  titles: { both: TextKey; stop: TextKey; start: TextKey },
  key: string,
): Action => ({
  id: `toggle-${part}`,
  group: 'node',
  title: titles.both,
  titleNow: () => (isStopped(part) ? titles.start : titles.stop),
  icon: 'powerOff',
  iconNow: () => (isStopped(part) ? 'powerOn' : 'powerOff'),
  shortcuts: [key],
  enabled: ({ client }) => client?.tank !== undefined,
  async run({ client }) {
    await client?.tank?.act({ type: isStopped(part) ? 'startPart' : 'stopPart', part });
    await askTankParts(client);
  },
});

/** Stopping and starting the processes of the control plane. */
export const partActions: readonly Action[] = [
  toggle(
    'scheduler',
    { both: 'action.scheduler', stop: 'action.stopScheduler', start: 'action.startScheduler' },
    'Shift+s',
  ),
  toggle(
    'controller-manager',
    { both: 'action.controllers', stop: 'action.stopControllers', start: 'action.startControllers' },
    'Shift+m',
  ),
  toggle(
    'apiserver',
    { both: 'action.apiServer', stop: 'action.stopApiServer', start: 'action.startApiServer' },
    'Shift+a',
  ),
];
