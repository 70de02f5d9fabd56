import type { KubernetesObject, Namespace, Stored } from '../../../api/objects.ts';
import { resourceOf } from '../../../api/resources.ts';
import { notFound } from '../../../api/status.ts';
import { getObject, keyOf, put } from '../../world/store.ts';
import { removeWhenFinal } from '../delete.ts';
import type { SubresourceHandlers } from './registry.ts';

/** Sets a Namespace's `spec.finalizers`; it goes when it is marked for deletion and none is left. */
export const finalize: SubresourceHandlers = {
  update(world, request, cause) {
    const namespaces = resourceOf('namespaces');
    const old = getObject<Stored<Namespace>>(world.store, 'namespaces', keyOf(request));
    if (!old) return { answer: notFound(namespaces, request.name) };
    const { finalizers = [] } = (request.object.spec ?? {}) as { finalizers?: string[] };
    const next: Stored<Namespace> = { ...old, spec: { finalizers } };
    const removed = removeWhenFinal(world, namespaces, next, cause);
    return { answer: removed ?? put(world.store, world.now, 'namespaces', next as KubernetesObject, cause).object };
  },
};
