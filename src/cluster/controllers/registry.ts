import type { Node, Service, Stored } from '../../api/objects.ts';
import { type Change, getObject, type Store } from '../world/store.ts';
import type { Controller } from './controller.ts';
import { deployment } from './deployment.ts';
import { endpoints } from './endpoints.ts';
import { endpointSlice } from './endpointslice.ts';
import { garbageCollector } from './garbagecollector.ts';
import { late } from './late/late.ts';
import { namespace } from './namespace.ts';
import { nodeLifecycle } from './nodelifecycle.ts';
import { podGarbageCollector } from './podgarbagecollector.ts';
import { replicaSet } from './replicaset.ts';
import { replicationController } from './replicationcontroller.ts';
import { resourceQuota } from './resourcequota.ts';
import { rootCertificate } from './rootcertificate.ts';
import { serviceAccount } from './serviceaccount.ts';
import { taintEviction } from './tainteviction.ts';

/** Whether a change may concern Endpoints that somebody wrote by hand: all others belong to Services with a selector. */
function isMirroring({ resource, key, object }: Change, store: Store): boolean {
  if (resource === 'services')
    return !(object as Stored<Service>).spec?.selector && getObject(store, 'endpoints', key) !== undefined;
  const { labels } = object.metadata;
  return resource === 'endpoints'
    ? labels?.['endpoints.kubernetes.io/managed-by'] === undefined
    : labels?.['endpointslice.kubernetes.io/managed-by'] === 'endpointslicemirroring-controller.k8s.io';
}

/** All control loops of the controller manager. Adding one is one file and one line. */
export const controllers: readonly Controller[] = [
  deployment,
  replicaSet,
  replicationController,
  late('daemonset-controller', {
    watches: ['daemonsets', 'pods', 'nodes', 'controllerrevisions'],
    awakenedBy: ['daemonsets'],
    createMemory: () => ({ looks: new Map(), failed: new Map() }),
  }),
  late('statefulset-controller', {
    watches: ['statefulsets', 'pods'],
    awakenedBy: ['statefulsets'],
    createMemory: () => new Map(),
  }),
  late('job-controller', {
    watches: ['jobs', 'pods'],
    awakenedBy: ['jobs'],
    // Source: DefaultJobApiBackOff, MaxJobApiBackOff.
    firstBackOff: 1000,
    longestBackOff: 60_000,
    createMemory: () => ({ records: new Map(), before: new Map() }),
  }),
  late('job-orphans-controller', {
    watches: ['jobs', 'pods'],
    concerns: ({ resource, object }) => resource === 'jobs' || object.metadata.finalizers !== undefined,
  }),
  late('cronjob-controller', {
    watches: ['cronjobs', 'jobs'],
    awakenedBy: ['cronjobs'],
    createMemory: () => new Map(),
  }),
  late('ttl-after-finished-controller', { watches: ['jobs'], awakenedBy: ['jobs'] }),
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
  late('endpoint-slice-mirroring-controller', {
    watches: ['endpoints', 'endpointslices', 'services'],
    concerns: isMirroring,
    firstBackOff: 1000,
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
