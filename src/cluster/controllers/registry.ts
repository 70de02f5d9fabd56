import type { Node, Pod, Service, Stored } from '../../api/objects.ts';
import { resources } from '../../api/resources.ts';
import { type Change, getObject, type Store } from '../world/store.ts';
import type { Controller } from './controller.ts';
import { deployment } from './deployment.ts';
import { endpoints } from './endpoints.ts';
import { endpointSlice } from './endpointslice.ts';
import { garbageCollector } from './garbagecollector.ts';
import { late } from './late/late.ts';
import { nodeLifecycle } from './nodelifecycle.ts';
import { replicaSet } from './replicaset.ts';
import { replicationController } from './replicationcontroller.ts';
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
  late('pod-garbage-collector', {
    watches: ['pods', 'nodes'],
    createMemory: () => new Map(),
    // A node that is gone or has a taint, a Pod of a node that is not there.
    concerns({ resource, type, object }, store) {
      if (resource === 'nodes') return type === 'DELETED' || (object as Stored<Node>).spec?.taints !== undefined;
      const { nodeName } = (object as Stored<Pod>).spec ?? {};
      return nodeName !== undefined && type !== 'DELETED' && !getObject(store, 'nodes', nodeName);
    },
  }),
  late('namespace-controller', {
    watches: ['namespaces'],
    concerns: ({ type, object }) => type !== 'DELETED' && object.metadata.deletionTimestamp !== undefined,
    // Other API servers are given so long to hear of it. Source: namespaceDeletionGracePeriod.
    delay: 5_000,
  }),
  serviceAccount,
  rootCertificate,
  late('resourcequota-controller', {
    // Whatever quotas may count: all that has a namespace, but Events.
    watches: resources
      .filter(({ namespaced, plural }) => namespaced && plural !== 'events')
      .map(({ plural }) => plural),
    awakenedBy: ['resourcequotas'],
  }),
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
