import type { KubernetesObject } from '../../../api/objects.ts';
import type { Resource } from '../../../api/resources.ts';
import type { Failure } from '../../../api/status.ts';
import type { World } from '../../world/world.ts';

/** A step of admission: changes an object that is to be created, or refuses it. One file each, listed in registry.ts. */
export interface AdmissionPlugin {
  /** Kubernetes' own name of it. */
  name: string;
  /** The plural names of the resources it looks at; absent: all. */
  resources?: readonly string[];
  admit(world: World, object: KubernetesObject, resource: Resource): KubernetesObject | Failure;
}
