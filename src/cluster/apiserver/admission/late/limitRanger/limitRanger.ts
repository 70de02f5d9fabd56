import type { KubernetesObject, LimitRange, PersistentVolumeClaim, Pod, Stored } from '../../../../../api/objects.ts';
import type { Resource } from '../../../../../api/resources.ts';
import { listIndexed } from '../../../../world/store.ts';
import type { World } from '../../../../world/world.ts';
import { type Admission, type AdmissionSteps, refuse } from '../../admission.ts';
import { withDefaultsOf } from './defaults.ts';
import { wrongInClaim, wrongInPod } from './limits.ts';

/** Source: plugin/pkg/admission/limitranger. */
export const limitRanger: AdmissionSteps = {
  admit(world, object, resource, write): KubernetesObject {
    if (resource.plural !== 'pods' || !isLimited(resource, write)) return object;
    const admitted = rangesFor(world, object).reduce((pod, range) => withDefaultsOf(range, pod), object as Stored<Pod>);
    if (admitted !== object) write.isCheckNeeded = true;
    return admitted;
  },
  validate(world, object, resource, write) {
    if (!isLimited(resource, write)) return undefined;
    for (const range of rangesFor(world, object)) {
      const wrong =
        resource.plural === 'pods'
          ? wrongInPod(range, object as Stored<Pod>)
          : wrongInClaim(range, object as Stored<PersistentVolumeClaim>);
      if (wrong.length > 0) return refuse(resource, write, aggregate(wrong));
    }
    return undefined;
  },
};

/** Pods are looked at when they are made or resized, since nothing else changes what they ask for; what goes is let go. */
function isLimited({ plural }: Resource, { operation, subresource, old }: Admission): boolean {
  if (old?.metadata.deletionTimestamp) return false;
  return plural !== 'pods' || operation === 'CREATE' || subresource === 'resize';
}

/** The LimitRanges of the object's namespace; the real server has them in no order. */
const rangesFor = (world: World, { metadata }: KubernetesObject) =>
  listIndexed<Stored<LimitRange>>(world.store, 'limitRangesByNamespace', metadata.namespace ?? '');

/** Several errors as one text. Source: k8s.io/apimachinery util/errors NewAggregate. */
function aggregate(errors: readonly string[]): string {
  const [first = '', ...others] = new Set(errors);
  return others.length === 0 ? first : `[${[first, ...others].join(', ')}]`;
}
