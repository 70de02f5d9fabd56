import type { Binding, StoredMeta } from '../objects.ts';
import type { Resource } from '../resources.ts';
import { badRequest, conflict, type Failure, internalError } from '../status.ts';

/** What is wrong with a Binding at a path with this name. Source: BindingREST.Create, ValidatePodBinding. */
export function refuseBinding({ metadata, target }: Partial<Binding>, name: string): Failure | undefined {
  if (metadata?.name !== name) return badRequest('name in URL does not match name in Binding object');
  const kind = target?.kind;
  const errors: string[] = [];
  if (kind && kind !== 'Node')
    errors.push(`target.kind: Unsupported value: ${JSON.stringify(kind)}: supported values: "Node", "<empty>"`);
  if (!target?.name) errors.push('target.name: Required value');
  // These findings do not become a 422.
  if (errors.length === 0) return undefined;
  return internalError(errors.length === 1 ? errors.join() : `[${errors.join(', ')}]`);
}

/** The refusal of a Binding that is meant for another Pod of the name, or another state of it. */
export function refuseBindingTo(pods: Resource, held: StoredMeta, { metadata }: Partial<Binding>): Failure | undefined {
  for (const [field, what] of [
    ['uid', 'UID'],
    ['resourceVersion', 'ResourceVersion'],
  ] as const) {
    const wanted = metadata?.[field];
    if (!wanted || wanted === held[field]) continue;
    const key = `/registry/pods/${held.namespace}/${held.name}`;
    const detail = `Precondition failed: ${what} in precondition: ${wanted}, ${what} in object meta: ${held[field]}`;
    const why = `StorageError: invalid object, Code: 4, Key: ${key}, ResourceVersion: 0, AdditionalErrorMsg: ${detail}`;
    return conflict(pods, held.name, why);
  }
  return undefined;
}
