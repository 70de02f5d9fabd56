import { isObject } from '../equal.ts';
import { directive, keyValue } from './values.ts';

const isDeletion = (element: unknown) => isObject(element) && element[directive] === 'delete';

function indexer(order: readonly unknown[], mergeKey: string): (element: unknown) => number {
  const places = new Map<unknown, number>();
  order.forEach((element, index) => {
    const key = mergeKey && isObject(element) ? element[mergeKey] : element;
    if (!places.has(key)) places.set(key, index);
  });
  return (element) => places.get(mergeKey && isObject(element) ? element[mergeKey] : element) ?? -1;
}

/**
 * `list` in the order of `order`, deletions last. An element that `order` does not name goes before those it is compared
 * with, as the stable insertion sort of Go's short lists leaves it.
 */
export function sortByOrder(list: readonly unknown[], order: readonly unknown[], mergeKey: string): unknown[] {
  if (mergeKey) for (const element of [...list, ...order]) keyValue(element, mergeKey);
  const kept = mergeKey ? list.filter((element) => !isDeletion(element)) : [...list];
  const place = indexer(order, mergeKey);
  const isLess = (a: unknown, b: unknown) => {
    const [placeA, placeB] = [place(a), place(b)];
    return placeA >= 0 && placeB >= 0 ? placeA < placeB : true;
  };
  for (let index = 1; index < kept.length; index++)
    for (let at = index; at > 0 && isLess(kept[at], kept[at - 1]); at--)
      [kept[at], kept[at - 1]] = [kept[at - 1], kept[at]];
  return mergeKey ? [...kept, ...list.filter(isDeletion)] : kept;
}

/** The patch's elements in its order and those of the server alone in the server's, one merged into the other. */
export function interleave(
  patchItems: readonly unknown[],
  serverItems: readonly unknown[],
  patchOrder: readonly unknown[],
  serverOrder: readonly unknown[],
  mergeKey: string,
): unknown[] {
  const right = sortByOrder(patchItems, patchOrder, mergeKey);
  const left = sortByOrder(serverItems, serverOrder, mergeKey);
  const place = indexer(serverOrder, mergeKey);
  const out: unknown[] = [];
  let [l, r] = [0, 0];
  while (l < left.length && r < right.length) {
    const [placeLeft, placeRight] = [place(left[l]), place(right[r])];
    if (placeLeft >= 0 && placeRight >= 0 && placeLeft < placeRight) out.push(left[l++]);
    else out.push(right[r++]);
  }
  return [...out, ...left.slice(l), ...right.slice(r)];
}
