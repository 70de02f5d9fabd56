import type { Event, KubernetesObject, Stored } from '../../api/objects.ts';

/** Events of one reason and message as one. */
export interface EventGroup {
  id: string;
  type: string;
  reason: string;
  message: string;
  component: string;
  count: number;
  first: string;
  last: string;
}

/** The Events about an object, those that say the same as one, the newest first. */
export function eventsAbout(object: KubernetesObject, events: Iterable<Stored<Event>>): EventGroup[] {
  const groups = new Map<string, EventGroup>();
  for (const event of events) {
    if (!isAbout(event, object)) continue;
    const last = String(
      event.series?.lastObservedTime ?? event.lastTimestamp ?? event.eventTime ?? event.metadata.creationTimestamp,
    );
    const first = String(event.firstTimestamp ?? event.eventTime ?? event.metadata.creationTimestamp);
    const component = event.source?.component || event.reportingComponent || '';
    const id = `${event.type} ${event.reason} ${component} ${event.message}`;
    const group = groups.get(id);
    const count = event.series?.count ?? event.count ?? 1;
    if (group) {
      group.count += count;
      if (first < group.first) group.first = first;
      if (last > group.last) group.last = last;
    } else {
      groups.set(id, {
        id,
        type: event.type ?? 'Normal',
        reason: event.reason ?? '',
        message: event.message ?? '',
        component,
        count,
        first,
        last,
      });
    }
  }
  return [...groups.values()].sort((a, b) => (a.last < b.last ? 1 : a.last > b.last ? -1 : 0));
}

/** A node's Events carry its name where others carry the uid. */
function isAbout({ involvedObject }: Stored<Event>, { kind, metadata }: KubernetesObject): boolean {
  if (involvedObject.kind !== kind || involvedObject.name !== metadata.name) return false;
  if (kind === 'Node') return true;
  return (
    involvedObject.namespace === metadata.namespace && (!involvedObject.uid || involvedObject.uid === metadata.uid)
  );
}
