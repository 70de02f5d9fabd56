import type { Pod, Stored } from '../../../api/objects.ts';
import { toTimestamp } from '../../../api/time.ts';
import { call } from '../../apiserver/apiserver.ts';
import { recordEvent } from '../../events/record.ts';
import { type Cause, getObject, keyOf } from '../../world/store.ts';
import type { World } from '../../world/world.ts';
import type { Preemption } from '../decision.ts';
import { priorityOf } from '../filter.ts';
import { schedulerName } from '../follow.ts';
import { writeStatus } from '../writeStatus.ts';

/** Has the victims of a preemption go, each told why. Source: framework/preemption executor.go. */
export function preemptPods(
  world: World,
  pod: Stored<Pod>,
  { nominatedNode, victims }: Preemption,
  cause: Cause,
): void {
  if (nominatedNode === undefined) return;
  takeNominations(world, pod, nominatedNode, cause);
  for (const key of victims) {
    const victim = getObject<Stored<Pod>>(world.store, 'pods', key);
    if (!victim || victim.metadata.deletionTimestamp) continue;
    const { namespace = '', name, uid } = victim.metadata;
    const condition = {
      type: 'DisruptionTarget',
      ...(victim.metadata.generation !== undefined && { observedGeneration: victim.metadata.generation }),
      status: 'True',
      lastProbeTime: null,
      lastTransitionTime: toTimestamp(world.now),
      reason: 'PreemptionByScheduler',
      message: `${schedulerName}: preempting to accommodate a higher priority pod`,
    };
    const others = victim.status?.conditions?.filter(({ type }) => type !== condition.type) ?? [];
    writeStatus(
      world,
      { ...victim, status: { ...victim.status, conditions: [...others, condition] } } as Stored<Pod>,
      cause,
    );
    const preconditions = { uid };
    call(world, { verb: 'delete', resource: 'pods', namespace, name, options: { preconditions } }, cause);
    const message = `Preempted by pod ${pod.metadata.uid} on node ${nominatedNode}`;
    recordEvent(
      world,
      { component: schedulerName, about: victim, type: 'Normal', reason: 'Preempted', action: 'Preempting', message },
      cause,
    );
  }
}

/** Pods of lower priority that were to come to the node look for another one. */
function takeNominations(world: World, pod: Stored<Pod>, node: string, cause: Cause): void {
  for (const [key, nominated] of world.scheduler.nominated) {
    const other = nominated === node ? getObject<Stored<Pod>>(world.store, 'pods', key) : undefined;
    if (!other || key === keyOf(pod.metadata) || priorityOf(other) >= priorityOf(pod)) continue;
    const { nominatedNodeName: _taken, ...status } = other.status ?? {};
    writeStatus(world, { ...other, status }, cause);
  }
}
