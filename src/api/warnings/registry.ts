import type { ObjectToWrite } from '../objects.ts';
import { warningsForEndpointSlice, warningsForEndpoints } from './endpoints.ts';
import { warningsForIngress } from './ingress.ts';
import { warningsForCronJob, warningsForJob } from './jobs.ts';
import { warningsForNetworkPolicy } from './networkPolicy.ts';
import { warningsForNode, warningsForRuntimeClass } from './node.ts';
import { warningsForPod } from './pod.ts';
import { warningsForSecret, warningsForServiceAccount } from './secret.ts';
import { warningsForService } from './service.ts';
import { warningsForPersistentVolume, warningsForPersistentVolumeClaim, warningsForStorageClass } from './storage.ts';
import {
  warningsForDeployment,
  warningsForPodTemplate,
  warningsForStatefulSet,
  warningsForTemplate,
  warningsForWorkload,
} from './workloads.ts';

/** What the server tells the writer of a valid object of one kind, in the order of Kubernetes; `old` for an update. */
export type Warner = (object: ObjectToWrite, old: ObjectToWrite | undefined) => string[];

/** A kind's function works on its own type; what it is handed has passed the validation of that kind. */
const of =
  <T extends object>(warnings: (object: T, old: T | undefined) => string[]): Warner =>
  (object, old) =>
    warnings(object as T, old as T | undefined);

/** By resource; a kind that is missing here has no warnings. */
const warners: Record<string, Warner> = {
  pods: of(warningsForPod),
  podtemplates: of(warningsForPodTemplate),
  deployments: of(warningsForDeployment),
  replicasets: of(warningsForWorkload),
  replicationcontrollers: of(warningsForWorkload),
  statefulsets: of(warningsForStatefulSet),
  daemonsets: of(warningsForTemplate),
  persistentvolumes: of(warningsForPersistentVolume),
  persistentvolumeclaims: of(warningsForPersistentVolumeClaim),
  storageclasses: of(warningsForStorageClass),
  services: of(warningsForService),
  endpoints: of(warningsForEndpoints),
  endpointslices: of(warningsForEndpointSlice),
  ingresses: of(warningsForIngress),
  networkpolicies: of(warningsForNetworkPolicy),
  nodes: of(warningsForNode),
  runtimeclasses: of(warningsForRuntimeClass),
  secrets: of(warningsForSecret),
  serviceaccounts: of(warningsForServiceAccount),
  jobs: of(warningsForJob),
  cronjobs: of(warningsForCronJob),
};

/**
 * The texts of the `Warning:` headers for a valid new object, or with `old` for a valid update, defaults filled in.
 * Source: WarningsOnCreate and WarningsOnUpdate of pkg/registry/.../strategy.go.
 */
export function warningsFor(plural: string, object: ObjectToWrite, old?: ObjectToWrite): string[] {
  return warners[plural]?.(object, old) ?? [];
}
