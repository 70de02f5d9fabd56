/** The last so many things, oldest first. Pushing beyond the capacity forgets the oldest. */
export interface Ring<T> {
  /** Raised with every change, so that a reader can tell whether to look again. */
  readonly version: number;
  readonly size: number;
  push(item: T): void;
  /** Oldest first. */
  forEach(visit: (item: T) => void): void;
  /** A copy, oldest first. */
  toArray(): T[];
  /** Forgets what the test does not accept. */
  keep(test: (item: T) => boolean): void;
  clear(): void;
}

export function createRing<T>(capacity: number): Ring<T> {
  let items: T[] = [];
  let head = 0;
  let version = 0;
  const ring: Ring<T> = {
    get version() {
      return version;
    },
    get size() {
      return items.length;
    },
    push(item) {
      version++;
      if (items.length < capacity) items.push(item);
      else {
        items[head] = item;
        head = (head + 1) % capacity;
      }
    },
    forEach(visit) {
      for (let index = 0; index < items.length; index++) visit(items[(head + index) % items.length] as T);
    },
    toArray: () => [...items.slice(head), ...items.slice(0, head)],
    keep(test) {
      const kept = ring.toArray().filter(test);
      if (kept.length === items.length) return;
      items = kept;
      head = 0;
      version++;
    },
    clear() {
      items = [];
      head = 0;
      version++;
    },
  };
  return ring;
}
