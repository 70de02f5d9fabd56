import { keyOf } from '../../api/key.ts';
import type { KubernetesObject } from '../../api/objects.ts';
import type { WatchEvent, WatchHandler } from '../client.ts';

/** What the page's end of the line knows, so that a watch can begin at any time without asking the worker. */
export interface ObjectCache {
  reset(objects: { resource: string; object: KubernetesObject }[], revision: number): void;
  apply(events: WatchEvent[], revision: number): void;
  /** Watches resources from what is known now on; returns how to stop. */
  watch(resources: readonly string[], handler: WatchHandler): () => void;
}

export function createObjectCache(): ObjectCache {
  const known = new Map<string, Map<string, KubernetesObject>>();
  const watchers = new Set<{ resources: ReadonlySet<string>; handler: WatchHandler }>();
  let revision = 0;
  const mapOf = (resource: string) => {
    const map = known.get(resource) ?? new Map<string, KubernetesObject>();
    known.set(resource, map);
    return map;
  };
  const resetOne = ({ resources, handler }: { resources: ReadonlySet<string>; handler: WatchHandler }) => {
    const objects = [...resources].flatMap((resource) =>
      [...mapOf(resource).values()].map((object) => ({ resource, object })),
    );
    handler.reset(objects, revision);
  };
  return {
    reset(objects, at) {
      known.clear();
      for (const { resource, object } of objects) mapOf(resource).set(keyOf(object.metadata), object);
      revision = at;
      for (const watcher of watchers) resetOne(watcher);
    },
    apply(events, at) {
      revision = at;
      for (const { type, resource, object } of events) {
        if (type === 'DELETED') mapOf(resource).delete(keyOf(object.metadata));
        else mapOf(resource).set(keyOf(object.metadata), object);
      }
      for (const { resources, handler } of watchers) {
        const wanted = events.filter(({ resource }) => resources.has(resource));
        if (wanted.length > 0) handler.batch(wanted);
      }
    },
    watch(resources, handler) {
      const watcher = { resources: new Set(resources), handler };
      watchers.add(watcher);
      if (revision > 0) resetOne(watcher);
      return () => watchers.delete(watcher);
    },
  };
}
