import type { Pod, StorageClass, Stored } from '../../../../api/objects.ts';
import { claimOf, claimsOf, classNameOf, classOf, isOwnClaim } from '../../late/claims.ts';
import { findPodVolumes, isBound, type PodClaims } from '../../late/findVolumes.ts';
import type { Plugin, Rejection, Snapshot } from '../../plugin.ts';

const refused = (...reasons: string[]): Rejection => ({ code: 'UnschedulableAndUnresolvable', reasons });

/** Source: plugins/volumebinding. */
export const volumeBinding: Pick<Plugin, 'preFilter' | 'mayHelp'> = {
  preFilter(pod, snapshot) {
    const claims = podClaims(pod, snapshot);
    if ('code' in claims) return claims;
    return {
      check({ node }) {
        const found = findPodVolumes(claims, node, snapshot);
        return Array.isArray(found) ? refused(...found) : undefined;
      },
    };
  },
  mayHelp(pod, event) {
    const { what, change } = event;
    if (what === 'node') return change.type !== 'DELETED';
    if (what !== 'storage') return false;
    const { resource, object, previous } = change;
    if (resource === 'persistentvolumeclaims') return isOwnClaim(pod, event);
    if (resource !== 'storageclasses') return true;
    const topologies = (storageClass: object) => JSON.stringify((storageClass as StorageClass).allowedTopologies);
    return previous === undefined || topologies(previous) !== topologies(object);
  },
};

/** The claims of a Pod, or why it cannot be on any node. Source: podHasPVCs, GetPodVolumeClaims. */
export function podClaims(pod: Stored<Pod>, snapshot: Snapshot): PodClaims | Rejection {
  const { namespace } = pod.metadata;
  const refs = claimsOf(pod);
  for (const { name, isEphemeral } of refs) {
    const claim = claimOf(snapshot, namespace, name);
    if (!claim && isEphemeral)
      return refused(`waiting for ephemeral volume controller to create the persistentvolumeclaim "${name}"`);
    if (!claim) return refused(`persistentvolumeclaim "${name}" not found`);
    if (claim.status?.phase === 'Lost')
      return refused(
        `persistentvolumeclaim "${name}" bound to non-existent persistentvolume "${claim.spec?.volumeName}"`,
      );
    if (claim.metadata.deletionTimestamp) return refused(`persistentvolumeclaim "${name}" is being deleted`);
    if (isEphemeral && !claim.metadata.ownerReferences?.some(({ uid }) => uid === pod.metadata.uid))
      return refused(
        `PVC ${namespace}/${name} was not created for pod ${namespace}/${pod.metadata.name} (pod is not owner)`,
      );
  }
  const claims: PodClaims = { bound: [], toBind: [] };
  for (const { name } of refs) {
    const claim = claimOf(snapshot, namespace, name);
    if (!claim) continue;
    const waits = classOf(snapshot, classNameOf(claim))?.volumeBindingMode === 'WaitForFirstConsumer';
    if (isBound(claim)) claims.bound.push(claim);
    else if (waits && !claim.spec?.volumeName) claims.toBind.push(claim);
    else return refused('pod has unbound immediate PersistentVolumeClaims');
  }
  return claims;
}
