import type { Binding, KubernetesObject, Pod, Stored } from '../../../api/objects.ts';
import { resourceOf } from '../../../api/resources.ts';
import { conflict, notFound, success } from '../../../api/status.ts';
import { toTimestamp } from '../../../api/time.ts';
import { laterParts } from '../../later/later.ts';
import { getObject, keyOf, put } from '../../world/store.ts';
import type { World } from '../../world/world.ts';
import { withTopologyLabels } from '../admission/podTopologyLabels.ts';
import { isChecked } from '../rules.ts';
import type { SubresourceHandlers } from './registry.ts';

/** Assigns a Pod to a node, once and for ever. Source: pkg/registry/core/pod/storage BindingREST. */
export const binding: SubresourceHandlers = {
  create(world, request, cause) {
    const pods = resourceOf('pods');
    const wanted = request.object as Partial<Binding>;
    const name = request.name ?? wanted.metadata?.name ?? '';
    const { refuseBinding, refuseBindingTo } = isChecked(request.options) ? laterParts('bindings').rules : trusting;
    const wrong = refuseBinding(wanted, name);
    if (wrong) return { answer: wrong };
    const pod = getObject<Stored<Pod>>(world.store, 'pods', keyOf({ ...request, name }));
    if (!pod?.spec) return { answer: notFound(pods, name) };
    const misdirected = refuseBindingTo(pods, pod.metadata, wanted);
    if (misdirected) return { answer: misdirected };
    const why = whyNot(pod);
    if (why) return { answer: conflict({ ...pods, plural: 'pods/binding' }, name, why) };
    if (!request.options?.dryRun)
      put(world.store, world.now, 'pods', bound(world, pod, wanted) as KubernetesObject, cause);
    return { answer: success as unknown as KubernetesObject };
  },
};

/** The scheduler makes well-formed bindings. */
const trusting = { refuseBinding: () => undefined, refuseBindingTo: () => undefined };

/** Why no node can be given to the Pod now. */
function whyNot({ metadata: { name, deletionTimestamp }, spec }: Stored<Pod>): string | undefined {
  if (deletionTimestamp) return `pod ${name} is being deleted, cannot be assigned to a host`;
  if (spec?.nodeName) return `pod ${name} is already assigned to node "${spec.nodeName}"`;
  if (spec?.schedulingGates?.length) return `pod ${name} has non-empty .spec.schedulingGates`;
  return undefined;
}

/** The Pod on its node, with the annotations of the binding, and those of its labels that the Pod does not have. */
function bound(world: World, pod: Stored<Pod>, { metadata, target }: Partial<Binding>): Stored<Pod> {
  const { nominatedNodeName: _, conditions = [], ...status } = pod.status ?? {};
  const others = conditions.filter((condition) => condition.type !== 'PodScheduled');
  const scheduled = { type: 'PodScheduled', status: 'True', lastTransitionTime: toTimestamp(world.now) };
  const { annotations, labels } = metadata ?? {};
  const placed = withTopologyLabels(world, pod, target?.name);
  return {
    ...placed,
    metadata: {
      ...placed.metadata,
      ...(annotations && { annotations: { ...pod.metadata.annotations, ...annotations } }),
      ...(labels && { labels: { ...labels, ...placed.metadata.labels } }),
    },
    spec: { ...pod.spec, nodeName: target?.name },
    status: { ...status, conditions: [...others, scheduled] },
  } as Stored<Pod>;
}
