import { isObject } from '../equal.ts';
import type { ManagedFieldsEntry } from '../generated/kubernetes.ts';
import { emptySet, type FieldSet, fromFieldsV1, isEmptySet, toFieldsV1, union } from './fieldSet.ts';

/** One entry of metadata.managedFields: who holds which fields, and how they came to it. */
export interface Manager {
  manager?: string;
  operation: 'Apply' | 'Update';
  apiVersion: string;
  subresource?: string;
  time?: string;
  fields: FieldSet;
}

/** By their identity: an applier's does not change with the version it applies in. */
export type Managers = ReadonlyMap<string, Manager>;

type Identity = Pick<Manager, 'manager' | 'operation' | 'apiVersion' | 'subresource'>;

/** What makes two entries the same manager's. Source: managedfields/internal BuildManagerIdentifier. */
export function identityOf({ manager, operation, apiVersion, subresource }: Identity): string {
  return JSON.stringify({
    ...(manager && { manager }),
    operation,
    ...(operation === 'Update' && { apiVersion }),
    ...(subresource && { subresource }),
  });
}

/** Entries that cannot be read. */
export class ManagedFieldsError extends Error {}

/** Reads metadata.managedFields. Throws ManagedFieldsError. Source: managedfields/internal DecodeManagedFields. */
export function readManagers(entries: readonly ManagedFieldsEntry[] | undefined): Map<string, Manager> {
  const managers = new Map<string, Manager>();
  for (const [index, entry] of (entries ?? []).entries()) {
    const { manager, operation, apiVersion, subresource, time, fieldsType, fieldsV1 } = entry;
    if (operation !== 'Apply' && operation !== 'Update')
      throw new ManagedFieldsError('operation must be `Apply` or `Update`');
    if (!apiVersion) throw new ManagedFieldsError('apiVersion must not be empty');
    if (!fieldsType) throw new ManagedFieldsError(`missing fieldsType in managed fields entry ${index}`);
    if (fieldsType !== 'FieldsV1')
      throw new ManagedFieldsError(`invalid fieldsType ${JSON.stringify(fieldsType)} in managed fields entry ${index}`);
    const read: Manager = {
      operation,
      apiVersion,
      fields: fromFieldsV1(fieldsV1),
      ...(manager && { manager }),
      ...(subresource && { subresource }),
      ...(time && { time }),
    };
    managers.set(identityOf(read), read);
  }
  return managers;
}

const byText = (a = '', b = '') => (a < b ? -1 : a > b ? 1 : 0);

/** Appliers first, then by time to the second, then by name. */
const byAge = (a: Manager, b: Manager): number =>
  byText(a.operation, b.operation) ||
  byText(a.time, b.time) ||
  byText(a.manager, b.manager) ||
  byText(a.apiVersion, b.apiVersion) ||
  byText(a.subresource, b.subresource);

/** metadata.managedFields, sorted as the API server sorts it; undefined where nobody holds a field. */
export function writeManagers(managers: Managers): ManagedFieldsEntry[] | undefined {
  if (managers.size === 0) return undefined;
  return [...managers.values()].sort(byAge).map(({ manager, operation, apiVersion, subresource, time, fields }) => ({
    ...(manager && { manager }),
    operation,
    apiVersion,
    ...(time && { time }),
    fieldsType: 'FieldsV1',
    fieldsV1: toFieldsV1(fields),
    ...(subresource && { subresource }),
  }));
}

/** Whether a client asks to have all forgotten: `[]`, or one empty entry. */
export function isReset(entries: readonly ManagedFieldsEntry[] | undefined): boolean {
  if (!entries) return false;
  const [first] = entries;
  return entries.length === 0 || (entries.length === 1 && isObject(first) && Object.keys(first).length === 0);
}

/** The most entries of operation Update that an object keeps. */
const mostUpdaters = 10;

/** Merges the oldest updaters into one, `ancient-changes`, where there are too many. Source: capmanagers.go. */
export function capped(managers: Managers): Managers {
  const updaters = [...managers].filter(([, { operation }]) => operation === 'Update');
  let excess = updaters.length - mostUpdaters;
  if (excess <= 0) return managers;
  updaters.sort(([idA, a], [idB, b]) => byText(a.time, b.time) || byText(idA, idB));
  const out = new Map(managers);
  const firstOf = new Map<string, string>();
  for (const [id, updater] of updaters) {
    if (excess <= 0) break;
    const { apiVersion, time } = updater;
    const first = firstOf.get(apiVersion);
    if (first === undefined) {
      firstOf.set(apiVersion, id);
      continue;
    }
    const ancient = { manager: 'ancient-changes', operation: 'Update', apiVersion } as const;
    const bucket = identityOf(ancient);
    const old = out.get(bucket) ?? out.get(first);
    out.delete(first);
    out.delete(id);
    out.set(bucket, { ...ancient, fields: union(updater.fields, old?.fields ?? emptySet), ...(time && { time }) });
    excess--;
  }
  return out;
}

/** Without those who hold nothing. */
export function withoutIdle(managers: Managers): Map<string, Manager> {
  return new Map([...managers].filter(([, { fields }]) => !isEmptySet(fields)));
}
