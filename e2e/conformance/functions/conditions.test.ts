import type { ContainerStatus, Pod, PodCondition, PodStatus } from '../../../src/api/objects.ts';
import { containersReady, podInitialized, podReady } from '../../../src/cluster/kubelet/status/conditions.ts';
import type { Phase } from '../../../src/cluster/kubelet/status/phase.ts';
import { readCases, testCases } from './recorded.ts';

interface Input {
  fn: string;
  pod: Pod;
  containerStatuses: ContainerStatus[] | null;
  phase: Phase;
  conditions?: PodCondition[];
  oldStatus?: PodStatus;
}

const functions: Record<string, (input: Input, statuses: ContainerStatus[] | undefined) => object> = {
  GenerateContainersReadyCondition: ({ pod, phase }, statuses) => containersReady(pod, statuses, phase),
  GeneratePodReadyCondition: ({ pod, phase, conditions = [] }, statuses) => podReady(pod, conditions, statuses, phase),
  GeneratePodInitializedCondition: ({ pod, phase, oldStatus }, statuses) =>
    podInitialized(pod, oldStatus?.conditions ?? [], statuses, phase),
};

testCases(readCases<Input, PodCondition>('conditions.json'), (input) => {
  const finding = functions[input.fn]?.(input, input.containerStatuses ?? undefined);
  const observedGeneration = input.pod.metadata?.generation;
  return { ...finding, ...(observedGeneration && { observedGeneration }) };
});
