import { isSame } from '../../../api/equal.ts';
import { controllerOf } from '../../../api/objects.ts';
import { type Change, getObject, type Store } from '../../world/store.ts';
import { selectingWorkloads } from './revisions.ts';

/**
 * The keys of the workloads of a kind that a change of one of their dependents concerns: its controller, the one it had
 * before, and, where it has none and that is news, those that select it. Source: addPod, updatePod, deletePod of all
 * workload controllers.
 */
export function ownersOf({ object, previous, type }: Change, kind: string, resource: string, store: Store): string[] {
  const { namespace } = object.metadata;
  const owner = controllerOf(object);
  const before = previous && controllerOf(previous);
  const keys: string[] = [];
  for (const one of [owner, before?.uid === owner?.uid ? undefined : before]) {
    if (one?.kind !== kind) continue;
    const key = `${namespace}/${one.name}`;
    if (getObject(store, resource, key)?.metadata.uid === one.uid) keys.push(key);
  }
  if (owner || type === 'DELETED') return keys;
  const isNews = !previous || before || !isSame(object.metadata.labels, previous.metadata.labels);
  return isNews ? [...keys, ...selectingWorkloads(store, resource, object)] : keys;
}
