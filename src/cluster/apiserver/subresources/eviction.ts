import type { Pod, Stored } from '../../../api/objects.ts';
import { resourceOf } from '../../../api/resources.ts';
import { notFound } from '../../../api/status.ts';
import { toTimestamp } from '../../../api/time.ts';
import { getObject, keyOf, put } from '../../world/store.ts';
import { deleteObject } from '../delete.ts';
import type { SubresourceHandlers } from './registry.ts';

/** Asks a Pod to leave, as `kubectl drain` does: it is told why, and deleted with its grace. */
export const eviction: SubresourceHandlers = {
  create(world, request, cause) {
    const pods = resourceOf('pods');
    const name = request.name ?? request.object.metadata?.name ?? '';
    const key = keyOf({ ...request, name });
    const pod = getObject<Stored<Pod>>(world.store, 'pods', key);
    if (!pod) return { answer: notFound(pods, name) };
    const others = (pod.status?.conditions ?? []).filter((condition) => condition.type !== 'DisruptionTarget');
    const told: Stored<Pod> = {
      ...pod,
      status: {
        ...pod.status,
        conditions: [
          ...others,
          {
            type: 'DisruptionTarget',
            status: 'True',
            reason: 'EvictionByEvictionAPI',
            message: 'Eviction API: evicting',
            lastTransitionTime: toTimestamp(world.now),
          },
        ],
      },
    };
    put(world.store, world.now, 'pods', told, cause);
    return deleteObject(world, pods, { verb: 'delete', resource: 'pods', ...namespaceOf(request), name }, cause);
  },
};

function namespaceOf({ namespace }: { namespace?: string }): { namespace?: string } {
  return namespace ? { namespace } : {};
}
