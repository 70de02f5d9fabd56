import type { KubernetesObject, ObjectToWrite, Pod, Stored } from '../../../api/objects.ts';
import { resourceOf } from '../../../api/resources.ts';
import { badRequest, conflict, notFound } from '../../../api/status.ts';
import { toTimestamp } from '../../../api/time.ts';
import { getObject, keyOf, put } from '../../world/store.ts';
import { withTopologyLabels } from '../admission/podTopologyLabels.ts';
import type { SubresourceHandlers } from './registry.ts';

/** Assigns a Pod to a node, once and for ever. Source: pkg/registry/core/pod/storage BindingREST. */
export const binding: SubresourceHandlers = {
  create(world, request, cause) {
    const pods = resourceOf('pods');
    const name = request.name ?? request.object.metadata?.name ?? '';
    const pod = getObject<Stored<Pod>>(world.store, 'pods', keyOf({ ...request, name }));
    if (!pod?.spec) return { answer: notFound(pods, name) };
    const node = targetOf(request.object);
    if (!node) return { answer: badRequest('Binding "" is invalid: target.name: Required value') };
    if (pod.metadata.deletionTimestamp)
      return { answer: conflict(pods, name, `pod ${name} is being deleted, cannot be assigned to a host`) };
    if (pod.spec.nodeName)
      return { answer: conflict(pods, name, `pod ${name} is already assigned to node "${pod.spec.nodeName}"`) };

    const others = (pod.status?.conditions ?? []).filter((condition) => condition.type !== 'PodScheduled');
    const scheduled = { type: 'PodScheduled', status: 'True', lastTransitionTime: toTimestamp(world.now) };
    const bound: Stored<Pod> = {
      ...withTopologyLabels(world, pod, node),
      spec: { ...pod.spec, nodeName: node },
      status: { ...pod.status, conditions: [...others, scheduled] },
    };
    return { answer: put(world.store, world.now, 'pods', bound as KubernetesObject, cause).object };
  },
};

function targetOf(object: ObjectToWrite): string | undefined {
  return (object.target as { name?: string } | undefined)?.name;
}
