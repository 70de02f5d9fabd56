import { configMapPrinter } from './configMap.ts';
import { controllerRevisionPrinter } from './controllerRevision.ts';
import { cronJobPrinter } from './cronJob.ts';
import { daemonSetPrinter } from './daemonSet.ts';
import { deploymentPrinter } from './deployment.ts';
import { endpointSlicePrinter } from './endpointSlice.ts';
import { endpointsPrinter } from './endpoints.ts';
import { eventPrinter } from './event.ts';
import { horizontalPodAutoscalerPrinter } from './horizontalPodAutoscaler.ts';
import { ingressPrinter } from './ingress.ts';
import { ingressClassPrinter } from './ingressClass.ts';
import { jobPrinter } from './job.ts';
import { leasePrinter } from './lease.ts';
import { limitRangePrinter } from './limitRange.ts';
import { namespacePrinter } from './namespace.ts';
import { networkPolicyPrinter } from './networkPolicy.ts';
import { nodePrinter } from './node.ts';
import { persistentVolumePrinter } from './persistentVolume.ts';
import { persistentVolumeClaimPrinter } from './persistentVolumeClaim.ts';
import { podPrinter } from './pod.ts';
import { podDisruptionBudgetPrinter } from './podDisruptionBudget.ts';
import { podTemplatePrinter } from './podTemplate.ts';
import type { Printer } from './printer.ts';
import { priorityClassPrinter } from './priorityClass.ts';
import { replicaSetPrinter } from './replicaSet.ts';
import { replicationControllerPrinter } from './replicationController.ts';
import { resourceQuotaPrinter } from './resourceQuota.ts';
import { runtimeClassPrinter } from './runtimeClass.ts';
import { secretPrinter } from './secret.ts';
import { servicePrinter } from './service.ts';
import { serviceAccountPrinter } from './serviceAccount.ts';
import { statefulSetPrinter } from './statefulSet.ts';
import { storageClassPrinter } from './storageClass.ts';

/** One printer for each kind of resources.ts. */
export const printers: readonly Printer[] = [
  namespacePrinter,
  nodePrinter,
  podPrinter,
  servicePrinter,
  configMapPrinter,
  secretPrinter,
  serviceAccountPrinter,
  eventPrinter,
  endpointsPrinter,
  limitRangePrinter,
  persistentVolumePrinter,
  persistentVolumeClaimPrinter,
  podTemplatePrinter,
  replicationControllerPrinter,
  resourceQuotaPrinter,
  controllerRevisionPrinter,
  daemonSetPrinter,
  deploymentPrinter,
  replicaSetPrinter,
  statefulSetPrinter,
  horizontalPodAutoscalerPrinter,
  cronJobPrinter,
  jobPrinter,
  endpointSlicePrinter,
  ingressPrinter,
  ingressClassPrinter,
  networkPolicyPrinter,
  leasePrinter,
  runtimeClassPrinter,
  podDisruptionBudgetPrinter,
  priorityClassPrinter,
  storageClassPrinter,
];

const byKind = new Map(printers.map((printer) => [printer.kind, printer]));

/** The printer of a kind; throws for one that has none, which is a mistake in the program. */
export function printerOf(kind: string): Printer {
  const printer = byKind.get(kind);
  if (!printer) throw new Error(`no printer for ${kind}`);
  return printer;
}
