import { isEmpty } from './compare.ts';
import type { PathElement } from './pathElement.ts';
import { asList, asMap, elementOf, isAtomic, kindOf, type Shape, shapeAt, shapeOfElements } from './shape.ts';

/**
 * The elements of both lists: in the order of the live one, where the applied one does not say otherwise. An applied
 * element that the live list has is put where the applied list has it. Source: mergingWalker.visitListItems.
 */
function mergeLists(shape: Shape, live: unknown[], applied: unknown[]): unknown[] {
  const liveElements = live.map((value) => elementOf(shape, value));
  const appliedElements = applied.map((value) => elementOf(shape, value));
  const inApplied = new Set(appliedElements);
  // An element that the live list has twice is not merged with: the applied one takes the place of all of them.
  const liveOf = (element: PathElement) => {
    const at = liveElements.indexOf(element);
    return at < 0 ? undefined : at === liveElements.lastIndexOf(element) ? live[at] : null;
  };
  const shared = appliedElements.filter((element) => liveElements.includes(element));
  const merged = new Set<PathElement>();
  const out: unknown[] = [];
  const take = (element: PathElement, at: number) => {
    merged.add(element);
    const value = mergeValues(shapeOfElements(shape), liveOf(element), applied[at]);
    if (value !== undefined) out.push(value);
  };
  let [l, a] = [0, 0];
  let nextShared = shared.shift();
  while (l < live.length || a < applied.length) {
    const [left, right] = [liveElements[l], appliedElements[a]];
    if (left !== undefined && right !== undefined) {
      if (left === right) {
        take(right, a);
        l++;
        a++;
        nextShared = shared.shift();
        continue;
      }
      if (inApplied.has(left) && nextShared !== undefined && nextShared !== left) {
        l++;
        continue;
      }
    }
    if (left !== undefined) {
      if (!inApplied.has(left)) {
        out.push(live[l]);
        l++;
        continue;
      }
      if (merged.has(left)) l++;
    }
    if (right !== undefined) {
      take(right, a);
      a++;
      if (nextShared === right) nextShared = shared.shift();
    }
  }
  return out;
}

function mergeMaps(shape: Shape, live: Record<string, unknown>, applied: Record<string, unknown>) {
  const out: Record<string, unknown> = { ...live };
  for (const name in applied) {
    const inner = shapeAt(shape, name);
    const value = inner ? mergeValues(inner, live[name], applied[name]) : applied[name];
    if (value === undefined) delete out[name];
    else out[name] = value;
  }
  return out;
}

/** The live value with the applied one laid upon it; nothing is removed by it. Source: structured-merge-diff typed/merge.go. */
export function mergeValues(shape: Shape, live: unknown, applied: unknown): unknown {
  if (applied === undefined) return live;
  const kind = kindOf(shape, applied, live);
  if (kind === 'scalar' || isAtomic(shape) || (isEmpty(live) && isEmpty(applied))) return applied;
  if (kind === 'list') {
    const merged = mergeLists(shape, asList(live) ?? [], asList(applied) ?? []);
    return merged.length > 0 ? merged : undefined;
  }
  const merged = mergeMaps(shape, asMap(live) ?? {}, asMap(applied) ?? {});
  return Object.keys(merged).length > 0 ? merged : undefined;
}
