import type { Pod, PodStatus, Stored } from '../../api/objects.ts';
import { toTimestamp } from '../../api/time.ts';
import type { Milliseconds } from '../world/queue.ts';
import type { RequestWrite } from './controller.ts';

/** Says on a Pod who ends it and why, and with `phase` that it has ended. */
export function markDisrupted(
  { metadata, status }: Stored<Pod>,
  now: Milliseconds,
  reason: string,
  message: string,
  phase?: PodStatus['phase'],
): RequestWrite {
  const { name, namespace, uid } = metadata;
  const others = (status?.conditions ?? []).filter(({ type }) => type !== 'DisruptionTarget');
  const told = { type: 'DisruptionTarget', status: 'True', reason, message, lastTransitionTime: toTimestamp(now) };
  return {
    request: {
      verb: 'patch',
      resource: 'pods',
      ...(namespace && { namespace }),
      name,
      subresource: 'status',
      patchType: 'merge',
      patch: { metadata: { uid }, status: { conditions: [...others, told], ...(phase && { phase }) } },
    },
    tolerate: [404, 409],
  };
}

/** Deletes this very Pod; without a grace with its own. */
export function deletePod({ metadata }: Stored<Pod>, gracePeriodSeconds?: number): RequestWrite {
  const { name, namespace, uid } = metadata;
  const options = { preconditions: { uid }, ...(gracePeriodSeconds !== undefined && { gracePeriodSeconds }) };
  return {
    request: { verb: 'delete', resource: 'pods', ...(namespace && { namespace }), name, options },
    tolerate: [404, 409],
  };
}
