import { isIn } from '../machines/advance.ts';
import { type ContainerScope, containersIn, type PodScope } from '../scope.ts';
import type { ProbeRecord } from '../state.ts';
import { restartRuleOf } from '../status/spec.ts';
import type { Known, KnownContainer, ProbeResult } from './known.ts';

/** What the machines of a Pod say to the question what is to be done next. A container's name serves as its id. */
export function knownOf(scope: PodScope): Known {
  const { worker } = scope;
  const containers: KnownContainer[] = [];
  const liveness: Record<string, ProbeResult> = {};
  const startup: Record<string, ProbeResult> = {};
  for (const container of containersIn(scope)) {
    const { spec, record } = container;
    const known = knownContainer(container);
    if (known) containers.push(known);
    if (record.probes.liveness) liveness[spec.name] = resultOf(record.probes.liveness);
    if (record.probes.startup) startup[spec.name] = resultOf(record.probes.startup);
  }
  const sandbox = worker.sandbox && { id: 'now', state: 'READY' as const, attempt: 0, ip: worker.sandbox.ip };
  const restartAllContainers = containersIn(scope).some(hasAskedForAll);
  return {
    pod: worker.pod,
    sandboxes: sandbox ? [sandbox] : [],
    containers,
    liveness,
    startup,
    ...(restartAllContainers && { restartAllContainers }),
  };
}

/** Whether a container has ended in a way by which all are to be started anew. */
function hasAskedForAll({ spec, record }: ContainerScope): boolean {
  const { last } = record.container.context;
  if (!last || record.isReset || !spec.restartPolicyRules || isIn(record.container, 'running')) return false;
  return restartRuleOf(spec, last.exitCode)?.action === 'RestartAllContainers';
}

function knownContainer({ spec, role, record }: ContainerScope): KnownContainer | undefined {
  const { name } = spec;
  if (isIn(record.container, 'running')) {
    const specChanged = role !== 'init' && record.madeWith !== undefined && record.madeWith !== spec.image;
    return { name, id: name, state: 'running', exitCode: 0, specChanged };
  }
  const { last } = record.container.context;
  if (record.isReset) return undefined;
  return last && { name, id: name, state: 'exited', exitCode: last.exitCode, reason: last.reason };
}

function resultOf({ machine }: ProbeRecord): ProbeResult {
  if (isIn(machine, 'Success')) return 'Success';
  return isIn(machine, 'Failure') ? 'Failure' : 'Unknown';
}
