import { isSame } from '../api/equal.ts';
import { fromFieldsV1, hasPath, toFieldsV1, union } from '../api/managedFields/fieldSet.ts';
import { fieldElement } from '../api/managedFields/pathElement.ts';
import type { KubernetesObject, ManagedFieldsEntry } from '../api/objects.ts';

const lastApplied = ['metadata', 'annotations', 'kubectl.kubernetes.io/last-applied-configuration'].map(fieldElement);

const ownersOfLastApplied = (object: KubernetesObject, operation: 'Apply' | 'Update'): ManagedFieldsEntry[] =>
  (object.metadata.managedFields ?? []).filter(
    (entry) => entry.operation === operation && hasPath(fromFieldsV1(entry.fieldsV1), lastApplied),
  );

/** Who manages client-side apply's annotation by applying it. Source: csaupgrade.FindFieldsOwners. */
export const appliersOfLastApplied = (object: KubernetesObject) => ownersOfLastApplied(object, 'Apply');

/** The managers under which client-side apply was run: they wrote its annotation. */
export const updatersOfLastApplied = (object: KubernetesObject): string[] => [
  ...new Set(ownersOfLastApplied(object, 'Update').map(({ manager = '' }) => manager)),
];

const isOf = (entry: ManagedFieldsEntry, manager: string, operation: 'Apply' | 'Update') =>
  (entry.manager ?? '') === manager && entry.operation === operation && !entry.subresource;

/** The entries with those of client-side apply's manager made part of server-side apply's. */
function upgraded(entries: readonly ManagedFieldsEntry[], updater: string, applier: string): ManagedFieldsEntry[] {
  const own = entries.find((entry) => isOf(entry, applier, 'Apply'));
  const target = own ?? entries.find((entry) => isOf(entry, updater, 'Update'));
  if (!target) return [...entries];
  const source = entries.find((entry) => isOf(entry, updater, 'Update') && entry.apiVersion === target.apiVersion);
  const fields = union(fromFieldsV1(target.fieldsV1), fromFieldsV1(source?.fieldsV1));
  const heir = { ...target, manager: applier, operation: 'Apply', fieldsV1: toFieldsV1(fields) };
  return entries
    .map((entry) => (entry === target ? heir : entry))
    .filter((entry) => entry === heir || !isOf(entry, updater, 'Update'));
}

/**
 * The object's managedFields after server-side apply's manager has taken over those of client-side apply; undefined where
 * there is nothing to take over. Source: k8s.io/client-go util/csaupgrade.
 */
export function upgradeManagedFields(
  object: KubernetesObject,
  updaters: readonly string[],
  applier: string,
): ManagedFieldsEntry[] | undefined {
  const entries = object.metadata.managedFields ?? [];
  const next = updaters.reduce((all: ManagedFieldsEntry[], updater) => upgraded(all, updater, applier), entries);
  return isSame(next, entries) ? undefined : next;
}
