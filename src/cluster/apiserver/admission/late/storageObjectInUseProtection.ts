import type { KubernetesObject } from '../../../../api/objects.ts';
import type { AdmissionSteps } from '../admission.ts';

const finalizerOf: Record<string, string> = {
  persistentvolumeclaims: 'kubernetes.io/pvc-protection',
  persistentvolumes: 'kubernetes.io/pv-protection',
};

/** Source: plugin/pkg/admission/storage/storageobjectinuseprotection. */
export const storageObjectInUseProtection: AdmissionSteps = {
  admit(_world, object, { plural }): KubernetesObject {
    const finalizer = finalizerOf[plural];
    const { finalizers = [] } = object.metadata;
    if (!finalizer || finalizers.includes(finalizer)) return object;
    return { ...object, metadata: { ...object.metadata, finalizers: [...finalizers, finalizer] } };
  },
};
