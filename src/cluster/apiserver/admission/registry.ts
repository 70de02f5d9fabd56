import type { KubernetesObject } from '../../../api/objects.ts';
import type { Resource } from '../../../api/resources.ts';
import { type Failure, isFailure } from '../../../api/status.ts';
import type { World } from '../../world/world.ts';
import type { AdmissionPlugin } from './admission.ts';
import { defaultTolerationSeconds } from './defaultTolerationSeconds.ts';
import { namespaceLifecycle } from './namespaceLifecycle.ts';
import { priority } from './priority.ts';
import { serviceAccount } from './serviceAccount.ts';

/** In the order in which kube-apiserver runs them. */
const plugins: readonly AdmissionPlugin[] = [namespaceLifecycle, serviceAccount, defaultTolerationSeconds, priority];

/** What becomes of a new object on its way through admission. */
export function admit(world: World, resource: Resource, object: KubernetesObject): KubernetesObject | Failure {
  let admitted = object;
  for (const plugin of plugins) {
    if (plugin.resources && !plugin.resources.includes(resource.plural)) continue;
    const answer = plugin.admit(world, admitted, resource);
    if (isFailure(answer)) return answer;
    admitted = answer;
  }
  return admitted;
}
