import type { KubernetesObject, Pod } from '../../../api/objects.ts';
import { getObject } from '../../world/store.ts';
import { topologyLabels } from '../../world/topologyLabels.ts';
import type { World } from '../../world/world.ts';
import type { AdmissionPlugin } from './admission.ts';

/** A Pod that is bound to a node carries the zone and the region of it as labels. */
export const podTopologyLabels: AdmissionPlugin = {
  name: 'PodTopologyLabels',
  resources: ['pods'],
  admit: (world, object) => withTopologyLabels(world, object, (object as Pod).spec?.nodeName),
};

type Labels = Record<string, string>;

/** By the labels of a Pod, which all Pods of a template share, and the place: so that they share those with the place too. */
const merged = new WeakMap<Labels, Map<string, Labels>>();
const none: Labels = {};

/** The Pod with the labels of the place at which the node stands; the same Pod where there are none. */
export function withTopologyLabels<T extends KubernetesObject>(world: World, pod: T, nodeName: string | undefined): T {
  const node = nodeName ? getObject(world.store, 'nodes', nodeName) : undefined;
  const place: Labels = {};
  for (const key of topologyLabels) {
    const value = node?.metadata.labels?.[key];
    if (value !== undefined) place[key] = value;
  }
  const key = JSON.stringify(place);
  if (key === '{}') return pod;
  const own = pod.metadata.labels ?? none;
  let known = merged.get(own);
  if (!known) {
    known = new Map();
    merged.set(own, known);
  }
  const labels = known.get(key) ?? { ...own, ...place };
  known.set(key, labels);
  return { ...pod, metadata: { ...pod.metadata, labels } };
}
