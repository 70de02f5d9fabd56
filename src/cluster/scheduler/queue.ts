import type { Pod, Stored } from '../../api/objects.ts';
import type { Milliseconds } from '../world/queue.ts';
import { keyOf } from '../world/store.ts';
import { popEntry, pushEntry } from './heap.ts';
import { prioritySort } from './plugins/prioritySort.ts';
import type { QueuedPod, QueueEntry, SchedulingQueue } from './state.ts';

/** Source: kube-scheduler's podInitialBackoffSeconds, podMaxBackoffSeconds. */
const initialBackoff = 1000;
const maximumBackoff = 10_000;
/** A Pod that nothing has brought back is tried again after so long. Source: DefaultPodMaxInUnschedulablePodsDuration. */
const longestWait = 300_000;
/** The scheduler looks for such Pods once in this time. Source: flushUnschedulablePodsLeftover. */
const flushPeriod = 30_000;

/** How long a Pod backs off after so many vain attempts: 1 s, doubled each time, at most 10 s. */
export function backoffAfter(failures: number): Milliseconds {
  return failures === 0 ? 0 : Math.min(maximumBackoff, initialBackoff * 2 ** Math.min(failures - 1, 10));
}

/** Puts a new Pod into the queue; `at` is when the scheduler hears of it. */
export function enqueue(queue: SchedulingQueue, pod: Stored<Pod>, at: Milliseconds): void {
  const key = keyOf(pod.metadata);
  const queued: QueuedPod = {
    key,
    uid: pod.metadata.uid,
    priority: pod.spec?.priority ?? 0,
    since: at,
    readyAt: at,
    order: 0,
    attempts: 0,
    failures: 0,
    where: 'active',
    backoffUntil: 0,
    rejectedBy: [],
  };
  queue.pods.set(key, queued);
  activate(queue, queued, at);
}

function activate(queue: SchedulingQueue, queued: QueuedPod, at: Milliseconds): void {
  queued.where = 'active';
  queue.unschedulable.delete(queued.key);
  queued.readyAt = at;
  queued.order = queue.nextOrder++;
  pushEntry(queue.active, { key: queued.key, order: queued.order, ...prioritySort.rank(queued) });
}

/** Brings a Pod that waits in vain back: to the active ones, or to those that back off first. */
export function bringBack(queue: SchedulingQueue, queued: QueuedPod, at: Milliseconds): void {
  if (queued.backoffUntil <= at) {
    activate(queue, queued, at);
    return;
  }
  queued.where = 'backoff';
  queue.unschedulable.delete(queued.key);
  queued.readyAt = at;
  queued.order = queue.nextOrder++;
  const window = Math.ceil(queued.backoffUntil / 1000);
  pushEntry(queue.backoff, { key: queued.key, order: queued.order, first: window, second: -queued.priority });
}

/** The Pods that wait in vain. */
export function unschedulable(queue: SchedulingQueue): QueuedPod[] {
  return [...queue.unschedulable].flatMap((key) => queue.pods.get(key) ?? []);
}

/** Forgets a Pod: it has a node, or is gone. */
export function leaveQueue(queue: SchedulingQueue, key: string): void {
  queue.pods.delete(key);
  queue.unschedulable.delete(key);
}

/** Puts a Pod that found no node aside until something changes that may help it. */
export function setAside(queue: SchedulingQueue, queued: QueuedPod, rejectedBy: string[], now: Milliseconds): void {
  queued.where = 'unschedulable';
  queue.unschedulable.add(queued.key);
  queued.order = queue.nextOrder++;
  queued.since = now;
  queued.failures++;
  queued.backoffUntil = now + backoffAfter(queued.failures);
  queued.rejectedBy = rejectedBy;
}

function valid(queue: SchedulingQueue, entry: QueueEntry | undefined): QueuedPod | undefined {
  const queued = entry && queue.pods.get(entry.key);
  return queued?.order === entry?.order ? queued : undefined;
}

/** Drops void entries from the top of a heap and returns the Pod of the first valid one, which stays. */
function top(queue: SchedulingQueue, heap: QueueEntry[]): QueuedPod | undefined {
  while (heap.length > 0) {
    const queued = valid(queue, heap[0]);
    if (queued) return queued;
    popEntry(heap);
  }
  return undefined;
}

/**
 * The Pod that is next: the first of the active ones, else the first of those that back off, whose back-off only
 * matters while others are waiting. Source: scheduling_queue.go with SchedulerPopFromBackoffQ. It stays in the queue;
 * `take` takes it out.
 */
export function next(queue: SchedulingQueue, now: Milliseconds): QueuedPod | undefined {
  for (let ready = top(queue, queue.backoff); ready && ready.backoffUntil <= now; ready = top(queue, queue.backoff)) {
    activate(queue, ready, ready.readyAt);
  }
  return top(queue, queue.active) ?? top(queue, queue.backoff);
}

/** Takes a Pod off its heap to be tried; it stays known until it is bound or set aside. */
export function take(queue: SchedulingQueue, queued: QueuedPod): void {
  queued.order = queue.nextOrder++;
  queued.attempts++;
}

/** When the Pods that wait in vain are to be looked through next, undefined where none waits. */
export function nextFlush(queue: SchedulingQueue): Milliseconds | undefined {
  let oldest = Number.POSITIVE_INFINITY;
  for (const { since } of unschedulable(queue)) oldest = Math.min(oldest, since);
  if (oldest === Number.POSITIVE_INFINITY) return undefined;
  return (Math.floor((oldest + longestWait) / flushPeriod) + 1) * flushPeriod;
}

/** Brings back the Pods that have waited in vain for too long. */
export function flush(queue: SchedulingQueue, now: Milliseconds): void {
  for (const queued of unschedulable(queue)) if (now - queued.since > longestWait) bringBack(queue, queued, now);
}
