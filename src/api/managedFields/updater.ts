import { isSame } from '../equal.ts';
import { type Comparison, compareValues } from './compare.ts';
import {
  difference,
  emptySet,
  type FieldSet,
  intersection,
  isEmptySet,
  type Path,
  pathsOf,
  union,
  withoutBranches,
} from './fieldSet.ts';
import { fieldsOfValue, withNamedFields } from './fieldsOfValue.ts';
import { type Manager, type Managers, withoutIdle } from './managers.ts';
import { mergeValues } from './mergeValues.ts';
import { removeFields } from './removeFields.ts';
import type { Shape } from './shape.ts';
import { asTyped } from './typedObject.ts';

/** A field that somebody else holds and would lose. */
export interface Conflict {
  manager: Manager;
  path: Path;
}

/** An apply that would take fields from others, and was not forced to. */
export class ApplyConflicts extends Error {
  readonly conflicts: readonly Conflict[];

  constructor(conflicts: readonly Conflict[]) {
    super('conflicts');
    this.conflicts = conflicts;
  }
}

/** A value before and after a change, with its shape. */
export interface Change {
  shape: Shape;
  before: unknown;
  after: unknown;
  /** Fields that this kind of request cannot write, with all below them. */
  ignored: FieldSet;
}

/** Takes what changed from all managers but `self`. Throws ApplyConflicts unless forced. Source: merge/update.go update. */
function takeFromOthers(
  { shape, before, after, ignored }: Change,
  managers: Managers,
  self: string | undefined,
  force: boolean,
) {
  const all = compareValues(shape, asTyped(shape.type, before), asTyped(shape.type, after));
  const comparison: Comparison = {
    added: withoutBranches(all.added, ignored),
    modified: withoutBranches(all.modified, ignored),
    removed: withoutBranches(all.removed, ignored),
  };
  const taken = union(comparison.modified, comparison.added);
  const conflicts = [...managers]
    .filter(([id]) => id !== self)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([, manager]) => pathsOf(intersection(manager.fields, taken)).map((path) => ({ manager, path })));
  if (!force && conflicts.length > 0) throw new ApplyConflicts(conflicts);
  const left = [...managers].map(([id, manager]) => {
    if (id === self) return [id, manager] as const;
    return [id, { ...manager, fields: difference(difference(manager.fields, taken), comparison.removed) }] as const;
  });
  return { managers: withoutIdle(new Map(left)), comparison };
}

/**
 * Who holds what after a change that was not an apply: what was changed or added belongs to who changed it, what was
 * removed to nobody. `taken` is what the change took. Source: Updater.Update.
 */
export function trackUpdate(change: Change, managers: Managers): { managers: Map<string, Manager>; taken: FieldSet } {
  const { managers: left, comparison } = takeFromOthers(change, managers, undefined, true);
  return { managers: left, taken: union(comparison.modified, comparison.added) };
}

/** Removes what the applier gave last time and does not give any more, where nobody else holds it. Source: Updater.prune. */
function prune(shape: Shape, merged: unknown, managers: Managers, last: FieldSet): unknown {
  const complete = (set: FieldSet) => withNamedFields(set, shape);
  const fieldsOf = (value: unknown) => complete(fieldsOfValue(shape, value));
  const mergedFields = fieldsOf(merged);
  const owned = [...managers.values()].reduce((all, { fields }) => union(all, fields), emptySet);
  const bare = removeFields(shape, merged, complete(last));
  const withOwned = removeFields(shape, merged, difference(mergedFields, union(fieldsOf(bare), complete(owned))));
  const given = intersection(difference(mergedFields, fieldsOf(withOwned)), complete(last));
  return removeFields(shape, merged, given);
}

/**
 * The live value with the applied one merged in and what `self` gave up taken out, and who then holds what. `isChanged`
 * tells whether the value came out another. Throws ApplyConflicts. Source: Updater.Apply.
 */
export function applyValue(
  { shape, before, after: applied, ignored }: Change,
  managers: Managers,
  self: string,
  entry: Omit<Manager, 'fields'>,
  force: boolean,
): { value: unknown; isChanged: boolean; managers: Managers } {
  const last = managers.get(self)?.fields ?? emptySet;
  const fields = withoutBranches(fieldsOfValue(shape, applied), ignored);
  const withSelf = new Map(managers).set(self, { ...entry, fields });
  const merged = mergeValues(shape, before, applied);
  const value = isEmptySet(last) ? merged : prune(shape, merged, withSelf, last);
  const change = { shape, before, after: value, ignored };
  const { managers: left } = takeFromOthers(change, withSelf, self, force);
  return { value, isChanged: !isSame(asTyped(shape.type, before), asTyped(shape.type, value)), managers: left };
}
