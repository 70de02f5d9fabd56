import type { NodeCondition } from '../../api/objects.ts';

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

/** The conditions that a kubelet in good health posts at `now`; conditions of others stay, behind them. */
export function nodeConditions(before: readonly NodeCondition[] | undefined, now: string): NodeCondition[] {
  const own = healthy.map((condition) => {
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

/** Whether what the API server holds is not what the kubelet would say, heartbeats apart. */
export function hasChanged(before: readonly NodeCondition[] | undefined): boolean {
  return healthy.some(({ type, status }) => before?.find((condition) => condition.type === type)?.status !== status);
}
