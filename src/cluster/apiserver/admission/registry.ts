import type { KubernetesObject } from '../../../api/objects.ts';
import type { Resource } from '../../../api/resources.ts';
import { type Failure, isFailure } from '../../../api/status.ts';
import type { World } from '../../world/world.ts';
import type { Admission, AdmissionPlugin } from './admission.ts';
import { defaultIngressClass } from './defaultIngressClass.ts';
import { defaultStorageClass } from './defaultStorageClass.ts';
import { defaultTolerationSeconds } from './defaultTolerationSeconds.ts';
import { limitRanger } from './limitRanger.ts';
import { namespaceLifecycle } from './namespaceLifecycle.ts';
import { persistentVolumeClaimResize } from './persistentVolumeClaimResize.ts';
import { podResize } from './podResize.ts';
import { podSecurity } from './podSecurity.ts';
import { podTopologyLabels } from './podTopologyLabels.ts';
import { priority } from './priority.ts';
import { resourceQuota } from './resourceQuota.ts';
import { runtimeClass } from './runtimeClass.ts';
import { serviceAccount } from './serviceAccount.ts';
import { storageObjectInUseProtection } from './storageObjectInUseProtection.ts';
import { taintNodesByCondition } from './taintNodesByCondition.ts';

/** In the order in which kube-apiserver runs them. Source: AllOrderedPlugins of pkg/kubeapiserver/options/plugins.go. */
const plugins: readonly AdmissionPlugin[] = [
  namespaceLifecycle,
  limitRanger,
  serviceAccount,
  taintNodesByCondition,
  podSecurity,
  priority,
  defaultTolerationSeconds,
  defaultStorageClass,
  storageObjectInUseProtection,
  persistentVolumeClaimResize,
  runtimeClass,
  defaultIngressClass,
  podTopologyLabels,
  podResize,
  resourceQuota,
];

const chosen = new Map<string, readonly AdmissionPlugin[]>();

/** The plugins that look at such a write. It is asked for every write: the answer is found once for each kind of it. */
function pluginsFor({ plural }: Resource, { operation, subresource }: Admission): readonly AdmissionPlugin[] {
  const key = `${operation} ${plural} ${subresource ?? ''}`;
  let found = chosen.get(key);
  if (!found) {
    found = plugins.filter(
      ({ resources, operations = ['CREATE'], subresources }) =>
        (!resources || resources.includes(plural)) &&
        operations.includes(operation) &&
        (!subresource || subresources?.includes(subresource)),
    );
    chosen.set(key, found);
  }
  return found;
}

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
