import { effectiveResources } from '../../../api/effective.ts';
import { isSame } from '../../../api/equal.ts';
import type { Container, Pod, PodSpec, PodStatus, ResourceRequirements } from '../../../api/objects.ts';
import { quantityText, toBytes, toMillicores } from '../../../api/quantity.ts';
import type { PodWorker } from '../state.ts';

// What a Pod wants (its spec), what its kubelet has admitted, and what its containers run with are the same but while a
// resize is pending or under way: only then is it written down. Source: pkg/kubelet/allocation.

/** By name of the container; absent where it has none. */
export type ResourcesByName = Record<string, ResourceRequirements | undefined>;

/** The containers that can be resized: sidecars and main ones. */
export function resizable({ initContainers = [], containers = [] }: PodSpec = { containers: [] }): Container[] {
  const sidecars = initContainers.filter(({ restartPolicy }) => restartPolicy === 'Always');
  return sidecars.length > 0 ? [...sidecars, ...containers] : containers;
}

/** What a Pod's spec wants. */
export const wanted = ({ spec }: Pick<Pod, 'spec'>): ResourcesByName =>
  Object.fromEntries(resizable(spec).map(({ name, resources }) => [name, resources]));

/** What the kubelet has admitted for a container. */
export function allocatedOf(
  { allocated }: PodWorker,
  { name, resources }: Container,
): ResourceRequirements | undefined {
  return allocated && Object.hasOwn(allocated, name) ? allocated[name] : resources;
}

/** What a container runs with. */
export function actualOf(worker: PodWorker, container: Container): ResourceRequirements | undefined {
  const { actual } = worker;
  return actual && Object.hasOwn(actual, container.name) ? actual[container.name] : allocatedOf(worker, container);
}

/** The Pod with the resources that were admitted. */
export function allocatedPod(worker: PodWorker): Pod {
  return worker.allocated ? withResources(worker.pod, (container) => allocatedOf(worker, container)) : worker.pod;
}

function withResources(pod: Pod, of: (container: Container) => ResourceRequirements | undefined): Pod {
  const renew = (container: Container): Container => ({ ...container, resources: of(container) ?? {} });
  const { spec } = pod;
  if (!spec) return pod;
  const { initContainers } = spec;
  return {
    ...pod,
    spec: {
      ...spec,
      containers: spec.containers.map(renew),
      ...(initContainers && { initContainers: initContainers.map(renew) }),
    },
  };
}

/** Whether two sets of resources are the same for all containers. */
export const areSame = (some: ResourcesByName, others: ResourcesByName): boolean =>
  Object.keys(some).every((name) => isSame(some[name] ?? {}, others[name] ?? {}));

type PodResources = Pick<PodStatus, 'allocatedResources' | 'resources'>;

/** By spec, which never changes: all versions of a status share them. */
const known = new WeakMap<PodSpec, PodResources>();

/** What the status of the Pod as a whole says of its resources. Source: generateAPIPodStatus, InPlacePodLevelResources. */
export function podResources(worker: PodWorker): PodResources {
  const { pod, allocated, actual } = worker;
  if (!pod.spec) return { resources: {} };
  if (allocated || actual) {
    const requests = texts(allocatedPod(worker), 'requests');
    return both(
      requests,
      withResources(pod, (container) => actualOf(worker, container)),
    );
  }
  let found = known.get(pod.spec);
  if (!found) {
    found = both(texts(pod, 'requests'), pod);
    known.set(pod.spec, found);
  }
  return found;
}

function both(allocatedRequests: Record<string, string>, running: Pod): PodResources {
  const limits = texts(running, 'limits');
  const requests = texts(running, 'requests');
  return {
    ...(Object.keys(allocatedRequests).length > 0 && { allocatedResources: allocatedRequests }),
    resources: {
      ...(Object.keys(limits).length > 0 && { limits }),
      ...(Object.keys(requests).length > 0 && { requests }),
    },
  };
}

const texts = (pod: Pod, kind: 'requests' | 'limits'): Record<string, string> =>
  Object.fromEntries(
    Object.entries(effectiveResources(pod, kind)).map(([name, amount]) => [name, quantityText(amount)]),
  );

/** A container's limits as the runtime is told them, in bytes and millicores. */
export function limitsOf(resources: ResourceRequirements | undefined): { memoryLimit?: number; cpuLimit?: number } {
  const { memory, cpu } = resources?.limits ?? {};
  return {
    ...(memory !== undefined && { memoryLimit: toBytes(memory) }),
    ...(cpu !== undefined && { cpuLimit: toMillicores(cpu) }),
  };
}
