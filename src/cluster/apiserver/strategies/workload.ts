import type { KubernetesObject } from '../../../api/objects.ts';
import type { Strategy } from './strategy.ts';

/** Workloads and Ingresses: a spec that users write, a status that controllers write. */
export const workload: Strategy = {
  hasStatus: true,
  hasGeneration: true,
  prepareForCreate: (_world, object) => ({ ...object, status: emptyStatus(object) }) as KubernetesObject,
};

function emptyStatus(object: KubernetesObject): unknown {
  if (object.kind === 'Ingress') return { loadBalancer: {} };
  return object.kind === 'ReplicaSet' ? { replicas: 0 } : {};
}
