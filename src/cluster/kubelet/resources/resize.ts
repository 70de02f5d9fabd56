import { goJson } from '../../../api/json/write.ts';
import type { Container, Node, ResourceRequirements, Stored } from '../../../api/objects.ts';
import { updateContainer } from '../../runtime/runtime.ts';
import { getObject } from '../../world/store.ts';
import { isIn } from '../machines/advance.ts';
import { type PodScope, say } from '../scope.ts';
import { actualOf, allocatedOf, areSame, limitsOf, type ResourcesByName, resizable, wanted } from './allocated.ts';
import { admittedPods, shortages, shortageText } from './fit.ts';

// In-place resize: admitted or put off when the spec changes, done in the next sync. Source: pkg/kubelet/allocation.

/** The spec has changed from one that wanted `before`: decides whether that can be. */
export function noticeResize(scope: PodScope, before: ResourcesByName): void {
  const { worker } = scope;
  const asked = wanted(worker.pod);
  const held = worker.allocated ?? before;
  if (areSame(asked, held)) {
    delete worker.allocated;
    delete worker.resizePending;
    return;
  }
  worker.allocated = held;
  decideResize(scope);
}

/** Admits what the spec wants where it fits beside the other Pods; answers whether it has been admitted. */
export function decideResize(scope: PodScope): boolean {
  const { world, node, kubelet, worker } = scope;
  const { allocated, pod } = worker;
  const object = getObject<Stored<Node>>(world.store, 'nodes', node);
  if (!allocated || !object) return false;
  const alone = shortages(pod, [], object)[0];
  const [shortage] = alone ? [alone] : shortages(pod, admittedPods(kubelet, pod.metadata.uid), object);
  if (!shortage) {
    worker.actual = { ...allocated, ...worker.actual };
    delete worker.allocated;
    delete worker.resizePending;
    worker.resizeSince = world.now;
    say(scope, 'Normal', 'ResizeStarted', `Pod resize started: ${details(scope)}`);
    return true;
  }
  const reason = alone ? 'Infeasible' : 'Deferred';
  const message = alone
    ? `Node didn't have enough capacity: ${alone.resource}, requested: ${alone.requested}, capacity: ${alone.capacity}`
    : shortageText(shortage);
  const { resizePending: old } = worker;
  if (old?.reason === reason && old.message === message) return false;
  worker.resizePending = { reason, message, since: old?.since ?? world.now };
  say(scope, 'Warning', `Resize${reason}`, `Pod resize OutOf${shortage.resource}: ${details(scope, message)}`);
  return false;
}

/** What the Events of a resize tell: as Go writes its fields. */
function details({ worker }: PodScope, error?: string): string {
  const containers = resizable(worker.pod.spec)
    .map(({ name, resources }) => `{"name":${goJson(name)},"resources":${goJson(resources ?? {})}}`)
    .join(',');
  const generation = worker.pod.metadata.generation ?? 1;
  return `{"containers":[${containers}],"generation":${generation}${error ? `,"error":${goJson(error)}` : ''}}`;
}

/** The names of the running containers that take the change only by being started anew. */
export function restartedForResize({ worker }: PodScope): string[] {
  return resizable(worker.pod.spec)
    .filter((container) => {
      const record = worker.containers[container.name];
      return record && isIn(record.container, 'running') && needsRestart(worker, container);
    })
    .map(({ name }) => name);
}

function needsRestart(worker: PodScope['worker'], container: Container): boolean {
  const [from, to] = [actualOf(worker, container), allocatedOf(worker, container)];
  return (container.resizePolicy ?? []).some(
    ({ resourceName, restartPolicy }) => restartPolicy === 'RestartContainer' && differ(from, to, resourceName),
  );
}

const differ = (from: ResourceRequirements = {}, to: ResourceRequirements = {}, name: string): boolean =>
  from.requests?.[name] !== to.requests?.[name] || from.limits?.[name] !== to.limits?.[name];

/** The containers run with what was admitted from now on. */
export function finishResize(scope: PodScope): void {
  const { world, node, worker } = scope;
  for (const container of resizable(worker.pod.spec)) {
    const record = worker.containers[container.name];
    const id = record && isIn(record.container, 'running') ? record.container.context.containerID : undefined;
    if (id) updateContainer(world, node, id, limitsOf(allocatedOf(worker, container)));
  }
  delete worker.actual;
  delete worker.resizeSince;
  say(scope, 'Normal', 'ResizeCompleted', `Pod resize completed: ${details(scope)}`);
}

/** Room has been made on the node: the resizes that were put off are tried again, the oldest first. */
export function retryResizes(scope: PodScope, admitted: (scope: PodScope) => void): void {
  const { world, node, kubelet } = scope;
  const waiting = [...kubelet.workers.values()]
    .filter(({ resizePending, machine }) => resizePending && isIn(machine, 'worker.Syncing'))
    .sort((a, b) => (a.resizePending?.since ?? 0) - (b.resizePending?.since ?? 0));
  for (const worker of waiting) {
    const own = { world, node, kubelet, worker };
    if (decideResize(own)) admitted(own);
  }
}
