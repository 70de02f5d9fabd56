import type { Node, Pod, Stored } from '../../api/objects.ts';
import { selects } from '../../api/selectors/labels.ts';
import { parseLabelSelector } from '../../api/selectors/parse.ts';
import { SelectorError } from '../../api/selectors/requirement.ts';
import { badRequest, type Failure, failure } from '../../api/status.ts';
import { toTimestamp } from '../../api/time.ts';
import { nodeUsage, podUsage } from '../kubelet/usage.ts';
import { getObject, listObjects } from '../world/store.ts';
import type { World } from '../world/world.ts';

// What metrics-server serves under /apis/metrics.k8s.io: usage by Pod and by node, out of the kubelets.

const apiVersion = 'metrics.k8s.io/v1beta1';
const root = `/apis/${apiVersion}/`;

const usageText = ({ processor, memory }: { processor: number; memory: number }) => ({
  cpu: `${Math.round(processor * 1e6)}n`,
  memory: `${Math.ceil(memory / 1024)}Ki`,
});

function common(object: Stored<Pod> | Stored<Node>, { at, window }: { at: number; window: number }) {
  const { name, namespace, labels } = object.metadata;
  return {
    metadata: {
      name,
      ...(namespace !== undefined && { namespace }),
      creationTimestamp: toTimestamp(at),
      ...(labels && { labels }),
    },
    timestamp: toTimestamp(at),
    window: `${window / 1000}s`,
  };
}

function podMetrics(world: World, pod: Stored<Pod>): object[] {
  const usage = podUsage(world, pod);
  if (!usage) return [];
  const containers = usage.containers.map(({ name, ...own }) => ({ name, usage: usageText(own) }));
  return [{ kind: 'PodMetrics', apiVersion, ...common(pod, usage), containers }];
}

function nodeMetrics(world: World, node: Stored<Node>): object[] {
  const usage = nodeUsage(world, node);
  return usage ? [{ kind: 'NodeMetrics', apiVersion, ...common(node, usage), usage: usageText(usage) }] : [];
}

/** Answers a GET below /apis/metrics.k8s.io/v1beta1; undefined where the path is not there, or no metrics-server runs. */
export function metricsAt(world: World, path: string, labelSelector = ''): object | Failure | undefined {
  if (!world.servesMetrics || !path.startsWith(root)) return undefined;
  const parts = path.slice(root.length).split('/').filter(Boolean);
  const namespace = parts[0] === 'namespaces' ? parts[1] : undefined;
  const [resource, name] = namespace === undefined ? parts : parts.slice(2);
  try {
    if (resource === 'nodes') return of(world, 'nodes', undefined, name, labelSelector);
    if (resource === 'pods') return of(world, 'pods', namespace, name, labelSelector);
  } catch (error) {
    if (error instanceof SelectorError) return badRequest(error.message);
    throw error;
  }
  return undefined;
}

function of(
  world: World,
  resource: 'pods' | 'nodes',
  namespace: string | undefined,
  name: string | undefined,
  labelSelector: string,
): object | Failure {
  const metricsOf = (object: Stored<Pod> | Stored<Node>): object[] =>
    resource === 'pods' ? podMetrics(world, object as Stored<Pod>) : nodeMetrics(world, object as Stored<Node>);
  if (name !== undefined) {
    const key = namespace === undefined ? name : `${namespace}/${name}`;
    const object = getObject<Stored<Pod> | Stored<Node>>(world.store, resource, key);
    const [found] = object ? metricsOf(object) : [];
    const kind = resource === 'pods' ? 'podmetrics' : 'nodemetrics';
    return found ?? failure(404, 'NotFound', `${kind}.metrics.k8s.io "${key}" not found`);
  }
  const selector = parseLabelSelector(labelSelector);
  const items = listObjects<Stored<Pod> | Stored<Node>>(world.store, resource, namespace)
    .filter(({ metadata }) => selects(selector, metadata.labels))
    .flatMap(metricsOf);
  return { kind: resource === 'pods' ? 'PodMetricsList' : 'NodeMetricsList', apiVersion, metadata: {}, items };
}
