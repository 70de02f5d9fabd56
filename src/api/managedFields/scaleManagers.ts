import type { KubernetesObject, ManagedFieldsEntry, ObjectToWrite } from '../objects.ts';
import { apiVersionOf, type Resource } from '../resources.ts';
import { difference, hasPath, isEmptySet, setOf } from './fieldSet.ts';
import { identityOf, type Manager, readManagers, writeManagers } from './managers.ts';
import { fieldElement } from './pathElement.ts';
import { type Author, managedFieldsAfter, scaleKind } from './writes.ts';

/** `spec.replicas`, of a Scale and of all kinds that have one. */
const replicas = ['spec', 'replicas'].map(fieldElement);
const onlyReplicas = setOf([replicas]);
const scaleVersion = 'autoscaling/v1';

const holdsReplicas = ({ fields }: Manager) => hasPath(fields, replicas);

/** The managedFields of a Scale: those of its object who hold the replicas. Source: managedfields/scalehandler.go ToSubresource. */
function scaleManagedFields(entries: readonly ManagedFieldsEntry[] | undefined): ManagedFieldsEntry[] | undefined {
  const holders = [...readManagers(entries)].filter(([, manager]) => holdsReplicas(manager));
  return writeManagers(
    new Map(holders.map(([id, manager]) => [id, { ...manager, apiVersion: scaleVersion, fields: onlyReplicas }])),
  );
}

/**
 * The managedFields of the object after its Scale was written: who holds the replicas there holds them here. Source:
 * managedfields/scalehandler.go ToParent, which writes no time for those who are new.
 */
function managedFieldsOfScaled(
  entries: readonly ManagedFieldsEntry[] | undefined,
  scaleEntries: readonly ManagedFieldsEntry[] | undefined,
  apiVersion: string,
): ManagedFieldsEntry[] | undefined {
  const holders = readManagers(scaleEntries);
  const out = new Map<string, Manager>();
  for (const [id, manager] of readManagers(entries)) {
    const fields = difference(manager.fields, onlyReplicas);
    if (!holdsReplicas(manager) || holders.delete(id)) out.set(id, manager);
    else if (!isEmptySet(fields)) out.set(id, { ...manager, fields });
  }
  for (const manager of [...holders.values()].filter(holdsReplicas)) {
    const { time: _, ...holder } = { ...manager, apiVersion, fields: onlyReplicas };
    // Told apart from the object's own managers by the version of Scale in its identity.
    out.set(`${identityOf(manager)} of the scale`, holder);
  }
  return writeManagers(out);
}

/** The Scale of an object, with those of the object's managers who hold the replicas. */
export function scaleWithManagers(scale: KubernetesObject, { metadata }: KubernetesObject): KubernetesObject {
  const managedFields = scaleManagedFields(metadata.managedFields);
  return managedFields ? { ...scale, metadata: { ...scale.metadata, managedFields } } : scale;
}

/** The managedFields of an object whose Scale is written; `isApply`: the new Scale has its own already. */
export function managedFieldsAfterScale(
  resource: Resource,
  author: Author,
  object: KubernetesObject,
  scale: KubernetesObject,
  next: ObjectToWrite,
  isApply: boolean,
): ManagedFieldsEntry[] | undefined {
  const ofScale = isApply ? next.metadata?.managedFields : managedFieldsAfter(resource, scaleKind, author, scale, next);
  return managedFieldsOfScaled(object.metadata.managedFields, ofScale, apiVersionOf(resource));
}
