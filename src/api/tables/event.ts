import type { Event } from '../objects.ts';
import { ageSince } from './age.ts';
import { nameColumn, text, wide } from './columns.ts';
import { printer } from './printer.ts';

/** `kubelet, node-1`. Source: printersinternal.formatEventSource. */
function source(event: Event): string {
  const component = event.source?.component || event.reportingComponent || '';
  const instance = event.source?.host || event.reportingInstance || '';
  return instance ? `${component}, ${instance}` : component;
}

export const eventPrinter = printer<Event>(
  'Event',
  [
    text('Last Seen', 'The time at which the most recent occurrence of this event was recorded.'),
    text('Type', 'Type of this event (Normal, Warning), new types could be added in the future'),
    text(
      'Reason',
      "This should be a short, machine understandable string that gives the reason for the transition into the object's current status.",
    ),
    text('Object', 'The object that this event is about.'),
    wide(
      text(
        'Subobject',
        'If referring to a piece of an object instead of an entire object, this string should contain a valid JSON/Go field access statement, such as desiredState.manifest.containers[2]. For example, if the object reference is to a container within a pod, this would take on a value like: "spec.containers{name}" (where "name" refers to the name of the container that triggered the event) or if no container name is specified "spec.containers[2]" (container with index 2 in this pod). This syntax is chosen only to have some well-defined way of referencing a part of an object.',
      ),
    ),
    wide(text('Source', 'The component reporting this event. Should be a short machine understandable string.')),
    text('Message', 'A human-readable description of the status of this operation.'),
    wide(
      text('First Seen', 'The time at which the event was first recorded. (Time of server receipt is in TypeMeta.)'),
    ),
    wide(text('Count', 'The number of times this event has occurred.')),
    wide(nameColumn),
  ],
  (event, now) => {
    const { involvedObject: about = {}, series } = event;
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
      series ? (series.count ?? 0) : event.count || 1,
      event.metadata.name,
    ];
  },
);
