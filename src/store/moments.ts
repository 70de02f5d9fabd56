import type { Event, KubernetesObject } from '../api/objects.ts';
import type { WatchEvent } from '../client/client.ts';

/** An instant that is worth a tick on the timeline. */
export interface Moment {
  at: number;
  kind: 'warning' | 'podCreated' | 'podDeleted';
  resource: string;
  key: string;
  uid: string;
  /** The Event's reason and message. */
  text?: string;
}

const kept = 2000;
/** By the write that made it, so that playing a stretch again does not double it. */
let moments = new Map<string, Moment>();
let version = 0;

/** In the order in which they were first seen. */
export const listMoments = (): Moment[] => [...moments.values()];
/** Raised with every change. */
export const momentsVersion = (): number => version;

export function takeMoment(event: WatchEvent & { at: number }): void {
  const moment = momentOf(event);
  if (!moment) return;
  const id = `${event.object.metadata.resourceVersion} ${event.at}`;
  if (moments.has(id)) return;
  moments.set(id, moment);
  version++;
  if (moments.size > kept) moments = new Map([...moments].slice(-kept / 2));
}

/** Forgets what cannot be gone forward to any more. */
export function forgetMomentsAfter(latest: number): void {
  for (const [id, moment] of moments) {
    if (moment.at <= latest) continue;
    moments.delete(id);
    version++;
  }
}

function momentOf({ type, resource, object, at }: WatchEvent & { at: number }): Moment | undefined {
  if (resource === 'pods') {
    if (type === 'ADDED') return { at, kind: 'podCreated', ...about(resource, object) };
    if (type === 'DELETED') return { at, kind: 'podDeleted', ...about(resource, object) };
  }
  if (resource !== 'events' || type === 'DELETED') return undefined;
  const happening = object as KubernetesObject & Event;
  if (happening.type !== 'Warning') return undefined;
  const target = happening.involvedObject;
  return {
    at,
    kind: 'warning',
    resource: target.kind === 'Node' ? 'nodes' : target.kind === 'Pod' ? 'pods' : `${target.kind?.toLowerCase()}s`,
    key: target.namespace && target.kind !== 'Node' ? `${target.namespace}/${target.name}` : String(target.name),
    uid: target.uid ?? '',
    text: `${happening.reason}: ${happening.message}`,
  };
}

const about = (resource: string, { metadata }: KubernetesObject): Pick<Moment, 'resource' | 'key' | 'uid'> => ({
  resource,
  key: metadata.namespace ? `${metadata.namespace}/${metadata.name}` : metadata.name,
  uid: metadata.uid,
});
