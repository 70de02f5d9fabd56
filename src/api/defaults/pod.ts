import type { Container, Pod, PodSpec, ResourceRequirements } from '../objects.ts';
import { defaultPodLevelResources } from './podLevelResources.ts';
import { defaultPodSpec } from './podSpec.ts';
import { mapShared, sameOr } from './share.ts';

const noStatus = {};

/** Limits count as requests where none are given; in Pods only, not in templates. */
function requestsFromLimits(container: Container): Container {
  const { limits, requests } = container.resources ?? {};
  if (!limits) return container;
  const missing = Object.keys(limits).some((name) => requests?.[name] === undefined);
  if (!missing && requests) return container;
  const resources: ResourceRequirements = { requests: {}, ...container.resources };
  resources.requests = { ...limits, ...requests };
  const out = { ...container };
  out.resources = resources;
  return out;
}

const hostPorts = (container: Container): Container =>
  container.ports?.some((port) => !port.hostPort)
    ? {
        ...container,
        ports: mapShared(container.ports, (port) => (port.hostPort ? port : { ...port, hostPort: port.containerPort })),
      }
    : container;

/** A Pod with its defaults. Source: SetDefaults_Pod. */
export function defaultPod(pod: Pod): Pod {
  const given = pod.spec ?? { containers: [] };
  const spec: PodSpec = { enableServiceLinks: true, ...defaultPodSpec(given) };
  const change = (container: Container) => {
    const out = requestsFromLimits(container);
    return spec.hostNetwork ? hostPorts(out) : out;
  };
  spec.containers = mapShared(spec.containers, change);
  if (spec.initContainers) spec.initContainers = mapShared(spec.initContainers, change);
  if (spec.resources) spec.resources = defaultPodLevelResources(spec, spec.resources);
  const out: Pod = { status: noStatus, ...pod };
  out.spec = sameOr(given, spec);
  return sameOr(pod, out);
}
