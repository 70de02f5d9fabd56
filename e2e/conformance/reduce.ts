import { isHollow, type Recorded, type WatchedObject } from './recording.ts';

/** A recording with only what `compare` looks at, so that hundreds of them fit into the project. */
export function reduce(recording: Recorded): Recorded {
  const { scenario, namespace, commands, table, watch, final } = recording;
  return {
    scenario,
    namespace,
    commands: commands.map(({ kubectl, stdout, stderr, exit }) => ({ kubectl, stdout, stderr, exit })),
    table: table.map(({ t, type, name, ready, status, restarts }) => ({ t, type, name, ready, status, restarts })),
    watch: reduceWatch(watch, isHollow(recording)),
    final: Object.fromEntries(
      Object.entries(final).map(([resource, items]) => [
        resource,
        items.map(({ metadata: { name, deletionTimestamp }, status, ports, endpoints }) => ({
          metadata: { name, ...(deletionTimestamp && { deletionTimestamp }) },
          ...(resource === 'endpointslices' ? { ports, endpoints: endpoints ?? null } : { status: status ?? {} }),
        })),
      ]),
    ),
  };
}

/** Events without their objects' details, and of the rest each generated name with its owner once. */
function reduceWatch(watch: Recorded['watch'], hollow: boolean): Recorded['watch'] {
  const seen = new Set<string>();
  const kept: WatchedObject[] = [];
  for (const { object } of watch) {
    const small = object.kind === 'Event' ? reduceEvent(object, hollow) : reduceOwned(object);
    const text = small && JSON.stringify(small);
    if (!small || !text || seen.has(text)) continue;
    seen.add(text);
    kept.push(small);
  }
  return kept.map((object) => ({ object }));
}

function reduceEvent(event: WatchedObject, hollow: boolean): WatchedObject | undefined {
  if (hollow && [event.source?.component, event.reportingComponent].includes('kubelet')) return undefined;
  const { type, reason } = event;
  const about = event.involvedObject ?? event.regarding;
  return {
    kind: 'Event',
    ...(type && { type }),
    ...(reason && { reason }),
    message: event.message ?? event.note ?? '',
    involvedObject: { kind: about?.kind ?? '', name: about?.name ?? '' },
  };
}

function reduceOwned({ kind, metadata }: WatchedObject): WatchedObject | undefined {
  const [owner] = metadata?.ownerReferences ?? [];
  if (!owner || !metadata?.name) return undefined;
  return { kind, metadata: { name: metadata.name, ownerReferences: [{ kind: owner.kind, name: owner.name }] } };
}
