import type { ObjectToWrite, Pod, Stored } from '../../api/objects.ts';
import { resourceOf } from '../../api/resources.ts';
import { type Failure, notFound } from '../../api/status.ts';
import { fork } from '../world/serialize.ts';
import { getObject, keyOf } from '../world/store.ts';
import type { World } from '../world/world.ts';
import { seat, unbound, unseat } from './alone.ts';
import type { Decision } from './decision.ts';
import { explain } from './scheduler.ts';

/** The Pod that a question is about: one that there is, or one that is not there yet. */
export type WhatIfPod = { namespace: string; name: string } | { pod: ObjectToWrite };

/** What would be different: Nodes and Pods that replace those of the same name or come anew, and names of those gone. */
export interface WhatIfChanges {
  nodes?: ObjectToWrite[];
  pods?: ObjectToWrite[];
  removed?: { nodes?: string[]; pods?: { namespace: string; name: string }[] };
}

/** The decision, or why the API server would refuse the Pod or a change. */
export type WhatIfAnswer = Decision | Failure;

const cause = { actor: 'what-if' };

/**
 * What the scheduler would decide about a Pod at this instant, if some things were different. A Pod that is bound
 * already is looked at as if it were new and not on its node. The world stays as it is.
 */
export function whatIf(world: World, about: WhatIfPod, changes: WhatIfChanges = {}): WhatIfAnswer {
  const other = fork(world);
  for (const name of changes.removed?.nodes ?? []) unseat(other, 'nodes', name, cause);
  for (const pod of changes.removed?.pods ?? []) unseat(other, 'pods', keyOf(pod), cause);
  const seats = [
    ...(changes.nodes ?? []).map((object) => ({ resource: 'nodes', object })),
    ...(changes.pods ?? []).map((object) => ({ resource: 'pods', object })),
    ...('pod' in about ? [{ resource: 'pods', object: about.pod }] : []),
  ];
  for (const { resource, object } of seats) {
    const refusal = seat(other, resource, object, cause);
    if (refusal) return refusal;
  }
  const name =
    'pod' in about ? { namespace: 'default', ...about.pod.metadata } : { namespace: about.namespace, name: about.name };
  const pod = getObject<Stored<Pod>>(other.store, 'pods', keyOf(name));
  if (!pod) return notFound(resourceOf('pods'), name.name ?? '');
  // What it takes of its node, if it is on one, it would not take there yet.
  unseat(other, 'pods', keyOf(name), cause);
  return explain(other, unbound(pod));
}
