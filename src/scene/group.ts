import type { Pod, Stored } from '../api/objects.ts';
import type { SceneInput } from './scene.ts';

/** Pods by the node that they are bound to, and those without one, each in the order of the cache. */
export interface PodGroups {
  byNode: ReadonlyMap<string, Stored<Pod>[]>;
  unscheduled: Stored<Pod>[];
}

/** Groups Pods by node. Pods bound to a node that is not there (any more) count as without one. */
export function groupPods(input: Pick<SceneInput, 'nodes' | 'pods'>): PodGroups {
  const byNode = new Map<string, Stored<Pod>[]>();
  for (const name of input.nodes.keys()) byNode.set(name, []);
  const unscheduled: Stored<Pod>[] = [];
  for (const pod of input.pods.values()) (byNode.get(pod.spec?.nodeName ?? '') ?? unscheduled).push(pod);
  return { byNode, unscheduled };
}

/** The Pods behind a Service. */
export interface Endpoints {
  /** Uid of each Pod (or its address, where it is none), to whether it is ready. */
  pods: Map<string, boolean>;
}

/** Endpoints by key of their Service. Source: the label `kubernetes.io/service-name` of EndpointSlices. */
export function groupEndpoints(slices: SceneInput['endpointSlices']): ReadonlyMap<string, Endpoints> {
  const byService = new Map<string, Endpoints>();
  for (const slice of slices.values()) {
    const service = slice.metadata.labels?.['kubernetes.io/service-name'];
    if (service === undefined) continue;
    const key = `${slice.metadata.namespace}/${service}`;
    const endpoints = byService.get(key) ?? { pods: new Map<string, boolean>() };
    byService.set(key, endpoints);
    for (const endpoint of slice.endpoints ?? []) {
      // Endpoints that somebody wrote by hand have no Pod: they count, and no way leads to them.
      const id = endpoint.targetRef?.uid ?? `address ${endpoint.addresses[0]}`;
      endpoints.pods.set(id, endpoint.conditions?.ready !== false);
    }
  }
  return byService;
}
