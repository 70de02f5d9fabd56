import type { SceneInput } from './scene.ts';

/** The Service of the API server itself, which every cluster has. */
const apiServerService = 'default/kubernetes';

/**
 * What of the cluster stands on the stage: everything but the Service `kubernetes`. That is the API server, which is
 * drawn above as what it is; in the column of Services it would be a box to which no request of a client ever goes.
 */
export function onStage(services: SceneInput['services']): SceneInput['services'] {
  if (!services.has(apiServerService)) return services;
  const known = filtered.get(services);
  if (known) return known;
  const rest = new Map([...services].filter(([key]) => key !== apiServerService));
  filtered.set(services, rest);
  return rest;
}

/** The same result for the same map, so that what depends on it can tell that nothing changed. */
const filtered = new WeakMap<SceneInput['services'], SceneInput['services']>();
