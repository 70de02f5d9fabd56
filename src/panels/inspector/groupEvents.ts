import type { Event, KubernetesObject, Stored } from '../../api/objects.ts';
import { fromTimestamp } from '../../api/time.ts';

/** Events of one reason and message as one. */
export interface EventGroup {
  id: string;
  type: string;
  reason: string;
  message: string;
  component: string;
  count: number;
  /** When it was last seen, in whole seconds: some Events tell no more. Milliseconds since 1970. */
  last: number;
  /** The latest write of any of them, to order those of the same second. */
  revision: number;
}

/** The Events about an object, those that say the same as one, the newest first. */
export function eventsAbout(object: KubernetesObject, events: Iterable<Stored<Event>>): EventGroup[] {
  const groups = new Map<string, EventGroup>();
  for (const event of events) {
    if (!isAbout(event, object)) continue;
    const { type = 'Normal', reason = '', message = '', series, metadata } = event;
    const time = series?.lastObservedTime ?? event.lastTimestamp ?? event.eventTime ?? metadata.creationTimestamp;
    const last = Math.floor(fromTimestamp(String(time)) / 1000) * 1000;
    const component = event.source?.component || event.reportingComponent || '';
    const count = series?.count ?? event.count ?? 1;
    const revision = Number(metadata.resourceVersion);
    const id = `${type} ${reason} ${component} ${message}`;
    const known = groups.get(id);
    groups.set(id, {
      ...{ id, type, reason, message, component },
      count: count + (known?.count ?? 0),
      last: Math.max(last, known?.last ?? last),
      revision: Math.max(revision, known?.revision ?? revision),
    });
  }
  return [...groups.values()].sort((a, b) => b.last - a.last || b.revision - a.revision);
}

/** A node's Events carry its name where others carry the uid. */
function isAbout({ involvedObject }: Stored<Event>, { kind, metadata }: KubernetesObject): boolean {
  if (involvedObject.kind !== kind || involvedObject.name !== metadata.name) return false;
  if (kind === 'Node') return true;
  return (
    involvedObject.namespace === metadata.namespace && (!involvedObject.uid || involvedObject.uid === metadata.uid)
  );
}
