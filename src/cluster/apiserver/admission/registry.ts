import type { KubernetesObject } from '../../../api/objects.ts';
import type { Resource } from '../../../api/resources.ts';
import { type Failure, isFailure } from '../../../api/status.ts';
import type { World } from '../../world/world.ts';
import type { Admission, AdmissionPlugin } from './admission.ts';
import { defaultTolerationSeconds } from './defaultTolerationSeconds.ts';
import { namespaceLifecycle } from './namespaceLifecycle.ts';
import { priority } from './priority.ts';
import { serviceAccount } from './serviceAccount.ts';

/** In the order in which kube-apiserver runs them. Source: AllOrderedPlugins of pkg/kubeapiserver/options/plugins.go. */
const plugins: readonly AdmissionPlugin[] = [namespaceLifecycle, serviceAccount, priority, defaultTolerationSeconds];

const pluginsFor = (resource: Resource, { operation }: Admission): AdmissionPlugin[] =>
  plugins.filter(
    ({ resources, operations = ['CREATE'] }) =>
      (!resources || resources.includes(resource.plural)) && operations.includes(operation),
  );

/** What becomes of an object on its way through the plugins that change objects. */
export function admit(
  world: World,
  resource: Resource,
  object: KubernetesObject,
  write: Admission,
): KubernetesObject | Failure {
  let admitted = object;
  for (const plugin of pluginsFor(resource, write)) {
    const answer = plugin.admit?.(world, admitted, resource, write) ?? admitted;
    if (isFailure(answer)) return answer;
    admitted = answer;
  }
  return admitted;
}

/** Why the plugins that only check refuse an object that is valid, if one does. */
export function checkAdmission(
  world: World,
  resource: Resource,
  object: KubernetesObject,
  write: Admission,
): Failure | undefined {
  for (const plugin of pluginsFor(resource, write)) {
    const refusal = plugin.validate?.(world, object, resource, write);
    if (refusal) return refusal;
  }
  return undefined;
}
