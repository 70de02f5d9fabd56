import type { Event, KubernetesObject } from '../../api/objects.ts';
import { resourceOf } from '../../api/resources.ts';
import { ageSince } from '../../api/tables/age.ts';
import { fromTimestamp } from '../../api/time.ts';
import { mistake } from '../errors.ts';
import { readOutput } from '../output/print.ts';
import { alignTable } from '../output/table.ts';
import { askList, now } from '../session.ts';
import { readTargets } from '../targets.ts';
import { type Command, common } from './command.ts';

type StoredEvent = Event & KubernetesObject;

/** `kubectl events`: sorted by last time, with counts. */
export const events: Command = {
  name: 'events',
  flags: [
    common.allNamespaces,
    common.output,
    { name: 'for', kind: 'text' },
    { name: 'types', kind: 'list' },
    { name: 'no-headers', kind: 'bool' },
  ],
  async run(session, { flags }) {
    const output = readOutput(flags.text('output'), flags.is('show-managed-fields'));
    const isAll = flags.is('all-namespaces');
    const types = flags.list('types').flatMap((text) => text.split(','));
    const listed = (await askList(session, 'events', isAll ? {} : { namespace: session.namespace })) as StoredEvent[];
    const about = aboutOf(flags.text('for'));
    const chosen = listed
      .filter(({ involvedObject: { kind, name } }) => !about || (kind === about.kind && name === about.name))
      .filter(({ type }) => types.length === 0 || types.includes(type ?? ''))
      .sort((a, b) => lastTime(a) - lastTime(b));
    if (output.kind === 'objects') {
      const resource = resourceOf('events');
      session.out(
        output.print(
          chosen.map((object) => ({ resource, object })),
          false,
        ),
      );
      return 0;
    }
    if (chosen.length === 0) {
      session.err(isAll ? 'No events found.\n' : `No events found in ${session.namespace} namespace.\n`);
      return 0;
    }
    const header = [...(isAll ? ['NAMESPACE'] : []), 'LAST SEEN', 'TYPE', 'REASON', 'OBJECT', 'MESSAGE'];
    const rows = chosen.map((event) => [
      ...(isAll ? [event.metadata.namespace ?? ''] : []),
      interval(event, now(session)),
      event.type ?? '',
      event.reason ?? '',
      `${event.involvedObject.kind}/${event.involvedObject.name}`,
      (event.message ?? '').trim(),
    ]);
    session.out(alignTable(flags.is('no-headers') ? rows : [header, ...rows]));
    return 0;
  },
};

function aboutOf(text: string | undefined): { kind: string; name: string } | undefined {
  if (text === undefined) return undefined;
  const [target] = readTargets([text]);
  if (!target?.name) throw mistake('--for must be in resource/name form');
  return { kind: target.resource.kind, name: target.name };
}

/** Source: kubectl events.eventTime. */
function lastTime({ series, lastTimestamp, eventTime }: StoredEvent): number {
  return fromTimestamp(series?.lastObservedTime ?? lastTimestamp ?? eventTime ?? '');
}

/** Source: kubectl events.getInterval. */
function interval(event: StoredEvent, time: number): string {
  const { series, count = 0, firstTimestamp, lastTimestamp, eventTime } = event;
  const first = ageSince(firstTimestamp ?? eventTime, time);
  if (series) return `${ageSince(series.lastObservedTime, time)} (x${series.count} over ${first})`;
  if (count > 1) return `${ageSince(lastTimestamp, time)} (x${count} over ${first})`;
  return first;
}
