import type { Pod, StorageClass, Stored } from '../../../api/objects.ts';
import { defaultClass } from '../../apiserver/admission/defaultClass.ts';
import { storageClassAnnotations } from '../../apiserver/admission/late/defaultStorageClass.ts';
import type { Milliseconds } from '../../world/queue.ts';
import { getObject, listObjects } from '../../world/store.ts';
import type { Plan, View, Write } from '../controller.ts';
import { isPodTerminal } from '../pods.ts';
import type { LateRules } from './registry.ts';
import { bind, setPhase, unbind } from './volumes/bind.ts';
import { findVolume, mismatchOf } from './volumes/match.ts';
import {
  betaStorageProvisioner,
  bindCompleted,
  type Claim,
  classOf,
  hasAnnotation,
  isMeantFor,
  provisionedBy,
  selectedNode,
  storageClassOf,
  storageProvisioner,
  type Volume,
  volumeEvent,
  withAnnotations,
  writeClaim,
} from './volumes/objects.ts';

/** All is looked at again at every full period. Source: resyncPeriod. */
const resyncPeriod: Milliseconds = 15_000;
const volumeKey = 'volume ';

/** Binds claims to volumes, and does with released volumes as their policy says. Source: pkg/controller/volume/persistentvolume of 1.36. */
export const persistentVolume: LateRules = {
  keysFor({ resource, key, type, object }) {
    if (resource === 'persistentvolumes') {
      const { claimRef } = (object as Volume).spec ?? {};
      const claims = claimRef ? [`${claimRef.namespace}/${claimRef.name}`] : [];
      return type === 'DELETED' ? claims : [`${volumeKey}${key}`, ...claims];
    }
    const { volumeName } = (object as Claim).spec ?? {};
    const volumes = volumeName ? [`${volumeKey}${volumeName}`] : [];
    return type === 'DELETED' ? volumes : [key, ...volumes];
  },
  reconcile(view, key) {
    if (key.startsWith(volumeKey)) {
      const volume = getObject<Volume>(view.store, 'persistentvolumes', key.slice(volumeKey.length));
      return volume ? syncVolume(view, volume) : { writes: [] };
    }
    const claim = getObject<Claim>(view.store, 'persistentvolumeclaims', key);
    if (!claim) return { writes: [] };
    return hasAnnotation(claim, bindCompleted) ? syncBoundClaim(view, claim) : syncUnboundClaim(view, claim);
  },
};

const again = ({ now }: View, writes: Write[]): Plan => ({
  writes,
  requeueAfter: resyncPeriod - (now % resyncPeriod),
});

/** Source: syncUnboundClaim. */
function syncUnboundClaim(view: View, claim: Claim): Plan {
  const { store, now } = view;
  const { volumeName } = claim.spec ?? {};
  if (!volumeName) {
    const isDelayed = shouldDelay(view, claim);
    const found = findVolume(listObjects<Volume>(store, 'persistentvolumes'), claim, isDelayed);
    return found ? { writes: bind(found, claim, now) } : again(view, withoutVolume(view, claim, isDelayed));
  }
  const volume = getObject<Volume>(store, 'persistentvolumes', volumeName);
  if (!volume) return again(view, []);
  if (volume.spec?.claimRef && !isMeantFor(volume, claim)) {
    const message = `volume "${volumeName}" already bound to a different claim.`;
    return again(view, [volumeEvent(claim, 'Warning', 'FailedBinding', message)]);
  }
  const mismatch = volume.spec?.claimRef ? undefined : mismatchOf(volume, claim);
  if (mismatch === undefined) return { writes: bind(volume, claim, now) };
  const message = `Cannot bind to requested volume "${volumeName}": ${mismatch}`;
  return again(view, [volumeEvent(claim, 'Warning', 'VolumeMismatch', message)]);
}

/** Binding waits until the scheduler has chosen a node. Source: shouldDelayBinding. */
const shouldDelay = ({ store }: View, claim: Claim): boolean =>
  !hasAnnotation(claim, selectedNode) && storageClassOf(store, claim)?.volumeBindingMode === 'WaitForFirstConsumer';

/** What is done and said for a claim that no volume fits. */
function withoutVolume(view: View, claim: Claim, isDelayed: boolean): Write[] {
  const { store } = view;
  if (claim.spec?.storageClassName === undefined && classOf(claim) === '') {
    // A default class that came later is taken by claims that asked for none in particular.
    const found = defaultClass(listObjects<Stored<StorageClass>>(store, 'storageclasses'), storageClassAnnotations);
    if (found) return [writeClaim({ ...claim, spec: { ...claim.spec, storageClassName: found.metadata.name } })];
  }
  if (isDelayed) return [waitsForConsumer(view, claim)];
  if (classOf(claim) !== '') return provision(view, claim);
  const message = 'no persistent volumes available for this claim and no storage class is set';
  return [volumeEvent(claim, 'Normal', 'FailedBinding', message)];
}

