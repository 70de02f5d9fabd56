import type { KubernetesObject } from '../../../api/objects.ts';
import type { Strategy } from './strategy.ts';

/** Workloads and Ingresses: a spec that users write, a status that controllers write. */
export const workload: Strategy = {
  hasStatus: true,
  hasGeneration: true,
  prepareForCreate: (_world, object) => ({ ...object, status: emptyStatus(object) }) as KubernetesObject,
};

/** The status of an object that no controller has seen yet, by kind; others have an empty one. */
const empty: Readonly<Record<string, object>> = {
  Ingress: { loadBalancer: {} },
  ReplicaSet: { replicas: 0 },
  ReplicationController: { replicas: 0 },
  StatefulSet: { replicas: 0, availableReplicas: 0 },
  PodDisruptionBudget: { disruptionsAllowed: 0, currentHealthy: 0, desiredHealthy: 0, expectedPods: 0 },
  HorizontalPodAutoscaler: { desiredReplicas: 0, currentMetrics: null },
};

const emptyStatus = ({ kind }: KubernetesObject): object => empty[kind] ?? {};
