import type { NodeCondition } from '../../api/objects.ts';
import type { PressureCondition } from './eviction/signals.ts';

const healthy: readonly Omit<NodeCondition, 'lastHeartbeatTime' | 'lastTransitionTime'>[] = [
  {
    type: 'MemoryPressure',
    status: 'False',
    reason: 'KubeletHasSufficientMemory',
    message: 'kubelet has sufficient memory available',
  },
  {
    type: 'DiskPressure',
    status: 'False',
    reason: 'KubeletHasNoDiskPressure',
    message: 'kubelet has no disk pressure',
  },
  {
    type: 'PIDPressure',
    status: 'False',
    reason: 'KubeletHasSufficientPID',
    message: 'kubelet has sufficient PID available',
  },
  { type: 'Ready', status: 'True', reason: 'KubeletReady', message: 'kubelet is posting ready status' },
];

const underPressure: Record<PressureCondition, { reason: string; message: string }> = {
  MemoryPressure: {
    reason: 'KubeletHasInsufficientMemory',
    message: 'kubelet has insufficient memory available',
  },
  DiskPressure: { reason: 'KubeletHasDiskPressure', message: 'kubelet has disk pressure' },
  PIDPressure: { reason: 'KubeletHasInsufficientPID', message: 'kubelet has insufficient PID available' },
};

const conditionsUnder = (pressure: readonly PressureCondition[]): typeof healthy =>
  healthy.map((condition) => {
    const found = pressure.find((type) => type === condition.type);
    return found ? { ...condition, status: 'True', ...underPressure[found] } : condition;
  });

/** The conditions that a kubelet posts at `now`, under `pressure`; conditions of others stay, behind them. */
export function nodeConditions(
  before: readonly NodeCondition[] | undefined,
  now: string,
  pressure: readonly PressureCondition[] = [],
): NodeCondition[] {
  const own = conditionsUnder(pressure).map((condition) => {
    const old = before?.find(({ type }) => type === condition.type);
    const lastTransitionTime = old?.status === condition.status ? (old.lastTransitionTime ?? now) : now;
    return {
      type: condition.type,
      status: condition.status,
      lastHeartbeatTime: now,
      lastTransitionTime,
      reason: condition.reason ?? '',
      message: condition.message ?? '',
    };
  });
  const others = (before ?? []).filter(({ type }) => !healthy.some((condition) => condition.type === type));
  return [...own, ...others];
}

/** The conditions whose status is not what the API server holds. */
export function changedConditions(
  before: readonly NodeCondition[] | undefined,
  pressure: readonly PressureCondition[],
): string[] {
  return conditionsUnder(pressure)
    .filter(({ type, status }) => before?.find((condition) => condition.type === type)?.status !== status)
    .map(({ type }) => type);
}

const pressureEvents: Record<PressureCondition, [whenTrue: string, whenFalse: string]> = {
  MemoryPressure: ['NodeHasInsufficientMemory', 'NodeHasSufficientMemory'],
  DiskPressure: ['NodeHasDiskPressure', 'NodeHasNoDiskPressure'],
  PIDPressure: ['NodeHasInsufficientPID', 'NodeHasSufficientPID'],
};

/** The reasons of the Events about conditions that have changed. */
export function pressureEventsFor(changed: readonly string[], pressure: readonly PressureCondition[]): string[] {
  return (Object.keys(pressureEvents) as PressureCondition[])
    .filter((type) => changed.includes(type))
    .map((type) => pressureEvents[type][pressure.includes(type) ? 0 : 1]);
}
