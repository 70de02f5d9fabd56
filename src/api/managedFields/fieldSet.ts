import { isObject } from '../equal.ts';
import { compareElements, isPathElement, type PathElement, showElement } from './pathElement.ts';

/** A set of fields as a tree: what is below an element, and whether the element itself is in the set. */
export type FieldSet = ReadonlyMap<PathElement, FieldNode>;
export interface FieldNode {
  isMember: boolean;
  children: FieldSet;
}
/** From the object down to a field. */
export type Path = readonly PathElement[];

export const emptySet: FieldSet = new Map();

/** The set of these fields; what stands above a field is not in it, unless it is listed too. */
export function setOf(paths: Iterable<Path>): FieldSet {
  const root = new Map<PathElement, FieldNode>();
  for (const path of paths) {
    let level = root;
    for (const [index, element] of path.entries()) {
      const isLast = index === path.length - 1;
      const node = level.get(element);
      const children = (node?.children as typeof level | undefined) ?? new Map();
      level.set(element, { isMember: (node?.isMember ?? false) || isLast, children });
      level = children;
    }
  }
  return root;
}

/** Combines two sets element by element; what neither holds any more is left out. */
function combine(a: FieldSet, b: FieldSet, isMember: (inA: boolean, inB: boolean) => boolean): FieldSet {
  const out = new Map<PathElement, FieldNode>();
  for (const element of new Set([...a.keys(), ...b.keys()])) {
    const [left, right] = [a.get(element), b.get(element)];
    const children = combine(left?.children ?? emptySet, right?.children ?? emptySet, isMember);
    const member = isMember(left?.isMember ?? false, right?.isMember ?? false);
    if (member || children.size > 0) out.set(element, { isMember: member, children });
  }
  return out;
}

export const union = (a: FieldSet, b: FieldSet): FieldSet => combine(a, b, (inA, inB) => inA || inB);
export const intersection = (a: FieldSet, b: FieldSet): FieldSet => combine(a, b, (inA, inB) => inA && inB);
/** What is in `a` and not in `b`; a field of `b` does not take what is below it. */
export const difference = (a: FieldSet, b: FieldSet): FieldSet => combine(a, b, (inA, inB) => inA && !inB);

/** As `difference`, but a field of `b` takes all that is below it too. */
export function withoutBranches(a: FieldSet, b: FieldSet): FieldSet {
  const out = new Map<PathElement, FieldNode>();
  for (const [element, node] of a) {
    const other = b.get(element);
    if (other?.isMember) continue;
    const children = other ? withoutBranches(node.children, other.children) : node.children;
    if (node.isMember || children.size > 0) out.set(element, { isMember: node.isMember, children });
  }
  return out;
}

export const isEmptySet = (set: FieldSet): boolean => set.size === 0;

export const isMember = (set: FieldSet, element: PathElement): boolean => set.get(element)?.isMember ?? false;

/** What the set holds below an element. */
export const below = (set: FieldSet, element: PathElement): FieldSet => set.get(element)?.children ?? emptySet;

/** Whether the field is in the set. */
export function hasPath(set: FieldSet, path: Path): boolean {
  const [element, ...rest] = path;
  if (element === undefined) return false;
  return rest.length === 0 ? isMember(set, element) : hasPath(below(set, element), rest);
}

const sorted = (set: FieldSet) => [...set].sort(([a], [b]) => compareElements(a, b));

/** All fields of the set: at each level first those that end there, then what is below. */
export function pathsOf(set: FieldSet, prefix: Path = []): Path[] {
  const nodes = sorted(set);
  return [
    ...nodes.filter(([, node]) => node.isMember).map(([element]) => [...prefix, element]),
    ...nodes.flatMap(([element, { children }]) => pathsOf(children, [...prefix, element])),
  ];
}

/** `.spec.containers[name="web"].image`. */
export const showPath = (path: Path): string => path.map(showElement).join('');

/** The set as `fieldsV1` of a managedFields entry holds it. */
export function toFieldsV1(set: FieldSet): Record<string, unknown> {
  return Object.fromEntries(
    sorted(set).map(([element, node]) => [
      element,
      node.children.size === 0 ? {} : { ...(node.isMember && { '.': {} }), ...toFieldsV1(node.children) },
    ]),
  );
}

/** Reads `fieldsV1`; path elements of unknown kinds are skipped, as Kubernetes does. */
export function fromFieldsV1(fields: unknown): FieldSet {
  const out = new Map<PathElement, FieldNode>();
  if (!isObject(fields)) return out;
  for (const element in fields) {
    if (!isPathElement(element)) continue;
    const inner = fields[element];
    const children = fromFieldsV1(inner);
    out.set(element, { isMember: children.size === 0 || (isObject(inner) && '.' in inner), children });
  }
  return out;
}
