import type { PersistentVolumeClaim } from '../objects.ts';
import { storedResources } from './resources.ts';

type Spec = NonNullable<PersistentVolumeClaim['spec']>;

/** The spec of a claim with its defaults. Source: SetDefaults_PersistentVolumeClaimSpec. */
export function defaultClaimSpec(given: Spec | undefined): Spec {
  const out: Spec = { volumeMode: 'Filesystem', ...given };
  out.resources = given?.resources ? storedResources(given.resources) : {};
  return out;
}

/** A PersistentVolumeClaim with its defaults. */
export function defaultPersistentVolumeClaim(claim: PersistentVolumeClaim): PersistentVolumeClaim {
  return {
    ...claim,
    spec: defaultClaimSpec(claim.spec),
    status: { ...claim.status, phase: claim.status?.phase || 'Pending' },
  };
}
