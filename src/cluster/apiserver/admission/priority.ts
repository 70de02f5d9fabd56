import type { KubernetesObject, Pod, Stored } from '../../../api/objects.ts';
import { forbidden } from '../../../api/status.ts';
import type { AdmissionPlugin } from './admission.ts';

/** The classes that every cluster has. Source: pkg/apis/scheduling/types.go. */
const systemClasses: Record<string, number> = {
  'system-cluster-critical': 2_000_000_000,
  'system-node-critical': 2_000_001_000,
};

/** Resolves the Pod's priority class into a number. */
export const priority: AdmissionPlugin = {
  name: 'Priority',
  resources: ['pods'],
  admit(_world, object, resource) {
    const pod = object as Stored<Pod>;
    if (!pod.spec) return pod;
    const { priorityClassName } = pod.spec;
    const value = priorityClassName ? systemClasses[priorityClassName] : 0;
    if (value === undefined)
      return forbidden(resource, pod.metadata.name, `no PriorityClass with name ${priorityClassName} was found`);
    const admitted: Stored<Pod> = {
      ...pod,
      spec: { ...pod.spec, priority: value, preemptionPolicy: pod.spec.preemptionPolicy ?? 'PreemptLowerPriority' },
    };
    return admitted as KubernetesObject;
  },
};
