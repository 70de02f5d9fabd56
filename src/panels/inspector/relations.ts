import { controllerOf, type EndpointSlice, type KubernetesObject, type Pod, type Stored } from '../../api/objects.ts';

/** The Services in whose EndpointSlices a Pod stands, by key, and whether they send it requests. */
export function servicesOf(
  pod: Stored<Pod>,
  slices: Iterable<Stored<EndpointSlice>>,
): { key: string; ready: boolean }[] {
  const found = new Map<string, boolean>();
  for (const slice of slices) {
    const service = slice.metadata.labels?.['kubernetes.io/service-name'];
    const endpoint = slice.endpoints?.find(({ targetRef }) => targetRef?.uid === pod.metadata.uid);
    if (service && endpoint) found.set(`${slice.metadata.namespace}/${service}`, endpoint.conditions?.ready ?? true);
  }
  return [...found].map(([key, ready]) => ({ key, ready }));
}

/** Those of the given objects that this one controls. */
export function ownedBy<T extends KubernetesObject>(owner: KubernetesObject, objects: Iterable<T>): T[] {
  return [...objects].filter((object) => controllerOf(object)?.uid === owner.metadata.uid);
}

/** `namespace/name`, or `name`. */
export const keyOf = ({ metadata }: KubernetesObject): string =>
  metadata.namespace ? `${metadata.namespace}/${metadata.name}` : metadata.name;
