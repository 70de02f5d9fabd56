import { isEmpty } from './compare.ts';
import { below, type FieldSet, isEmptySet, isMember } from './fieldSet.ts';
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

/** What is left of a value without these fields; null where nothing is. Source: structured-merge-diff typed/remove.go. */
export function removeFields(shape: Shape, value: unknown, fields: FieldSet): unknown {
  const kind = kindOf(shape, value);
  if (kind === 'scalar') return value;
  if (isEmpty(value) || isAtomic(shape)) return null;
  if (kind === 'list') {
    const kept: unknown[] = [];
    for (const item of asList(value) ?? []) {
      const element = elementOf(shape, item);
      if (isMember(fields, element)) continue;
      const inner = below(fields, element);
      kept.push(isEmptySet(inner) ? item : removeFields(shapeOfElements(shape), item, inner));
    }
    return kept.length > 0 ? kept : null;
  }
  const kept: Record<string, unknown> = {};
  for (const [name, item] of Object.entries(asMap(value) ?? {})) {
    const element = fieldElement(name);
    if (isMember(fields, element)) continue;
    const inner = below(fields, element);
    const shapeOfItem = shapeAt(shape, name);
    kept[name] = isEmptySet(inner) || !shapeOfItem ? item : removeFields(shapeOfItem, item, inner);
  }
  return Object.keys(kept).length > 0 ? kept : null;
}
