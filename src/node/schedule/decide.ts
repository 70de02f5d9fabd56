import type { ObjectToWrite, PersistentVolume, PersistentVolumeClaim, Pod, Stored } from '../../api/objects.ts';
import { isFailure } from '../../api/status.ts';
import { call } from '../../cluster/apiserver/apiserver.ts';
import { runScheduler, tellScheduler, unseat } from '../../cluster/scheduler/alone.ts';
import { explain } from '../../cluster/scheduler/scheduler.ts';
import { getObject, keyOf, listObjects, put } from '../../cluster/world/store.ts';
import type { World } from '../../cluster/world/world.ts';
import type { CaseOutcome, CasePreemption, SchedulingCase } from './case.ts';
import { eventAbout, outcomeOf } from './outcome.ts';
import { cause, placeNode, worldOf } from './world.ts';

/** Long enough for one try of every Pod that waits, too short for a second one. */
const oneTry = 900;
/** Long enough for tries after back-offs. */
const severalTries = 20_000;

/** Plays one case on a cluster of its own in which only the API server and the scheduler act. */
export function decideCase(one: SchedulingCase, seed = 1): CaseOutcome {
  const world = worldOf(one, seed);
  for (const pod of one.earlier ?? []) {
    submit(world, pod);
    runScheduler(world, oneTry);
  }
  const refused = submit(world, one.pod);
  if (refused) return { scheduled: null, rejected: refused };
  const key = keyOf({ namespace: 'default', ...one.pod.metadata });
  if (podOf(world, key)?.spec?.nodeName)
    return { scheduled: podOf(world, key)?.spec?.nodeName ?? null, bypassed: true };
  const pod = podOf(world, key);
  // Of a big cluster an attempt keeps only some nodes: the same decision is made once more for all of them.
  const whole = pod && explain(world, pod);
  runScheduler(world, oneTry);
  const outcome = outcomeOf(world, podOf(world, key), whole, claimsOf(world));
  const { preemption } = outcome;
  if (preemption?.nominatedNode && one.follow) Object.assign(preemption, followed(world, key, preemption));
  if (preemption?.nominatedNode && one.again) preemption.again = triedAgain(world, key, one.again);
  return outcome;
}

const podOf = (world: World, key: string) => getObject<Stored<Pod>>(world.store, 'pods', key);

/** Creates a Pod as a client does; what its status says is there before the scheduler sees it. */
function submit(world: World, pod: Pod): CaseOutcome['rejected'] {
  const namespace = pod.metadata?.namespace ?? 'default';
  const object = { apiVersion: 'v1', kind: 'Pod', ...pod } as ObjectToWrite;
  const options = { fieldValidation: 'Strict' as const };
  const { answer } = call(world, { verb: 'create', resource: 'pods', namespace, object, options }, cause);
  if (isFailure(answer)) {
    const { code, reason = '', message = '' } = answer;
    return { code, reason, message };
  }
  const created = answer as Stored<Pod>;
  if (pod.status)
    put(
      world.store,
      world.now,
      'pods',
      { ...created, status: { ...created.status, ...pod.status } } as Stored<Pod>,
      cause,
    );
  tellScheduler(world);
  return undefined;
}

/** What the scheduler has written on volumes and claims. */
function claimsOf(world: World): Pick<CaseOutcome, 'claimed' | 'selectedNode'> {
  const claimed: Record<string, string> = {};
  for (const { metadata, spec, status } of listObjects<Stored<PersistentVolume>>(world.store, 'persistentvolumes')) {
    if (spec?.claimRef && status?.phase !== 'Bound')
      claimed[metadata.name] = `${spec.claimRef.namespace}/${spec.claimRef.name}`;
  }
  const selectedNode: Record<string, string> = {};
  for (const { metadata } of listObjects<Stored<PersistentVolumeClaim>>(world.store, 'persistentvolumeclaims')) {
    const node = metadata.annotations?.['volume.kubernetes.io/selected-node'];
    if (node !== undefined) selectedNode[metadata.name] = node;
  }
  return {
    ...(Object.keys(claimed).length > 0 && { claimed }),
    ...(Object.keys(selectedNode).length > 0 && { selectedNode }),
  };
}

/** What the first victim is told, and the node that the Pod gets when all victims are gone. */
function followed(
  world: World,
  key: string,
  { victims = [] }: CasePreemption,
): Pick<CasePreemption, 'victimEvent' | 'then'> {
  const [first] = victims.flatMap((victim) => podOf(world, victim) ?? []);
  const victimEvent = first && eventAbout(world, first);
  for (const victim of victims) unseat(world, 'pods', victim, cause);
  runScheduler(world, severalTries);
  // biome-ignore lint/suspicious/noThenProperty: the recordings call it so; nobody awaits it.
  return { ...(victimEvent && { victimEvent }), then: podOf(world, key)?.spec?.nodeName ?? null };
}

/** What the Pod is told when new nodes have it tried again while its victims are still going. */
function triedAgain(
  world: World,
  key: string,
  nodes: NonNullable<SchedulingCase['again']>,
): NonNullable<CasePreemption['again']> {
  for (const node of nodes) placeNode(world, node);
  runScheduler(world, severalTries);
  const { status } = podOf(world, key) ?? {};
  const message = status?.conditions?.find(({ type }) => type === 'PodScheduled')?.message;
  return {
    ...(message !== undefined && { message }),
    ...(status?.nominatedNodeName && { nominatedNode: status.nominatedNodeName }),
  };
}
