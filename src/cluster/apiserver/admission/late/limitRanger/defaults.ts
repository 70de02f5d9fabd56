import type { Container, LimitRange, Pod, ResourceRequirements, Stored } from '../../../../../api/objects.ts';

type List = Record<string, string>;

const annotation = 'kubernetes.io/limit-ranger';

/** A Pod with the defaults of a LimitRange, and the annotation that says so; the same Pod where it lacks none. */
export function withDefaultsOf(range: Stored<LimitRange>, pod: Stored<Pod>): Stored<Pod> {
  const ofContainers = (range.spec?.limits ?? []).filter(({ type }) => type === 'Container');
  const limits: List = Object.assign({}, ...ofContainers.map((limit) => limit.default ?? {}));
  const requests: List = Object.assign({}, ...ofContainers.map((limit) => limit.defaultRequest ?? {}));
  const said: string[] = [];
  const fill = (what: string) => (container: Container) => withDefaults(container, requests, limits, what, said);
  const { containers = [], initContainers } = pod.spec ?? {};
  const filled = containers.map(fill('container'));
  const filledInit = initContainers?.map(fill('init container'));
  if (said.length === 0 || !pod.spec) return pod;
  const annotations = { ...pod.metadata.annotations, [annotation]: `LimitRanger plugin set: ${said.join('; ')}` };
  return {
    ...pod,
    metadata: { ...pod.metadata, annotations },
    spec: { ...pod.spec, containers: filled, ...(filledInit && { initContainers: filledInit }) },
  };
}

function withDefaults(container: Container, requests: List, limits: List, what: string, said: string[]): Container {
  const own = container.resources ?? {};
  const missing = (defaults: List, list: object | undefined) =>
    Object.keys(defaults).filter((name) => (list as List | undefined)?.[name] === undefined);
  const [setRequests, setLimits] = [missing(requests, own.requests), missing(limits, own.limits)];
  if (setRequests.length > 0) said.push(`${setRequests.sort().join(', ')} request for ${what} ${container.name}`);
  if (setLimits.length > 0) said.push(`${setLimits.sort().join(', ')} limit for ${what} ${container.name}`);
  if (setRequests.length + setLimits.length === 0) return container;
  const resources: ResourceRequirements = { ...own };
  if (setLimits.length > 0) resources.limits = { ...limits, ...own.limits } as NonNullable<typeof resources.limits>;
  if (setRequests.length > 0)
    resources.requests = { ...requests, ...own.requests } as NonNullable<typeof resources.requests>;
  return { ...container, resources };
}
