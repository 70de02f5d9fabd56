import type { KubernetesObject } from '../../api/objects.ts';
import { getObject, type Store } from '../world/store.ts';

/** Whether the object's namespace is being deleted: nothing can be made in it any more, which is no news to anybody. */
export function isNamespaceGoing(store: Store, { metadata }: KubernetesObject): boolean {
  return getObject(store, 'namespaces', metadata.namespace ?? '')?.metadata.deletionTimestamp !== undefined;
}
