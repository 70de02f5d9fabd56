import type { Event } from '../objects.ts';
import { ageSince } from './age.ts';
import { printer } from './printer.ts';

/** `kubelet, node-1`. Source: printersinternal.formatEventSource. */
function source(event: Event): string {
  const component = event.source?.component || event.reportingComponent || '';
  const instance = event.source?.host || event.reportingInstance || '';
  return instance ? `${component}, ${instance}` : component;
}

export const eventPrinter = printer<Event>(
  'Event',
  ['Last Seen', 'Type', 'Reason', 'Object', '+Subobject', '+Source', 'Message', '+First Seen', '+Count', '+Name'],
  (event, now) => {
    const { involvedObject: about, series } = event;
    const first = ageSince(event.firstTimestamp ?? event.eventTime, now);
    const last = series
      ? ageSince(series.lastObservedTime, now)
      : event.lastTimestamp
        ? ageSince(event.lastTimestamp, now)
        : first;
    const kind = (about.kind ?? '').toLowerCase();
    return [
      last,
      event.type ?? '',
      event.reason ?? '',
      about.name ? `${kind}/${about.name}` : kind,
      about.fieldPath ?? '',
      source(event),
      (event.message ?? '').trim(),
      first,
      series?.count ?? (event.count || 1),
      event.metadata.name,
    ];
  },
);
