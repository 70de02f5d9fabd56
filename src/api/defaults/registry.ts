import type { ObjectToWrite } from '../objects.ts';
import { defaultEndpointSlice, defaultIngress, defaultNamespace, defaultNode } from './cluster.ts';
import { defaultPod } from './pod.ts';
import { defaultSecret } from './secret.ts';
import { defaultService } from './service.ts';
import { defaultDeployment, defaultReplicaSet } from './workloads.ts';

type Defaulter = (object: ObjectToWrite) => ObjectToWrite;

/** A kind's function works on its own type; what it is handed has passed the schema of that kind. */
const as =
  <T extends object>(apply: (object: T) => T): Defaulter =>
  (object) =>
    apply(object as T) as ObjectToWrite;

/** What the API server fills in, by resource; a kind that is missing here has no defaults. */
const defaulters: Record<string, Defaulter> = {
  namespaces: as(defaultNamespace),
  nodes: as(defaultNode),
  pods: as(defaultPod),
  services: as(defaultService),
  secrets: as(defaultSecret),
  deployments: as(defaultDeployment),
  replicasets: as(defaultReplicaSet),
  endpointslices: as(defaultEndpointSlice),
  ingresses: as(defaultIngress),
};

/**
 * The object with the API server's defaults for its kind, in canonical form (quantities, base64, old names of fields).
 * A new object that shares what did not change. What admission, strategies and allocators add is theirs.
 */
export function applyDefaults(plural: string, object: ObjectToWrite): ObjectToWrite {
  return defaulters[plural]?.(object) ?? object;
}
