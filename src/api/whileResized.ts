import type { Container, ContainerStatus, Pod } from './objects.ts';
import { toBytes, toMillicores } from './quantity.ts';

type Requests = Record<string, string | number>;

const amountOf = (name: string, quantity: string | number): number =>
  name === 'cpu' ? toMillicores(quantity) : toBytes(quantity);

/** The larger of each amount. */
function larger(some: Requests, others: Requests): Requests {
  const result = { ...some };
  for (const [name, quantity] of Object.entries(others)) {
    const known = result[name];
    if (known === undefined || amountOf(name, quantity) > amountOf(name, known)) result[name] = quantity;
  }
  return result;
}

/**
 * The Pod with the requests that count while its containers are resized: the larger of what the spec wants and the
 * status has; a resize that cannot happen does not count. Source: component-helpers determineContainerReqs.
 */
export function whileResized(pod: Pod): Pod {
  const { spec, status } = pod;
  if (!spec || !status) return pod;
  const infeasible = status?.conditions?.some(
    ({ type, reason }) => type === 'PodResizePending' && reason === 'Infeasible',
  );
  const of = (containers: Container[], statuses: readonly ContainerStatus[] = []): Container[] =>
    containers.map((container) => {
      const own = statuses.find(({ name }) => name === container.name);
      if (!own?.resources && !own?.allocatedResources) return container;
      const actual = larger((own.resources?.requests ?? {}) as Requests, (own.allocatedResources ?? {}) as Requests);
      const requests = infeasible ? actual : larger((container.resources?.requests ?? {}) as Requests, actual);
      return { ...container, resources: { ...container.resources, requests: requests as Record<string, string> } };
    });
  const containers = of(spec.containers, status?.containerStatuses);
  if (!spec.initContainers) return { ...pod, spec: { ...spec, containers } };
  return {
    ...pod,
    spec: { ...spec, containers, initContainers: of(spec.initContainers, status?.initContainerStatuses) },
  };
}
