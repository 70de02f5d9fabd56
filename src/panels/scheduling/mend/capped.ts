import type { Container, PodSpec } from '../../../api/objects.ts';
import { amountText, requestOf } from '../../../scene/scheduling/amounts.ts';

type Requests = Record<string, string>;
type Holder = Pick<Container, 'resources'>;

/** A Pod's spec that requests at most so much of a resource: the largest requests are lowered, the small ones kept. */
export function capped(spec: PodSpec, resource: string, most: number): PodSpec {
  const whole = (spec.resources?.requests as Requests | undefined)?.[resource];
  const overhead = requestOf({ spec: { containers: [], ...(spec.overhead && { overhead: spec.overhead }) } }, resource);
  const room = most - overhead;
  if (whole !== undefined) return withRequest(spec, resource, Math.min(ownRequest(spec, resource), room));
  const sidecars = spec.initContainers?.filter(isSidecar) ?? [];
  const running = lowered([...spec.containers, ...sidecars], resource, room);
  const beside = sidecars.reduce((sum, one) => sum + ownRequest(running.get(one) ?? one, resource), 0);
  // One init container runs at a time, beside the sidecars.
  const initial = (container: Container): Container =>
    ownRequest(container, resource) + beside > room ? withRequest(container, resource, room - beside) : container;
  const change = (container: Container): Container => running.get(container) ?? initial(container);
  return {
    ...spec,
    containers: spec.containers.map(change),
    ...(spec.initContainers && { initContainers: spec.initContainers.map(change) }),
  };
}

const isSidecar = ({ restartPolicy }: Container): boolean => restartPolicy === 'Always';

/** Containers that run together, each with what became of it. */
function lowered(containers: readonly Container[], resource: string, room: number): Map<Container, Container> {
  const changed = new Map(containers.map((container) => [container, container]));
  const sorted = containers.toSorted((a, b) => ownRequest(b, resource) - ownRequest(a, resource));
  let excess = containers.reduce((sum, one) => sum + ownRequest(one, resource), 0) - room;
  for (const container of sorted) {
    if (excess <= 0) break;
    const own = ownRequest(container, resource);
    const less = withRequest(container, resource, own - excess);
    changed.set(container, less);
    excess -= own - ownRequest(less, resource);
  }
  return changed;
}

const ownRequest = ({ resources }: Holder, resource: string): number =>
  requestOf({ spec: { containers: [{ name: '', ...(resources && { resources }) }] } }, resource);

function withRequest<T extends Holder>(holder: T, resource: string, amount: number): T {
  const requests: Requests = { ...(holder.resources?.requests as Requests | undefined) };
  requests[resource] = amountText(resource, Math.max(0, amount));
  return { ...holder, resources: { ...holder.resources, requests } };
}
