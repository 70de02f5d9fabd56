import type { PersistentVolumeClaim } from '../objects.ts';
import { storedResources } from './resources.ts';
import { sameOr } from './share.ts';

const noResources = {};

type Spec = NonNullable<PersistentVolumeClaim['spec']>;

/** The spec of a claim with its defaults. Source: SetDefaults_PersistentVolumeClaimSpec. */
export function defaultClaimSpec(given: Spec = {}): Spec {
  const out: Spec = { volumeMode: 'Filesystem', resources: noResources, ...given };
  if (given.resources) out.resources = storedResources(given.resources);
  return sameOr(given, out);
}

/** A PersistentVolumeClaim with its defaults. */
export function defaultPersistentVolumeClaim(claim: PersistentVolumeClaim): PersistentVolumeClaim {
  return {
    ...claim,
    spec: defaultClaimSpec(claim.spec),
    status: { ...claim.status, phase: claim.status?.phase || 'Pending' },
  };
}
