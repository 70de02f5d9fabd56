import { isObject } from '../equal.ts';
import { type FieldSet, type Path, setOf } from './fieldSet.ts';
import type { PathElement } from './pathElement.ts';
import {
  asList,
  asMap,
  elementOf,
  fieldElement,
  isAtomic,
  isNamedField,
  kindOf,
  type Shape,
  shapeAt,
  shapeOfElements,
} from './shape.ts';

function walkList(shape: Shape, list: unknown[], path: Path, paths: Path[]): void {
  const elements = list.map((value) => elementOf(shape, value));
  const isRepeated = (element: PathElement) => elements.indexOf(element) !== elements.lastIndexOf(element);
  for (const [index, element] of elements.entries()) {
    const at = [...path, element];
    paths.push(at);
    // Elements that are told apart by nothing are owned as one.
    if (!isRepeated(element)) walk(shapeOfElements(shape), list[index], at, paths);
  }
}

function walkMap(shape: Shape, map: Record<string, unknown>, path: Path, paths: Path[]): void {
  for (const name in map) {
    const inner = shapeAt(shape, name);
    if (!inner) continue;
    const value = map[name];
    const at = [...path, fieldElement(name)];
    walk(inner, value, at, paths);
    const isEmpty = value === null || (isObject(value) && Object.keys(value).length === 0);
    if (isEmpty || !isNamedField(shape, name)) paths.push(at);
  }
}

function walk(shape: Shape, value: unknown, path: Path, paths: Path[]): void {
  const kind = kindOf(shape, value);
  if (kind === 'scalar' || isAtomic(shape)) {
    paths.push(path);
    return;
  }
  const [list, map] = [asList(value), asMap(value)];
  if (kind === 'list' && list) walkList(shape, list, path, paths);
  if (kind === 'map' && map) walkMap(shape, map, path, paths);
}

/** The fields that a value gives: leaves, elements of lists, keys of maps. Source: structured-merge-diff typed/tofieldset.go. */
export function fieldsOfValue(shape: Shape, value: unknown): FieldSet {
  const paths: Path[] = [];
  walk(shape, value, [], paths);
  return setOf(paths);
}

/** The set, and with it the named fields above its members: `a` for `a.b`, unless it is a key of a map. */
export function withNamedFields(set: FieldSet, shape: Shape | undefined): FieldSet {
  return new Map(
    [...set].map(([element, node]) => {
      const name = element.startsWith('f:') ? element.slice(2) : undefined;
      const isNamed = name !== undefined && shape !== undefined && isNamedField(shape, name);
      const inner = shape && (name === undefined ? shapeOfElements(shape) : shapeAt(shape, name));
      const children = withNamedFields(node.children, inner);
      return [element, { isMember: node.isMember || (isNamed && children.size > 0), children }];
    }),
  );
}
