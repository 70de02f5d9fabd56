import type { KubernetesObject } from '../../../api/objects.ts';
import { laterParts } from '../../later/later.ts';
import type { World } from '../../world/world.ts';
import type { Admission, AdmissionPlugin } from './admission.ts';
import type { LateAdmissionPlugin } from './late/registry.ts';

/**
 * A plugin whose code a page loads later: it can matter only once somebody has written what `isConcerned` looks for, and
 * that somebody waits for the later parts anyway. `isConcerned` is asked for every such write, so it must be cheap.
 */
export function later(
  plugin: Omit<AdmissionPlugin, 'admit' | 'validate'> & { name: LateAdmissionPlugin },
  isConcerned: (world: World, object: KubernetesObject, write: Admission) => boolean = () => true,
): AdmissionPlugin {
  const steps = () => laterParts(`the admission plugin ${plugin.name}`).admission[plugin.name];
  return {
    ...plugin,
    admit: (world, object, resource, write) =>
      isConcerned(world, object, write) ? (steps().admit?.(world, object, resource, write) ?? object) : object,
    validate: (world, object, resource, write) =>
      isConcerned(world, object, write) ? steps().validate?.(world, object, resource, write) : undefined,
  };
}
