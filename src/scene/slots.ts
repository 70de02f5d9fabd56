/** Which slot each thing has, by key. */
export type Slots = ReadonlyMap<string, number>;

export const noSlots: Slots = new Map();

/**
 * Gives every key a slot. Who had one keeps it for as long as it is there; who is new gets the lowest free one, in the
 * order given. So nothing moves because something else came or went. Gives back `previous` itself where nothing changed.
 */
export function allotSlots(previous: Slots, keys: readonly string[]): Slots {
  if (keys.length === previous.size && keys.every((key) => previous.has(key))) return previous;
  const slots = new Map<string, number>();
  const taken = new Set<number>();
  for (const key of keys) {
    const slot = previous.get(key);
    if (slot === undefined) continue;
    slots.set(key, slot);
    taken.add(slot);
  }
  let free = 0;
  for (const key of keys) {
    if (slots.has(key)) continue;
    while (taken.has(free)) free++;
    slots.set(key, free++);
  }
  return slots;
}

/** One more than the highest slot in use. */
export function slotsNeeded(slots: Slots): number {
  let highest = -1;
  for (const slot of slots.values()) if (slot > highest) highest = slot;
  return highest + 1;
}
