import type { KubernetesObject } from '../../api/objects.ts';
import { apiVersionOf, type Resource, resourceOf } from '../../api/resources.ts';
import { badRequest, type Failure, gone, isFailure } from '../../api/status.ts';
import { type Change, type ChangeType, changesSince, keyOf, listObjects } from '../world/store.ts';
import type { World } from '../world/world.ts';
import type { ListOptions, Presentation } from './request.ts';
import { checkWatchOptions, parseResourceVersion } from './resourceVersion.ts';
import { type Wanted, wantedBy } from './selection.ts';
import { type Table, toTable } from './table.ts';

/** What a client asks to be told of. Source: metav1.ListOptions with `watch`. */
export interface WatchRequest extends ListOptions, Presentation {
  resource: string;
  namespace?: string;
  allowWatchBookmarks?: boolean;
  /** Whether to begin with what there is, up to a bookmark that says so; by default where no revision is given. */
  sendInitialEvents?: boolean;
  timeoutSeconds?: number;
}

/** One event of the stream. Source: metav1.WatchEvent. */
export type WatchEvent =
  | { type: ChangeType; object: KubernetesObject | Table }
  | { type: 'BOOKMARK'; object: Bookmark | Table }
  | { type: 'ERROR'; object: Failure };

/** An object of the kind that says nothing but how far the watch has come. */
interface Bookmark {
  kind: string;
  apiVersion: string;
  metadata: { resourceVersion: string; annotations?: Record<string, string> };
}

/** A watch that is going on. Plain data. */
export interface Watch {
  request: WatchRequest;
  /** It has been told of everything up to here. */
  revision: number;
  startedAt: number;
  nextBookmarkAt: number;
  /** Tables describe their columns once. */
  isHeaderSent: boolean;
  isOver: boolean;
}

/** How often a quiet watch is told how far it is. Source: apiserver storage/cacher.defaultBookmarkFrequency. */
const bookmarkFrequency = 60_000;
/** Before a watch ends it is told once more, so that the next one need not begin anew. */
const beforeTheEnd = 2_000;

/** Begins a watch: its first events, or a refusal of the request. */
export function openWatch(world: World, request: WatchRequest): { watch: Watch; events: WatchEvent[] } | Failure {
  const resource = resourceOf(request.resource);
  const { revision: current, compactedRevision } = world.store;
  const refused = checkWatchOptions(request);
  if (refused) return refused;
  const wanted = wantedBy(resource, request);
  if (isFailure(wanted)) return wanted;
  const parsed = parseResourceVersion(request.resourceVersion);
  if ('error' in parsed) return badRequest(parsed.error);

  const isFromNow = parsed.revision === 0;
  const sendsInitial = request.sendInitialEvents ?? isFromNow;
  const begun: Watch = {
    request,
    revision: sendsInitial || isFromNow ? Math.max(current, parsed.revision) : parsed.revision,
    startedAt: world.now,
    nextBookmarkAt: bookmarkTime(request, world.now, world.now),
    isHeaderSent: false,
    isOver: false,
  };
  // As the request itself was right, this refusal is an event of the stream.
  if (!sendsInitial && !isFromNow && parsed.revision < compactedRevision)
    return {
      watch: { ...begun, isOver: true },
      events: [{ type: 'ERROR', object: gone(parsed.revision, compactedRevision) }],
    };
  if (!sendsInitial) return nextEvents(world, begun);
  const objects = listObjects(world.store, resource.plural, request.namespace)
    .filter(wanted.takes)
    .sort((a, b) => (keyOf(a.metadata) < keyOf(b.metadata) ? -1 : 1));
  const events: WatchEvent[] = objects.map((object) => ({ type: 'ADDED', object }));
  if (request.sendInitialEvents && request.allowWatchBookmarks)
    events.push(bookmark(resource, begun.revision, { 'k8s.io/initial-events-end': 'true' }));
  return shown(world, resource, begun, events);
}

/** What has happened since: what the watch is to be told now. A watch that fell behind the compaction ends with 410. */
export function nextEvents(world: World, watch: Watch): { watch: Watch; events: WatchEvent[] } {
  const { request } = watch;
  const resource = resourceOf(request.resource);
  const wanted = wantedBy(resource, request);
  if (watch.isOver || isFailure(wanted)) return { watch: { ...watch, isOver: true }, events: [] };
  const { store, now } = world;
  const changes = changesSince(store, watch.revision);
  if (changes === 'gone')
    return {
      watch: { ...watch, isOver: true },
      events: [{ type: 'ERROR', object: gone(watch.revision, store.compactedRevision) }],
    };
  const events = changes.flatMap((change) => eventsOf(change, request, wanted));
  const next = { ...watch, revision: Math.max(watch.revision, store.revision) };
  if (now >= next.nextBookmarkAt) {
    if (request.allowWatchBookmarks) events.push(bookmark(resource, next.revision));
    next.nextBookmarkAt = bookmarkTime(request, watch.startedAt, now);
  }
  if (request.timeoutSeconds && now >= watch.startedAt + request.timeoutSeconds * 1000) next.isOver = true;
  return shown(world, resource, next, events);
}

/** A minute from now, or shortly before the end if that is sooner. Source: apiserver cacheWatcher.nextBookmarkTime. */
function bookmarkTime({ timeoutSeconds }: WatchRequest, startedAt: number, now: number): number {
  const beforeEnd = timeoutSeconds ? startedAt + timeoutSeconds * 1000 - beforeTheEnd : Number.NaN;
  return beforeEnd > now ? Math.min(now + bookmarkFrequency, beforeEnd) : now + bookmarkFrequency;
}

/**
 * A change as this watch sees it: an object that comes into the selection is ADDED, one that leaves it DELETED, as it
 * was before. Source: apiserver storage/cacher.convertToWatchEvent.
 */
function eventsOf(change: Change, { resource, namespace }: WatchRequest, { takes }: Wanted): WatchEvent[] {
  const { type, object, previous } = change;
  if (change.resource !== resource || (namespace !== undefined && object.metadata.namespace !== namespace)) return [];
  const isIn = type !== 'DELETED' && takes(object);
  const wasIn = previous !== undefined && takes(previous);
  if (isIn) return [{ type: wasIn ? 'MODIFIED' : 'ADDED', object }];
  if (!wasIn) return [];
  const { resourceVersion } = object.metadata;
  return [{ type: 'DELETED', object: { ...previous, metadata: { ...previous.metadata, resourceVersion } } }];
}

function bookmark(resource: Resource, revision: number, annotations?: Record<string, string>): WatchEvent {
  const metadata = { resourceVersion: String(revision), ...(annotations && { annotations }) };
  return { type: 'BOOKMARK', object: { kind: resource.kind, apiVersion: apiVersionOf(resource), metadata } };
}

/** The events in the form that the client asked for. */
function shown(world: World, resource: Resource, watch: Watch, events: WatchEvent[]) {
  if (watch.request.as !== 'Table') return { watch, events };
  let { isHeaderSent } = watch;
  const tables = events.map((event): WatchEvent => {
    if (event.type === 'ERROR') return event;
    const table = toTable(resource, event.object as KubernetesObject, world.now, watch.request.includeObject);
    const object: Table = isHeaderSent ? { ...table, columnDefinitions: null } : table;
    isHeaderSent = true;
    return { ...event, object };
  });
  return { watch: { ...watch, isHeaderSent }, events: tables };
}
