import type { ReplicaSet, ReplicationController, Stored } from '../../api/objects.ts';
import { keepReplicas } from './replicaset/keeper.ts';

/**
 * Keeps as many Pods as a ReplicationController wants, as the real one does: it takes them for ReplicaSets. Source:
 * pkg/controller/replication of 1.36.
 */
export const replicationController = keepReplicas({
  name: 'replication-controller',
  resource: 'replicationcontrollers',
  kind: 'ReplicationController',
  asReplicaSet(object) {
    const { spec, ...rest } = object as Stored<ReplicationController>;
    return { ...rest, spec: { ...spec, selector: { matchLabels: spec?.selector } } } as Stored<ReplicaSet>;
  },
  countsTerminating: false,
});
