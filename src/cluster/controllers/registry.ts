import type { Node, Stored } from '../../api/objects.ts';
import type { Controller } from './controller.ts';
import { cronJob } from './cronjob.ts';
import { daemonSet } from './daemonset.ts';
import { deployment } from './deployment.ts';
import { endpoints } from './endpoints.ts';
import { endpointSlice } from './endpointslice.ts';
import { garbageCollector } from './garbagecollector.ts';
import { job } from './job.ts';
import { jobOrphans } from './joborphans.ts';
import { late } from './late/late.ts';
import { namespace } from './namespace.ts';
import { nodeLifecycle } from './nodelifecycle.ts';
import { podGarbageCollector } from './podgarbagecollector.ts';
import { replicaSet } from './replicaset.ts';
import { replicationController } from './replicationcontroller.ts';
import { resourceQuota } from './resourcequota.ts';
import { rootCertificate } from './rootcertificate.ts';
import { serviceAccount } from './serviceaccount.ts';
import { statefulSet } from './statefulset.ts';
import { taintEviction } from './tainteviction.ts';
import { ttlAfterFinished } from './ttlafterfinished.ts';

/** All control loops of the controller manager. Adding one is one file and one line. */
export const controllers: readonly Controller[] = [
  deployment,
  replicaSet,
  replicationController,
  daemonSet,
  statefulSet,
  job,
  jobOrphans,
  cronJob,
  ttlAfterFinished,
  endpointSlice,
  endpoints,
  garbageCollector,
  nodeLifecycle,
  taintEviction,
  podGarbageCollector,
  namespace,
  serviceAccount,
  rootCertificate,
  resourceQuota,
  late('disruption-controller', {
    watches: ['poddisruptionbudgets', 'pods'],
    awakenedBy: ['poddisruptionbudgets'],
  }),
  late('horizontal-pod-autoscaler-controller', {
    watches: ['horizontalpodautoscalers'],
    awakenedBy: ['horizontalpodautoscalers'],
    // Looked at no sooner than a period after a change. Source: NewDefaultHPARateLimiter.
    delay: 15_000,
  }),
  late('node-ipam-controller', {
    watches: ['nodes'],
    concerns: ({ object }) => (object as Stored<Node>).spec?.podCIDR === undefined,
  }),
  late('persistentvolume-binder-controller', {
    watches: ['persistentvolumeclaims', 'persistentvolumes'],
    awakenedBy: ['persistentvolumeclaims', 'persistentvolumes'],
  }),
  late('csi-provisioner', {
    watches: ['persistentvolumeclaims', 'persistentvolumes'],
    awakenedBy: ['persistentvolumeclaims', 'persistentvolumes'],
  }),
  late('persistentvolumeclaim-protection-controller', {
    watches: ['persistentvolumeclaims', 'pods'],
    awakenedBy: ['persistentvolumeclaims'],
  }),
  late('persistentvolume-protection-controller', {
    watches: ['persistentvolumes'],
    awakenedBy: ['persistentvolumes'],
  }),
];
