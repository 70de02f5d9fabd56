import type { Milliseconds } from '../world/queue.ts';
import type { Cause } from '../world/store.ts';
import type { EventToRecord } from './record.ts';

// Source of all rules here: k8s.io/client-go tools/record/events_cache.go.

/** What the recorders of all components remember. Plain data: part of the world. */
export interface EventRecorderState {
  /** Alike but for their message: the messages of the last while. */
  similar: Map<string, { messages: Set<string>; last: Milliseconds }>;
  /** The same in everything: the name of the Event that counts them. */
  same: Map<string, string>;
  /** How many more Events a source may write about an object: a bucket that refills slowly. */
  allowance: Map<string, { tokens: number; last: Milliseconds }>;
  /** What kubelets would say, had they the API server within reach; the oldest first. */
  waiting?: { event: EventToRecord; cause: Cause; at: Milliseconds }[];
  /** When the oldest Event is to be looked at, so that it goes after its hour; undefined where none is waited for. */
  nextExpiry?: Milliseconds;
}

export function createEventRecorderState(): EventRecorderState {
  return { similar: new Map(), same: new Map(), allowance: new Map() };
}

/** From this many different messages on they are combined. */
const combineFrom = 10;
const combineWithin: Milliseconds = 600_000;
/** Events that a source may write about an object in a burst, and how long one more takes to be allowed. */
const burst = 25;
const refill: Milliseconds = 300_000;
/** How many entries a cache keeps. */
const cacheSize = 4096;

/** What to do with an Event. `name` is the stored Event that it repeats, if any. */
export type Verdict =
  | { kind: 'dropped' }
  | { kind: 'single' | 'combined'; name: string | undefined; remember(name: string): void };

/** Decides whether an Event is new, a repetition, one too many of its like, or more than its source is allowed. */
export function correlate(state: EventRecorderState, now: Milliseconds, event: EventToRecord): Verdict {
  // Namespace and name, which client-go's keys have too, say nothing beyond the uid: longer keys only cost time.
  const { kind, metadata } = event.about;
  const subject = `${event.component}/${event.host ?? ''}/${kind}/${metadata.uid}`;
  const alike = `${subject}/${event.type}/${event.reason}`;
  const isCombined = isOneTooMany(state, now, alike, event.message);
  const key = isCombined ? `${alike}/combined` : `${alike}/${event.fieldPath ?? ''}/${event.message}`;
  if (!takeAllowance(state, now, subject)) return { kind: 'dropped' };
  return {
    kind: isCombined ? 'combined' : 'single',
    name: state.same.get(key),
    remember: (name) => keep(state.same, key, name),
  };
}

/** From the tenth different message on a new one is combined; one of the nine seen before has an Event of its own. */
function isOneTooMany(state: EventRecorderState, now: Milliseconds, key: string, message: string): boolean {
  const known = state.similar.get(key);
  const record = known && now - known.last <= combineWithin ? known : { messages: new Set<string>(), last: now };
  record.last = now;
  keep(state.similar, key, record);
  record.messages.add(message);
  if (record.messages.size < combineFrom) return false;
  // Go takes any one of them out of its set; here it is the oldest.
  const [oldest = message] = record.messages;
  record.messages.delete(oldest);
  return true;
}

function takeAllowance(state: EventRecorderState, now: Milliseconds, subject: string): boolean {
  const bucket = state.allowance.get(subject) ?? { tokens: burst, last: now };
  bucket.tokens = Math.min(burst, bucket.tokens + (now - bucket.last) / refill);
  bucket.last = now;
  const isAllowed = bucket.tokens >= 1;
  if (isAllowed) bucket.tokens -= 1;
  keep(state.allowance, subject, bucket);
  return isAllowed;
}

/** Sets an entry as the newest, and forgets the oldest where there are too many. */
function keep<Value>(cache: Map<string, Value>, key: string, value: Value): void {
  cache.delete(key);
  cache.set(key, value);
  if (cache.size <= cacheSize) return;
  const oldest = cache.keys().next();
  if (!oldest.done) cache.delete(oldest.value);
}
