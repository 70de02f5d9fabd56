import type { KubernetesObject } from '../../api/objects.ts';
import { toMicroTimestamp, toTimestamp } from '../../api/time.ts';
import type { Milliseconds } from '../world/queue.ts';
import type { World } from '../world/world.ts';
import type { EventToRecord } from './record.ts';

/** An Event as it is written to the API: `OBJECT.HEXTIME`, about one object, by one component, of what happened `at`. */
export function newEvent(
  world: World,
  event: EventToRecord,
  message: string,
  at: Milliseconds = world.now,
): KubernetesObject {
  const { kind, apiVersion, metadata } = event.about;
  const namespace = metadata.namespace ?? 'default';
  const involvedObject: Record<string, string> = { kind, name: metadata.name, uid: metadata.uid, apiVersion };
  if (metadata.namespace) involvedObject.namespace = metadata.namespace;
  if (event.fieldPath) involvedObject.fieldPath = event.fieldPath;
  return {
    kind: 'Event',
    apiVersion: 'v1',
    metadata: { name: `${metadata.name}.${hexTime(world)}`, namespace },
    involvedObject,
    reason: event.reason,
    message,
    type: event.type,
    ...(event.action ? asScheduler(world, event) : asOthers(event, at)),
  } as unknown as KubernetesObject;
}

function asOthers(event: EventToRecord, at: Milliseconds): object {
  const now = toTimestamp(at);
  return {
    source: { component: event.component, ...(event.host && { host: event.host }) },
    firstTimestamp: now,
    lastTimestamp: now,
    count: 1,
    eventTime: null,
    reportingComponent: event.component,
    reportingInstance: event.host ?? '',
  };
}

/** The scheduler writes through events.k8s.io: another time, an action, no count. */
function asScheduler(world: World, event: EventToRecord): object {
  return {
    source: {},
    firstTimestamp: null,
    lastTimestamp: null,
    eventTime: toMicroTimestamp(world.now),
    action: event.action,
    reportingComponent: event.component,
    reportingInstance: `${event.component}-control-plane`,
  };
}

/** Nanoseconds since 1970 in hexadecimal; within a millisecond the revision tells Events apart, as the clock's digits would. */
function hexTime(world: World): string {
  return (BigInt(world.now) * 1_000_000n + BigInt(world.store.revision % 1_000_000)).toString(16);
}
