import type { KubernetesObject, ObjectToWrite } from '../objects.ts';
import { applyConflict } from '../patch/patchFailures.ts';
import type { Kind } from '../patch/patchObject.ts';
import { badRequest, type Failure, internalError } from '../status.ts';
import { typeFault } from './check.ts';
import { managed, track, type Write, withoutManagedFields } from './fieldManager.ts';
import { type FieldSet, hasPath, isEmptySet, showPath } from './fieldSet.ts';
import { fieldsOfLastApplied, withLastAppliedOf } from './lastApplied.ts';
import {
  identityOf,
  ManagedFieldsError,
  type Manager,
  type Managers,
  readManagers,
  writeManagers,
} from './managers.ts';
import { ElementError } from './shape.ts';
import { ApplyConflicts, applyValue, type Conflict } from './updater.ts';

/** `"kubectl" with subresource "scale" using apps/v1`. Source: managedfields/internal/conflict.go printManager. */
function showManager({ manager = '', operation, apiVersion, subresource }: Manager): string {
  const name = JSON.stringify(manager);
  const where = subresource ? ` with subresource ${JSON.stringify(subresource)}` : '';
  return `${name}${where}${operation === 'Update' ? ` using ${apiVersion}` : ''}`;
}

function conflictFailure(conflicts: readonly Conflict[]): Failure {
  const causes = conflicts.map(({ manager, path }) => ({
    reason: 'FieldManagerConflict',
    message: `conflict with ${showManager(manager)}`,
    field: showPath(path),
  }));
  const [only, ...more] = conflicts;
  if (only && more.length === 0)
    return applyConflict(
      `Apply failed with 1 conflict: conflict with ${showManager(only.manager)}: ${showPath(only.path)}`,
      causes,
    );
  const managers = [...new Set(conflicts.map(({ manager }) => manager))];
  const lines = managers.flatMap((manager) => [
    `conflicts with ${showManager(manager)}:`,
    ...conflicts.filter((conflict) => conflict.manager === manager).map(({ path }) => `- ${showPath(path)}`),
  ]);
  return applyConflict(`Apply failed with ${conflicts.length} conflicts: ${lines.join('\n')}`, causes);
}

/** `default/web; apps/v1, Kind=Deployment`, as messages of apply name an object. */
function nameOf(kind: Kind, { metadata }: ObjectToWrite): string {
  return `${metadata?.namespace ?? ''}/${metadata?.name ?? ''}; ${kind.group}/${kind.version}, Kind=${kind.kind}`;
}

interface Applied {
  object: ObjectToWrite;
  managers: Managers;
}

/** Applies once; throws ApplyConflicts. */
function applyOnce(
  write: Write,
  live: ObjectToWrite,
  applied: ObjectToWrite,
  managers: Managers,
  force: boolean,
): Applied {
  const { shape, writer, ignored } = write;
  const { time, ...rest } = writer;
  const entry = { ...rest, operation: 'Apply' } as const;
  const id = identityOf(entry);
  const known = managers.get(id)?.time;
  const {
    value,
    isChanged,
    managers: left,
  } = applyValue(
    { shape, before: live, after: applied, ignored },
    managers,
    id,
    { ...entry, ...(known && { time: known }) },
    force,
  );
  const next = new Map(left);
  const own = next.get(id);
  if (own) {
    const fields = managed(own.fields);
    if (isEmptySet(fields)) next.delete(id);
    else next.set(id, { ...own, fields, ...(isChanged && { time }) });
  }
  return { object: isChanged ? (value as ObjectToWrite) : live, managers: next };
}

/** As `applyOnce`; what client-side apply gave, kubectl may take over. */
function applyAsKubectl(
  write: Write,
  live: ObjectToWrite,
  applied: ObjectToWrite,
  managers: Managers,
  force: boolean,
): Applied {
  try {
    return applyOnce(write, live, applied, managers, force);
  } catch (error) {
    const allowed: FieldSet | undefined =
      error instanceof ApplyConflicts && write.writer.manager === 'kubectl'
        ? fieldsOfLastApplied(write.shape, live)
        : undefined;
    if (!(error instanceof ApplyConflicts) || !allowed) throw error;
    const left = error.conflicts.filter(({ path }) => !hasPath(allowed, path));
    if (left.length > 0) throw new ApplyConflicts(left);
    return applyOnce(write, live, applied, managers, true);
  }
}

/**
 * What server-side apply makes of the live object (undefined: there is none yet), its managedFields included; defaults
 * are not filled in. Source: managedfields FieldManager.Apply and what it wraps.
 */
export function applyObject(
  write: Write,
  kind: Kind,
  live: KubernetesObject | undefined,
  applied: ObjectToWrite,
  force: boolean,
): ObjectToWrite | Failure {
  const { apiVersion } = write.writer;
  if (applied.kind !== kind.kind || applied.apiVersion !== apiVersion) {
    const [group, version] = (applied.apiVersion ?? '').includes('/')
      ? (applied.apiVersion ?? '').split('/')
      : ['', applied.apiVersion ?? ''];
    return badRequest(`invalid object type: ${group}/${version}, Kind=${applied.kind ?? ''}`);
  }
  const bare: ObjectToWrite = withoutManagedFields((live ?? { apiVersion, kind: kind.kind }) as ObjectToWrite);
  try {
    let managers: Managers = readManagers(live?.metadata.managedFields);
    if (managers.size === 0 && live) {
      const writer = { ...write.writer, manager: 'before-first-apply' };
      managers = track({ ...write, writer }, {}, bare, managers);
    }
    const given: unknown = applied.metadata?.managedFields;
    if (given !== undefined && given !== null) return badRequest('metadata.managedFields must be nil');
    const fault = typeFault(write.shape, applied);
    if (fault) return internalError(`failed to create typed patch object (${nameOf(kind, applied)}): ${fault}`);
    const { object, managers: next } = applyAsKubectl(write, bare, applied, managers, force);
    const synced = write.writer.manager === 'kubectl' ? withLastAppliedOf(object, applied) : object;
    const managedFields = writeManagers(next);
    return managedFields ? { ...synced, metadata: { ...synced.metadata, managedFields } } : synced;
  } catch (error) {
    if (error instanceof ApplyConflicts) return conflictFailure(error.conflicts);
    if (error instanceof ManagedFieldsError) return internalError(`failed to decode managed fields: ${error.message}`);
    if (error instanceof ElementError)
      return internalError(`failed to create typed live object (${nameOf(kind, bare)}): ${error.message}`);
    throw error;
  }
}
