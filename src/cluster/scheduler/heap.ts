import type { QueueEntry } from './state.ts';

const before = (a: QueueEntry, b: QueueEntry): boolean =>
  a.first !== b.first ? a.first < b.first : a.second !== b.second ? a.second < b.second : a.order < b.order;

/** Adds an entry to a binary heap in an array, smallest first. */
export function pushEntry(heap: QueueEntry[], entry: QueueEntry): void {
  let index = heap.length;
  heap.push(entry);
  while (index > 0) {
    const parent = (index - 1) >> 1;
    const above = heap[parent] as QueueEntry;
    if (!before(entry, above)) break;
    heap[index] = above;
    index = parent;
  }
  heap[index] = entry;
}

/** Takes the smallest entry. */
export function popEntry(heap: QueueEntry[]): QueueEntry | undefined {
  const first = heap[0];
  const last = heap.pop();
  if (!first || !last || heap.length === 0) return first;
  let index = 0;
  for (;;) {
    let child = 2 * index + 1;
    if (child >= heap.length) break;
    const right = heap[child + 1];
    if (right && before(right, heap[child] as QueueEntry)) child++;
    const smaller = heap[child] as QueueEntry;
    if (!before(smaller, last)) break;
    heap[index] = smaller;
    index = child;
  }
  heap[index] = last;
  return first;
}
