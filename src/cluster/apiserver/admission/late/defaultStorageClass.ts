import type { PersistentVolumeClaim, Stored } from '../../../../api/objects.ts';
import { listObjects } from '../../../world/store.ts';
import type { AdmissionSteps } from '../admission.ts';
import { defaultClass } from '../defaultClass.ts';
import { betaStorageClass } from './claimClass.ts';

/** The annotations that make a class the default. */
export const storageClassAnnotations = [
  'storageclass.kubernetes.io/is-default-class',
  'storageclass.beta.kubernetes.io/is-default-class',
];

/** Source: plugin/pkg/admission/storage/storageclass/setdefault. */
export const defaultStorageClass: AdmissionSteps = {
  admit(world, object) {
    const claim = object as Stored<PersistentVolumeClaim>;
    const hasClass = claim.metadata.annotations?.[betaStorageClass] !== undefined;
    if (!claim.spec || hasClass || claim.spec.storageClassName !== undefined) return claim;
    const found = defaultClass(listObjects(world.store, 'storageclasses'), storageClassAnnotations);
    if (!found) return claim;
    const spec = { ...claim.spec, storageClassName: found.metadata.name };
    const admitted: Stored<PersistentVolumeClaim> = { ...claim, spec };
    return admitted;
  },
};