/** Source: emitEventForUnboundDelayBindingClaim. */
function waitsForConsumer({ store }: View, claim: Claim): Write {
  const { name, namespace } = claim.metadata;
  const waiting = listObjects<Stored<Pod>>(store, 'pods', namespace).filter(
    (pod) =>
      !isPodTerminal(pod) &&
      !pod.spec?.nodeName &&
      pod.spec?.volumes?.some(({ persistentVolumeClaim }) => persistentVolumeClaim?.claimName === name),
  );
  if (waiting.length === 0) {
    const message = 'waiting for first consumer to be created before binding';
    return volumeEvent(claim, 'Normal', 'WaitForFirstConsumer', message);
  }
  const pods = waiting.map(({ metadata }) => metadata.name).join(',');
  const message = `waiting for pod${waiting.length > 1 ? 's' : ''} ${pods} to be scheduled`;
  return volumeEvent(claim, 'Normal', 'WaitForPodScheduled', message);
}

/** Asks the provisioner of the claim's class for a volume. Source: provisionClaim, provisionClaimOperationExternal. */
function provision({ store }: View, claim: Claim): Write[] {
  const failed = (message: string) => [volumeEvent(claim, 'Warning', 'ProvisioningFailed', message)];
  const storageClass = storageClassOf(store, claim);
  if (!storageClass) return failed(`storageclass.storage.k8s.io "${classOf(claim)}" not found`);
  const { provisioner } = storageClass;
  if (provisioner.startsWith('kubernetes.io/')) return failed(`no volume plugin matched name: ${provisioner}`);
  const asked = { [betaStorageProvisioner]: provisioner, [storageProvisioner]: provisioner };
  const isAsked = claim.metadata.annotations?.[storageProvisioner] === provisioner;
  const message = `Waiting for a volume to be created either by the external provisioner '${provisioner}' or manually by the system administrator. If volume creation is delayed, please verify that the provisioner is running and correctly registered.`;
  return [
    ...(isAsked ? [] : [writeClaim(withAnnotations(claim, asked))]),
    volumeEvent(claim, 'Normal', 'ExternalProvisioning', message),
  ];
}

/** Source: syncBoundClaim. */
function syncBoundClaim({ store, now }: View, claim: Claim): Plan {
  const { volumeName } = claim.spec ?? {};
  const volume = volumeName ? getObject<Volume>(store, 'persistentvolumes', volumeName) : undefined;
  if (!volumeName)
    return lose(claim, 'ClaimLost', 'Bound claim has lost reference to PersistentVolume. Data on the volume is lost!');
  if (!volume)
    return lose(claim, 'ClaimLost', 'Bound claim has lost its PersistentVolume. Data on the volume is lost!');
  const { claimRef } = volume.spec ?? {};
  if (!claimRef || claimRef.uid === claim.metadata.uid) return { writes: bind(volume, claim, now) };
  return lose(claim, 'ClaimMisbound', 'Two claims are bound to the same volume, this one is bound incorrectly');
}

function lose(claim: Claim, reason: string, message: string): Plan {
  if (claim.status?.phase === 'Lost') return { writes: [] };
  const { accessModes: _modes, capacity: _capacity, ...status } = claim.status ?? {};
  const lost: Claim = { ...claim, status: { ...status, phase: 'Lost' } };
  return { writes: [writeClaim(lost, 'status'), volumeEvent(claim, 'Warning', reason, message)] };
}

/** Source: syncVolume. */
function syncVolume(view: View, volume: Volume): Plan {
  const { store, now } = view;
  const { claimRef } = volume.spec ?? {};
  if (!claimRef?.uid) return { writes: setPhase(volume, 'Available', now) };
  const found = getObject<Claim>(store, 'persistentvolumeclaims', `${claimRef.namespace}/${claimRef.name}`);
  const claim = found?.metadata.uid === claimRef.uid ? found : undefined;
  if (!claim) return release(view, volume);
  const boundTo = claim.spec?.volumeName;
  if (boundTo === volume.metadata.name) return { writes: setPhase(volume, 'Bound', now) };
  if (!boundTo) return { writes: [] };
  const isDisposable = hasAnnotation(volume, provisionedBy) && volume.spec?.persistentVolumeReclaimPolicy === 'Delete';
  return isDisposable ? release(view, volume) : { writes: unbind(volume, now) };
}

/** A volume whose claim is gone. Source: reclaimVolume. */
function release(view: View, volume: Volume): Plan {
  const { now } = view;
  const { phase } = volume.status ?? {};
  const writes = phase === 'Failed' ? [] : setPhase(volume, 'Released', now);
  // What a provisioner has made, it deletes itself.
  if (volume.spec?.persistentVolumeReclaimPolicy !== 'Delete' || hasAnnotation(volume, provisionedBy))
    return { writes };
  const error = deletionError(volume);
  if (error === undefined) {
    const { name } = volume.metadata;
    return {
      writes: [...writes, { request: { verb: 'delete', resource: 'persistentvolumes', name }, tolerate: [404] }],
    };
  }
  const event = volumeEvent(volume, 'Warning', 'VolumeFailedDelete', error);
  return again(view, [...writes, ...setPhase(volume, 'Failed', now, error), event]);
}

/** Why the volume's own kind cannot delete what is on it. */
function deletionError({ metadata, spec }: Volume): string | undefined {
  const path = spec?.hostPath?.path;
  if (path === undefined)
    return `error getting deleter volume plugin for volume "${metadata.name}": no deletable volume plugin matched`;
  if (/^\/tmp\/.+/.test(path)) return undefined;
  return `host_path deleter only supports /tmp/.+ but received provided ${path}`;
}
