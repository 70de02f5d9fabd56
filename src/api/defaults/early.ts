import type { ObjectToWrite } from '../objects.ts';
import {
  defaultEndpointSlice,
  defaultIngress,
  defaultNamespace,
  defaultNode,
  defaultPriorityClass,
} from './cluster.ts';
import { defaultEndpoints } from './endpoints.ts';
import { defaultIngressClass } from './ingressClass.ts';
import { defaultPod } from './pod.ts';
import { defaultSecret } from './secret.ts';
import { defaultService } from './service.ts';
import { defaultStorageClass } from './storageClass.ts';
import { defaultDeployment, defaultReplicaSet } from './workloads.ts';

export type Defaulter = (object: ObjectToWrite) => ObjectToWrite;

/** A kind's function works on its own type; what it is handed has passed the schema of that kind. */
export const as =
  <T extends object>(apply: (object: T) => T): Defaulter =>
  (object) =>
    apply(object as T) as ObjectToWrite;

/** Of kinds that have no defaults. */
const none: Defaulter = (object) => object;

/**
 * What the API server fills in for the kinds of a page's first picture, by plural name. The other kinds are in
 * registry.ts, which a page loads later.
 */
export const earlyDefaults: Record<string, Defaulter> = {
  namespaces: as(defaultNamespace),
  nodes: as(defaultNode),
  pods: as(defaultPod),
  services: as(defaultService),
  secrets: as(defaultSecret),
  deployments: as(defaultDeployment),
  replicasets: as(defaultReplicaSet),
  storageclasses: as(defaultStorageClass),
  endpoints: as(defaultEndpoints),
  endpointslices: as(defaultEndpointSlice),
  ingresses: as(defaultIngress),
  priorityclasses: as(defaultPriorityClass),
  configmaps: none,
  serviceaccounts: none,
  ingressclasses: as(defaultIngressClass),
  events: none,
  leases: none,
};
