import type { KubernetesObject, ObjectToWrite } from '../../api/objects.ts';
import { isFailure } from '../../api/status.ts';
import { toTimestamp } from '../../api/time.ts';
import { call } from '../apiserver/apiserver.ts';
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

/**
 * Writes an Event as client-go's recorder does, if somebody listens: a repetition raises the count of the Event that is there, many alike
 * are combined into one, too many are dropped.
 */
export function recordEvent(world: World, event: EventToRecord, cause: Cause): void {
  if (world.stoppedParts.has('apiserver')) return;
  const namespace = event.about.metadata.namespace ?? 'default';
  if (event.action) {
    write(world, namespace, newEvent(world, event, event.message), cause);
    return;
  }
  const verdict = correlate(world.events, world.now, event);
  if (verdict.kind === 'dropped') return;
  const message = verdict.kind === 'combined' ? `(combined from similar events): ${event.message}` : event.message;
  const known = verdict.name && getObject(world.store, 'events', `${namespace}/${verdict.name}`);
  if (known) {
    const { count = 1 } = known as { count?: number };
    const object: ObjectToWrite = { ...known, message, count: count + 1, lastTimestamp: toTimestamp(world.now) };
    call(world, { verb: 'update', resource: 'events', namespace, name: known.metadata.name, object }, cause);
    return;
  }
  const object = newEvent(world, event, message);
  verdict.remember(object.metadata.name);
  write(world, namespace, object, cause);
}

function write(world: World, namespace: string, object: KubernetesObject, cause: Cause): void {
  const { answer } = call(world, { verb: 'create', resource: 'events', namespace, object: { ...object } }, cause);
  // A namespace that is gone takes its Events with it, one that is going takes no more; nothing else can be refused here.
  if (isFailure(answer) && answer.code !== 404 && answer.code !== 403) throw new Error(answer.message);
}
