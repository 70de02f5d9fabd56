/** Milliseconds of virtual time since 1970-01-01T00:00:00Z, or a length of virtual time. Always a whole number. */
export type Milliseconds = number;

/** A thing that is to happen at a time. `message` is plain data; `to` names the component that handles it. */
export interface DueEvent<Message = unknown> {
  at: Milliseconds;
  /** Insertion order: settles ties, so that equal times run in the order in which they were asked for. */
  order: number;
  to: string;
  message: Message;
}

/** A binary heap in an array, smallest first. Plain data: part of the world. */
export interface EventQueue {
  nextOrder: number;
  heap: DueEvent[];
}

export function createQueue(): EventQueue {
  return { nextOrder: 0, heap: [] };
}

const before = (a: DueEvent, b: DueEvent): boolean => a.at < b.at || (a.at === b.at && a.order < b.order);

/** Adds an event; O(log n). */
export function push(queue: EventQueue, at: Milliseconds, to: string, message: unknown): void {
  const { heap } = queue;
  const event: DueEvent = { at, order: queue.nextOrder++, to, message };
  let index = heap.length;
  heap.push(event);
  while (index > 0) {
    const parent = (index - 1) >> 1;
    const above = heap[parent] as DueEvent;
    if (!before(event, above)) break;
    heap[index] = above;
    index = parent;
  }
  heap[index] = event;
}

/** The event that is due first, left in the queue. */
export function peek(queue: EventQueue): DueEvent | undefined {
  return queue.heap[0];
}

/** Takes the event that is due first; O(log n). */
export function pop(queue: EventQueue): DueEvent | undefined {
  const { heap } = queue;
  const first = heap[0];
  const last = heap.pop();
  if (!first || !last || heap.length === 0) return first;
  let index = 0;
  for (;;) {
    let child = 2 * index + 1;
    if (child >= heap.length) break;
    const right = heap[child + 1];
    if (right && before(right, heap[child] as DueEvent)) child++;
    const smaller = heap[child] as DueEvent;
    if (!before(smaller, last)) break;
    heap[index] = smaller;
    index = child;
  }
  heap[index] = last;
  return first;
}
