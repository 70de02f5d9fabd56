import type { ReplicaSet, Stored } from '../../api/objects.ts';
import { keepReplicas } from './replicaset/keeper.ts';

/** Keeps as many Pods as a ReplicaSet wants. */
export const replicaSet = keepReplicas({
  name: 'replicaset-controller',
  resource: 'replicasets',
  kind: 'ReplicaSet',
  asReplicaSet: (object) => object as Stored<ReplicaSet>,
  countsTerminating: true,
});
