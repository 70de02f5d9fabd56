import { isSame } from '../equal.ts';
import { type FieldSet, type Path, setOf } from './fieldSet.ts';
import type { PathElement } from './pathElement.ts';
import {
  asList,
  asMap,
  elementOf,
  fieldElement,
  isAtomic,
  kindOf,
  type Shape,
  shapeAt,
  shapeOfElements,
} from './shape.ts';

/** How one value differs from another, in fields. */
export interface Comparison {
  added: FieldSet;
  modified: FieldSet;
  removed: FieldSet;
}

interface Paths {
  added: Path[];
  modified: Path[];
  removed: Path[];
}

function note(before: unknown, after: unknown, path: Path, paths: Paths): void {
  if (before === undefined) paths.added.push(path);
  else if (after === undefined) paths.removed.push(path);
}

/** Elements by what tells them apart; several where nothing does. */
function byElement(shape: Shape, list: unknown[] | undefined): Map<PathElement, unknown[]> {
  const out = new Map<PathElement, unknown[]>();
  for (const value of list ?? []) {
    const element = elementOf(shape, value);
    out.set(element, [...(out.get(element) ?? []), value]);
  }
  return out;
}

function compareLists(
  shape: Shape,
  before: unknown[] | undefined,
  after: unknown[] | undefined,
  path: Path,
  paths: Paths,
) {
  const [old, next] = [byElement(shape, before), byElement(shape, after)];
  for (const element of new Set([...old.keys(), ...next.keys()])) {
    const [left = [], right = []] = [old.get(element), next.get(element)];
    const at = [...path, element];
    if (left.length < 2 && right.length < 2) walk(shapeOfElements(shape), left[0], right[0], at, paths);
    else if (left.length === 0 || right.length === 0) note(left[0], right[0], at, paths);
    else if (!isSame(left, right)) paths.modified.push(at);
  }
}

function walk(shape: Shape, before: unknown, after: unknown, path: Path, paths: Paths): void {
  const kind = kindOf(shape, after, before);
  const isLeaf = kind === 'scalar' || isAtomic(shape) || (isEmpty(before) && isEmpty(after));
  if (isLeaf) {
    if (before === undefined || after === undefined) note(before, after, path, paths);
    else if (!isSame(before, after)) paths.modified.push(path);
    return;
  }
  if (kind === 'list') compareLists(shape, asList(before), asList(after), path, paths);
  else {
    const [old, next] = [asMap(before) ?? {}, asMap(after) ?? {}];
    for (const name of new Set([...Object.keys(old), ...Object.keys(next)])) {
      const inner = shapeAt(shape, name);
      if (inner && (old[name] !== undefined || next[name] !== undefined))
        walk(inner, old[name], next[name], [...path, fieldElement(name)], paths);
    }
  }
  note(before, after, path, paths);
}

/** Nothing there, or a map or list with nothing in it. */
export const isEmpty = (value: unknown): boolean =>
  value === undefined || value === null || (typeof value === 'object' && Object.keys(value).length === 0);

const inside = (path: Path) => path.length > 0;

/** What differs between two values of the shape. Source: structured-merge-diff typed/compare.go. */
export function compareValues(shape: Shape, before: unknown, after: unknown): Comparison {
  const paths: Paths = { added: [], modified: [], removed: [] };
  walk(shape, before, after, [], paths);
  return {
    added: setOf(paths.added.filter(inside)),
    modified: setOf(paths.modified.filter(inside)),
    removed: setOf(paths.removed.filter(inside)),
  };
}
