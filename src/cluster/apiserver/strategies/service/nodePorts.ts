import type { ServicePort, ServiceSpec } from '../../../../api/objects.ts';
import { couldNot, type Failure, internalError, isFailure } from '../../../../api/status.ts';
import { invalidValue } from '../../../../api/validation/errors.ts';
import { freeNodePort, refusedNodePort } from '../../../network/nodePorts.ts';
import type { World } from '../../../world/world.ts';
import { givesNodePorts, needsHealthCheckPort, needsNodePorts, nodePortsOf } from './needs.ts';
import type { Refuse } from './refuse.ts';

/** Node ports while they are handed out for one write. Source: portallocator.PortAllocationOperation. */
interface Operation {
  /** Why a port cannot be had; undefined: it is had now. */
  take(port: number): string | undefined;
  takeAny(): number | undefined;
}

function startOperation(world: World, dryRun: boolean): Operation {
  const taken = new Set<number>();
  return {
    take(port) {
      const problem = refusedNodePort(world, taken, port, dryRun);
      if (!problem) taken.add(port);
      return problem;
    },
    takeAny() {
      // A dry run looks for nothing free: its numbers are beyond the range.
      const port = dryRun ? Math.max(32768, ...taken) + 1 : freeNodePort(world, taken);
      if (port !== undefined) taken.add(port);
      return port;
    },
  };
}

const isFull = 'failed to allocate a nodePort: range is full';

/** Ports of one number share a node port, whatever their protocols. Source: initNodePorts. */
function newPorts(
  spec: ServiceSpec,
  ports: ServicePort[],
  refuse: Refuse,
  operation: Operation,
): ServicePort[] | Failure {
  const byPort = new Map<number, number>();
  const out: ServicePort[] = [];
  for (const [index, given] of ports.entries()) {
    let { nodePort = 0 } = given;
    if (nodePort || givesNodePorts(spec)) {
      const shared = byPort.get(given.port);
      const asked = shared ? nodePort : ports.find(({ port, nodePort }) => port === given.port && nodePort)?.nodePort;
      if (asked && asked !== shared) {
        const problem = operation.take(asked);
        if (problem) return refuse([invalidValue(`spec.ports[${index}].nodePort`, asked, problem)]);
      }
      nodePort = asked || shared || operation.takeAny() || 0;
      if (!nodePort) return couldNot(isFull);
      if (!shared) byPort.set(given.port, nodePort);
    }
    out.push(nodePort === (given.nodePort ?? 0) ? given : { ...given, nodePort });
  }
  return out;
}

/** Source: updateNodePorts. */
function changedPorts(
  spec: ServiceSpec,
  ports: ServicePort[],
  old: ServiceSpec,
  refuse: Refuse,
  operation: Operation,
): ServicePort[] | Failure {
  const before = nodePortsOf(old);
  const taken: number[] = [];
  const seen = new Set<string>();
  const out: ServicePort[] = [];
  for (const [index, given] of ports.entries()) {
    let { nodePort = 0 } = given;
    if (nodePort && !before.includes(nodePort) && !taken.includes(nodePort)) {
      const problem = operation.take(nodePort);
      if (problem) return refuse([invalidValue(`spec.ports[${index}].nodePort`, nodePort, problem)]);
      taken.push(nodePort);
    } else if (!nodePort && givesNodePorts(spec)) {
      nodePort = operation.takeAny() ?? 0;
      if (!nodePort) return couldNot(isFull);
    }
    const key = `{${given.protocol} ${nodePort}}`;
    if (nodePort && seen.has(key)) return internalError(`duplicate nodePort: ${key}`);
    seen.add(key);
    out.push(nodePort === (given.nodePort ?? 0) ? given : { ...given, nodePort });
  }
  return out;
}

/**
 * The spec with all node ports that it needs, or why it cannot have those that it asks for. Source: txnAllocNodePorts and
 * txnUpdateNodePorts of pkg/registry/core/service/storage/alloc.go.
 */
export function withNodePorts(
  world: World,
  given: ServiceSpec,
  old: ServiceSpec | undefined,
  dryRun: boolean,
  refuse: Refuse,
): ServiceSpec | Failure {
  const operation = startOperation(world, dryRun);
  const spec = { ...given };
  if (spec.ports && needsNodePorts(spec)) {
    const ports = old
      ? changedPorts(spec, spec.ports, old, refuse, operation)
      : newPorts(spec, spec.ports, refuse, operation);
    if (isFailure(ports)) return ports;
    spec.ports = ports;
  }
  if (!needsHealthCheckPort(spec) || (old && needsHealthCheckPort(old))) return spec;
  const asked = spec.healthCheckNodePort;
  const problem = asked ? operation.take(asked) : undefined;
  if (problem) return couldNot(`failed to allocate requested HealthCheck NodePort ${asked}: ${problem}`);
  const port = asked || operation.takeAny();
  return port
    ? { ...spec, healthCheckNodePort: port }
    : couldNot('failed to allocate a HealthCheck NodePort 0: range is full');
}
