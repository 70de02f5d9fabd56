import { controllerOf, type Deployment, type Pod, type PodSpec, type Stored } from '../../../api/objects.ts';
import type { ApiRequest } from '../../../cluster/apiserver/request.ts';
import type { Change, ClusterView } from './change.ts';
import { asNewPod } from './question.ts';

/** Where a change of a Pod has to be made. `elsewhere`: at an owner that is not changed from here. */
export type Place =
  | { place: 'here' }
  /** Its fields cannot be changed: it is deleted and created anew. */
  | { place: 'anew' }
  | { place: 'template'; deployment: Stored<Deployment> }
  | { place: 'elsewhere' };

/** Where a change of this Pod has to be made so that it lasts. */
export function placeOf(
  pod: Stored<Pod>,
  change: Change,
  deploymentOf: (pod: Stored<Pod>) => Stored<Deployment> | undefined,
): Place {
  if (change.on !== 'pod') return { place: 'here' };
  const deployment = deploymentOf(pod);
  if (deployment) return { place: 'template', deployment };
  if (controllerOf(pod)) return { place: change.inPlace ? 'here' : 'elsewhere' };
  return { place: change.inPlace ? 'here' : 'anew' };
}

/** The API requests that make a change; undefined where it cannot be made from here. */
export function requestsFor(
  change: Change,
  pod: Stored<Pod>,
  place: Place,
  cluster: ClusterView,
): ApiRequest[] | undefined {
  switch (change.on) {
    case 'node': {
      const node = cluster.nodes.get(change.node);
      if (!node || change.byItself) return undefined;
      const { metadata, spec } = change.alter(node);
      const labels = difference(node.metadata.labels ?? {}, metadata.labels ?? {});
      const patch = { metadata: { labels }, spec: difference({ ...node.spec }, { ...spec }) };
      return [{ verb: 'patch', resource: 'nodes', name: change.node, patchType: 'merge', patch }];
    }
    case 'others':
      return change.remove.map((key) => {
        const [namespace = '', name = ''] = key.split('/');
        return { verb: 'delete', resource: 'pods', namespace, name };
      });
    case 'pod':
      return podRequests(change.alter, pod, place);
  }
}

function podRequests(alter: (spec: PodSpec) => PodSpec, pod: Stored<Pod>, place: Place): ApiRequest[] | undefined {
  const { namespace = '', name, uid } = pod.metadata;
  const spec = pod.spec ?? { containers: [] };
  switch (place.place) {
    case 'elsewhere':
      return undefined;
    case 'here': {
      const patch = { spec: difference(spec, alter(spec)) };
      return [{ verb: 'patch', resource: 'pods', namespace, name, patchType: 'merge', patch }];
    }
    case 'anew':
      return [
        { verb: 'delete', resource: 'pods', namespace, name, options: { preconditions: { uid } } },
        { verb: 'create', resource: 'pods', namespace, object: asNewPod({ ...pod, spec: alter(spec) }) },
      ];
    case 'template': {
      const { metadata, spec: whole } = place.deployment;
      const template = whole?.template.spec ?? { containers: [] };
      const patch = { spec: { template: { spec: difference(template, alter(template)) } } };
      const target = { resource: 'deployments', namespace: metadata.namespace ?? '', name: metadata.name };
      return [{ verb: 'patch', ...target, patchType: 'merge', patch }];
    }
  }
}

/** The merge patch between two flat objects: what differs, and null for what goes. */
function difference(before: object, after: object): Record<string, unknown> {
  const [old, now] = [before as Record<string, unknown>, after as Record<string, unknown>];
  const patch: Record<string, unknown> = {};
  for (const key of new Set([...Object.keys(old), ...Object.keys(now)])) {
    if (old[key] === now[key]) continue;
    patch[key] = isPlain(old[key]) && isPlain(now[key]) ? difference(old[key], now[key]) : (now[key] ?? null);
  }
  return patch;
}

const isPlain = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
