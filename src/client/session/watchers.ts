import { changesSince, listObjects } from '../../cluster/world/store.ts';
import type { WatchEvent, WatchHandler } from '../client.ts';
import type { Session } from './session.ts';

/** Who watches a session, and how far each has been told. */
export interface Watchers {
  /** Watches resources from now on; the handler is reset at the next `tell`. Returns how to stop. */
  watch(resources: readonly string[], handler: WatchHandler): () => void;
  /** Tells every watcher what has happened since it was told last. */
  tell(): void;
}

interface Watcher {
  resources: ReadonlySet<string>;
  handler: WatchHandler;
  /** Undefined until it has been told what there is. */
  revision: number | undefined;
  jumps: number;
}

export function createWatchers(session: Session): Watchers {
  const watchers = new Set<Watcher>();
  return {
    watch(resources, handler) {
      const watcher: Watcher = { resources: new Set(resources), handler, revision: undefined, jumps: session.jumps };
      watchers.add(watcher);
      return () => watchers.delete(watcher);
    },
    tell() {
      for (const watcher of watchers) tellOne(session, watcher);
    },
  };
}

function tellOne(session: Session, watcher: Watcher): void {
  const { store } = session.world;
  const isVoid = watcher.revision === undefined || watcher.jumps !== session.jumps;
  if (!isVoid && watcher.revision === store.revision) return;
  // A watch that fell behind the compaction is 410 Gone; as client-go does, it lists anew.
  const changes = isVoid ? 'gone' : changesSince(store, watcher.revision ?? 0);
  watcher.revision = store.revision;
  watcher.jumps = session.jumps;
  if (changes === 'gone') {
    const objects = [...watcher.resources].flatMap((resource) =>
      listObjects(store, resource).map((object) => ({ resource, object })),
    );
    watcher.handler.reset(objects, store.revision);
    return;
  }
  const events: WatchEvent[] = changes
    .filter((change) => watcher.resources.has(change.resource))
    .map(({ type, resource, object, at, cause }) => ({ type, resource, object, at, cause }));
  if (events.length > 0) watcher.handler.batch(events);
}
