import { setup } from 'xstate';

export type NodeEvent =
  | { type: 'POWER_OFF' }
  | { type: 'POWER_ON' }
  | { type: 'CUT_OFF' }
  | { type: 'RECONNECT' }
  | { type: 'KUBELET_STOPPED' }
  | { type: 'KUBELET_STARTED' };

/** A machine of the cluster: its power, its network, and the kubelet on it. */
export const node = setup({ types: { context: {} as object, events: {} as NodeEvent } }).createMachine({
  id: 'node',
  type: 'parallel',
  context: {},
  states: {
    power: {
      initial: 'On',
      states: { On: { on: { POWER_OFF: 'Off' } }, Off: { on: { POWER_ON: 'On' } } },
    },
    network: {
      initial: 'Connected',
      states: { Connected: { on: { CUT_OFF: 'CutOff' } }, CutOff: { on: { RECONNECT: 'Connected' } } },
    },
    kubelet: {
      initial: 'Starting',
      states: {
        Stopped: { on: { POWER_ON: 'Starting', KUBELET_STARTED: 'Running' } },
        Starting: { on: { KUBELET_STARTED: 'Running', POWER_OFF: 'Stopped' } },
        Running: { on: { KUBELET_STOPPED: 'Stopped', POWER_OFF: 'Stopped' } },
      },
    },
  },
});
