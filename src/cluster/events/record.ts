import type { KubernetesObject, ObjectToWrite } from '../../api/objects.ts';
import { isFailure } from '../../api/status.ts';
import { toTimestamp } from '../../api/time.ts';
import { call } from '../apiserver/apiserver.ts';
import { reachesApi } from '../kubelet/reach.ts';
import type { Milliseconds } from '../world/queue.ts';
import { type Cause, getObject } from '../world/store.ts';
import type { World } from '../world/world.ts';
import { correlate } from './correlate.ts';
import { newEvent } from './object.ts';

/** An Event to be written about an object. */
export interface EventToRecord {
  /** `kubelet`, `deployment-controller`, ... */
  component: string;
  /** The node, for kubelets. */
  host?: string;
  about: KubernetesObject;
  /** `spec.containers{web}` */
  fieldPath?: string;
  type: 'Normal' | 'Warning';
  reason: string;
  message: string;
  /** Given by the scheduler: it writes events.k8s.io Events, with this action and no count. */
  action?: string;
}

/** A recorder tries twelve times, about ten seconds apart, and keeps no more than these. Source: client-go tools/record. */
const keptFor: Milliseconds = 120_000;
const mostKept = 1000;

/** Writes an Event; a kubelet that does not reach the API server keeps it for a while. */
export function recordEvent(world: World, event: EventToRecord, cause: Cause): void {
  if (!isOutOfReach(world, event.host)) {
    write(world, event, cause, world.now);
    return;
  }
  if (event.host === undefined) return;
  const waiting = [...(world.events.waiting ?? []), { event, cause, at: world.now }];
  world.events.waiting = waiting.slice(-mostKept);
}

/** Writes what was kept meanwhile by those who reach the API server again; what is too old by now is lost. */
export function flushEvents(world: World): void {
  const { waiting } = world.events;
  if (!waiting) return;
  const left = waiting.filter(({ event }) => isOutOfReach(world, event.host));
  if (left.length > 0) world.events.waiting = left;
  else delete world.events.waiting;
  for (const { event, cause, at } of waiting)
    if (!isOutOfReach(world, event.host) && at + keptFor > world.now) write(world, event, cause, at);
}

/** `host` is the node of the kubelet that speaks; others stand beside the API server. */
function isOutOfReach(world: World, host: string | undefined): boolean {
  const kubelet = host === undefined ? undefined : world.kubelets.get(host);
  return kubelet ? !reachesApi(world, kubelet) : world.stoppedParts.has('apiserver');
}

/**
 * As client-go's recorder does: a repetition raises the count of the Event that is there, many alike are combined into one,
 * too many are dropped.
 */
function write(world: World, event: EventToRecord, cause: Cause, at: Milliseconds): void {
  const namespace = event.about.metadata.namespace ?? 'default';
  if (event.action) {
    create(world, namespace, newEvent(world, event, event.message, at), cause);
    return;
  }
  const verdict = correlate(world.events, world.now, event);
  if (verdict.kind === 'dropped') return;
  const message = verdict.kind === 'combined' ? `(combined from similar events): ${event.message}` : event.message;
  const known = verdict.name && getObject(world.store, 'events', `${namespace}/${verdict.name}`);
  if (known) {
    const { count = 1 } = known as { count?: number };
    const object: ObjectToWrite = { ...known, message, count: count + 1, lastTimestamp: toTimestamp(at) };
    call(world, { verb: 'update', resource: 'events', namespace, name: known.metadata.name, object }, cause);
    return;
  }
  const object = newEvent(world, event, message, at);
  verdict.remember(object.metadata.name);
  create(world, namespace, object, cause);
}

function create(world: World, namespace: string, object: KubernetesObject, cause: Cause): void {
  const { answer } = call(world, { verb: 'create', resource: 'events', namespace, object: { ...object } }, cause);
  // A namespace that is gone takes its Events with it, one that is going takes no more; nothing else can be refused here.
  if (isFailure(answer) && answer.code !== 404 && answer.code !== 403) throw new Error(answer.message);
}
