import type { ObjectToWrite, Pod, Stored } from '../../../api/objects.ts';
import { call } from '../../apiserver/apiserver.ts';
import { type Cause, getObject } from '../../world/store.ts';
import type { World } from '../../world/world.ts';
import { podClaims } from '../plugins/late/volumeBinding.ts';
import { snapshotOf } from '../snapshot.ts';
import { claimOf, claimsOf } from './claims.ts';
import { findPodVolumes, isBound } from './findVolumes.ts';

/**
 * Claims the volumes that a Pod is to have on its node, and asks for those that are to be made there: the rest is the
 * volume controller's. False where there is nothing to do. Source: VolumeBinding Reserve and PreBind, bindAPIUpdate.
 */
export function claimVolumes(world: World, pod: Stored<Pod>, nodeName: string, cause: Cause): boolean {
  const snapshot = snapshotOf(world, false);
  const node = snapshot.view(nodeName)?.node;
  const claims = podClaims(pod, snapshot);
  if (!node || 'code' in claims || claims.toBind.length === 0) return false;
  const found = findPodVolumes(claims, node, snapshot);
  if (Array.isArray(found)) return false;
  for (const { volume, claim } of found.bindings) {
    const { name, namespace, uid, resourceVersion } = claim.metadata;
    const claimRef = { kind: 'PersistentVolumeClaim', apiVersion: 'v1', name, namespace, uid, resourceVersion };
    const annotations = { ...volume.metadata.annotations, 'pv.kubernetes.io/bound-by-controller': 'yes' };
    const object: ObjectToWrite = {
      ...volume,
      metadata: { ...volume.metadata, annotations },
      spec: { ...volume.spec, claimRef },
    };
    call(world, { verb: 'update', resource: 'persistentvolumes', name: volume.metadata.name, object }, cause);
  }
  for (const claim of found.provisions) {
    const { name, namespace = '' } = claim.metadata;
    const annotations = { ...claim.metadata.annotations, 'volume.kubernetes.io/selected-node': nodeName };
    const object: ObjectToWrite = { ...claim, metadata: { ...claim.metadata, annotations } };
    call(world, { verb: 'update', resource: 'persistentvolumeclaims', namespace, name, object }, cause);
  }
  return true;
}

/** Whether all claims of a Pod are bound by now. */
export function areVolumesBound(world: World, pod: Stored<Pod>): boolean {
  const object = (resource: string, key: string) => getObject(world.store, resource, key);
  return claimsOf(pod).every(({ name }) => {
    const claim = claimOf({ object }, pod.metadata.namespace, name);
    return claim !== undefined && isBound(claim);
  });
}
