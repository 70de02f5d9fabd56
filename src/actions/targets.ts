import {
  controllerOf,
  type Deployment,
  type Node,
  type Pod,
  type ReplicaSet,
  type StatefulSet,
  type Stored,
} from '../api/objects.ts';
import type { ActionContext } from './action.ts';

/** The selected Pod, if it is (still) there. */
export function selectedPod({ cluster, selected }: ActionContext): Stored<Pod> | undefined {
  if (selected?.resource !== 'pods') return undefined;
  const pod = cluster.pods.get(selected.key);
  return pod && (selected.uid === undefined || selected.uid === pod.metadata.uid) ? pod : undefined;
}

/** The container of the selected Pod that was chosen, else its first. */
export function selectedContainer(context: ActionContext): string | undefined {
  const containers = selectedPod(context)?.spec?.containers;
  return context.selected?.container ?? containers?.[0]?.name;
}

export function selectedNode({ cluster, selected }: ActionContext): Stored<Node> | undefined {
  return selected?.resource === 'nodes' ? cluster.nodes.get(selected.key) : undefined;
}

export type Workload =
  | { resource: 'deployments'; object: Stored<Deployment> }
  | { resource: 'replicasets'; object: Stored<ReplicaSet> }
  | { resource: 'statefulsets'; object: Stored<StatefulSet> };

/** What can be scaled: the selected workload, or the one that the selected Pod or ReplicaSet belongs to. */
export function selectedWorkload(context: ActionContext): Workload | undefined {
  const { cluster, selected } = context;
  if (!selected) return undefined;
  if (selected.resource === 'deployments') {
    const object = cluster.deployments.get(selected.key);
    return object && { resource: 'deployments', object };
  }
  if (selected.resource === 'replicasets') return upwards(context, cluster.replicaSets.get(selected.key));
  if (selected.resource === 'statefulsets') return statefulSetOf(context, selected.key);
  const owner = selectedPod(context);
  const controller = owner && controllerOf(owner);
  if (controller?.kind === 'StatefulSet')
    return statefulSetOf(context, `${owner?.metadata.namespace}/${controller.name}`);
  if (controller?.kind !== 'ReplicaSet') return undefined;
  return upwards(context, cluster.replicaSets.get(`${owner?.metadata.namespace}/${controller.name}`));
}

function statefulSetOf({ cluster }: ActionContext, key: string): Workload | undefined {
  const object = cluster.statefulSets.get(key);
  return object && { resource: 'statefulsets', object };
}

function upwards({ cluster }: ActionContext, replicaSet: Stored<ReplicaSet> | undefined): Workload | undefined {
  if (!replicaSet) return undefined;
  const controller = controllerOf(replicaSet);
  const deployment =
    controller?.kind === 'Deployment'
      ? cluster.deployments.get(`${replicaSet.metadata.namespace}/${controller.name}`)
      : undefined;
  return deployment ? { resource: 'deployments', object: deployment } : { resource: 'replicasets', object: replicaSet };
}
