import { controllerOf, type KubernetesObject, type Pod } from '../../api/objects.ts';

/** A way to find objects without looking at all of them; client-go's informers have the same. */
export interface Indexer {
  resource: string;
  /** The value under which an object is found; `undefined` leaves it out. */
  value(object: KubernetesObject): string | undefined;
}

export const indexers = {
  /** Pods by the name of their node; those without a node under the empty text. */
  podsByNode: { resource: 'pods', value: (object) => (object as Pod).spec?.nodeName ?? '' },
  /** Pods by the uid of the controller that owns them; orphans under `orphan:NAMESPACE`. */
  podsByController: { resource: 'pods', value: (object) => byController(object) },
  /** ReplicaSets by the uid of their Deployment; orphans under `orphan:NAMESPACE`. */
  replicaSetsByController: { resource: 'replicasets', value: (object) => byController(object) },
  /** EndpointSlices by `namespace/service`. */
  endpointSlicesByService: {
    resource: 'endpointslices',
    value: (object) => {
      const service = object.metadata.labels?.['kubernetes.io/service-name'];
      return service && `${object.metadata.namespace}/${service}`;
    },
  },
} satisfies Record<string, Indexer>;

function byController(object: KubernetesObject): string {
  return controllerOf(object)?.uid ?? `orphan:${object.metadata.namespace}`;
}
