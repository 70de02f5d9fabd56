import type {
  ContainerStatus,
  Pod,
  PodCondition,
  PodFailurePolicy,
  PodFailurePolicyOnExitCodesRequirement,
  PodFailurePolicyOnPodConditionsPattern,
} from '../../../../api/objects.ts';

/** What a Pod failure policy makes of a failed Pod. */
export interface FailureVerdict {
  /** Of the rule that matched. */
  action?: string;
  /** Whether the failure counts towards the back-off limit. */
  counts: boolean;
  /** Why the whole Job fails, where the rule says so. */
  failJob?: string;
}

/** Source: pkg/controller/job/pod_failure_policy.go matchPodFailurePolicy. */
export function matchFailurePolicy(policy: PodFailurePolicy | undefined, pod: Pod): FailureVerdict {
  for (const [index, { action, onExitCodes, onPodConditions }] of (policy?.rules ?? []).entries()) {
    const name = `${pod.metadata?.namespace}/${pod.metadata?.name}`;
    const matching = `matching ${action} rule at index ${index}`;
    let message: string | undefined;
    if (onExitCodes) {
      const container = matchExitCodes(pod, onExitCodes);
      const code = container?.state?.terminated?.exitCode;
      if (container) message = `Container ${container.name} for pod ${name} failed with exit code ${code} ${matching}`;
    } else if (onPodConditions) {
      const condition = matchConditions(pod, onPodConditions);
      if (condition) message = `Pod ${name} has condition ${condition.type} ${matching}`;
    }
    if (message === undefined) continue;
    if (action === 'FailJob') return { action, counts: true, failJob: message };
    return { action, counts: action !== 'Ignore' };
  }
  return { counts: true };
}

function matchExitCodes(
  { status }: Pod,
  { containerName, operator, values }: PodFailurePolicyOnExitCodesRequirement,
): ContainerStatus | undefined {
  const matches = ({ name, state }: ContainerStatus) => {
    const code = state?.terminated?.exitCode;
    if (code === undefined || code === 0 || (containerName !== undefined && containerName !== name)) return false;
    return operator === 'In' ? values.includes(code) : operator === 'NotIn' && !values.includes(code);
  };
  return status?.containerStatuses?.find(matches) ?? status?.initContainerStatuses?.find(matches);
}

function matchConditions(
  { status }: Pod,
  patterns: readonly PodFailurePolicyOnPodConditionsPattern[],
): PodCondition | undefined {
  return status?.conditions?.find((condition) =>
    patterns.some(({ type, status: wanted }) => type === condition.type && wanted === condition.status),
  );
}
