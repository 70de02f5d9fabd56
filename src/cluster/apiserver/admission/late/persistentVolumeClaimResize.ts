import type { PersistentVolumeClaim, StorageClass, Stored } from '../../../../api/objects.ts';
import { compareQuantities, parseQuantity } from '../../../../api/quantity.ts';
import { getObject } from '../../../world/store.ts';
import type { World } from '../../../world/world.ts';
import { type AdmissionSteps, refuse } from '../admission.ts';
import { claimClass } from './claimClass.ts';

type Claim = Stored<PersistentVolumeClaim>;

/** Source: plugin/pkg/admission/storage/persistentvolume/resize. */
export const persistentVolumeClaimResize: AdmissionSteps = {
  validate(world, object, resource, write) {
    const [claim, old] = [object as Claim, write.old as Claim];
    if (compareQuantities(sizeOf(claim), sizeOf(old)) <= 0) return undefined;
    if (old.status?.phase !== 'Bound')
      return refuse(resource, write, 'Only bound persistent volume claims can be expanded');
    if (mayGrow(world, claim, old)) return undefined;
    const why =
      'only dynamically provisioned pvc can be resized and the storageclass that provisions the pvc must support resize';
    return refuse(resource, write, why);
  },
};

const sizeOf = ({ spec }: Claim) =>
  parseQuantity(String((spec?.resources?.requests as Record<string, string> | undefined)?.storage ?? '0'));

function mayGrow(world: World, claim: Claim, old: Claim): boolean {
  const name = claimClass(claim);
  if (name === '' || name !== claimClass(old)) return false;
  return getObject<Stored<StorageClass>>(world.store, 'storageclasses', name)?.allowVolumeExpansion ?? false;
}
