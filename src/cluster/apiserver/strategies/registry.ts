import type { KubernetesObject } from '../../../api/objects.ts';
import { namespace } from './namespace.ts';
import { node } from './node.ts';
import { pod } from './pod.ts';
import { service } from './service.ts';
import type { Strategy } from './strategy.ts';
import { workload } from './workload.ts';

/** Objects that are only kept: ConfigMaps, Secrets, Events, Leases, ... */
const kept: Strategy = { hasStatus: false, hasGeneration: false };

const strategies: Record<string, unknown> = {
  namespaces: namespace,
  nodes: node,
  pods: pod,
  services: service,
  deployments: { ...workload, countsAnnotations: true },
  replicasets: workload,
  ingresses: workload,
  ingressclasses: { hasStatus: false, hasGeneration: true },
  endpointslices: { hasStatus: false, hasGeneration: true },
};

/** The strategy of a resource, by its plural name. */
export function strategyOf(plural: string): Strategy {
  return (strategies[plural] as Strategy<KubernetesObject> | undefined) ?? kept;
}
