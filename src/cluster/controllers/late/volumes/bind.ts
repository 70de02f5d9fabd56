import { isSame } from '../../../../api/equal.ts';
import { toTimestamp } from '../../../../api/time.ts';
import type { Milliseconds } from '../../../world/queue.ts';
import type { Write } from '../../controller.ts';
import {
  bindCompleted,
  boundByController,
  type Claim,
  hasAnnotation,
  isMeantFor,
  type Volume,
  withAnnotations,
  writeClaim,
  writeVolume,
} from './objects.ts';

type VolumeStatus = NonNullable<Volume['status']>;

/** Makes volume and claim each other's, whatever of it is done already. Source: bind of pv_controller.go. */
export function bind(volume: Volume, claim: Claim, now: Milliseconds): Write[] {
  const bound = boundVolume(volume, claim);
  const completed = completedClaim(claim, bound);
  const status = {
    ...claim.status,
    phase: 'Bound' as const,
    ...(volume.spec?.accessModes && { accessModes: volume.spec.accessModes }),
    ...(volume.spec?.capacity?.storage && {
      capacity: { ...claim.status?.capacity, storage: claim.status?.capacity?.storage ?? volume.spec.capacity.storage },
    }),
  };
  return [
    ...(bound === volume ? [] : [writeVolume(bound)]),
    ...setPhase(bound, 'Bound', now),
    ...(completed === claim ? [] : [writeClaim(completed)]),
    ...(isSame(status, claim.status) ? [] : [writeClaim({ ...completed, status }, 'status')]),
  ];
}

function boundVolume(volume: Volume, claim: Claim): Volume {
  const { name, namespace = '', uid, resourceVersion } = claim.metadata;
  const old = volume.spec?.claimRef;
  const isNamed = old?.name === name && old.namespace === namespace && old.uid === uid;
  if (isNamed) return volume;
  const claimRef = { kind: 'PersistentVolumeClaim', namespace, name, uid, apiVersion: 'v1', resourceVersion };
  const next: Volume = { ...volume, spec: { ...volume.spec, claimRef } };
  const isByUser = isMeantFor(volume, claim) || hasAnnotation(volume, boundByController);
  return isByUser ? next : withAnnotations(next, { [boundByController]: 'yes' });
}

function completedClaim(claim: Claim, volume: Volume): Claim {
  if (claim.spec?.volumeName === volume.metadata.name && hasAnnotation(claim, bindCompleted)) return claim;
  const isByUser = claim.spec?.volumeName === volume.metadata.name;
  const next: Claim = { ...claim, spec: { ...claim.spec, volumeName: volume.metadata.name } };
  return withAnnotations(next, {
    ...(isByUser || hasAnnotation(claim, boundByController) ? {} : { [boundByController]: 'yes' }),
    [bindCompleted]: 'yes',
  });
}

/** Writes the volume's phase, where it is another. */
export function setPhase(
  volume: Volume,
  phase: NonNullable<VolumeStatus['phase']>,
  now: Milliseconds,
  message?: string,
): Write[] {
  if (volume.status?.phase === phase) return [];
  const { message: _message, reason: _reason, ...kept } = volume.status ?? {};
  const status = { ...kept, phase, ...(message && { message }), lastPhaseTransitionTime: toTimestamp(now) };
  return [writeVolume({ ...volume, status }, 'status')];
}

/** Takes a volume back from a claim that did not take it. Source: unbindVolume. */
export function unbind(volume: Volume, now: Milliseconds): Write[] {
  const { claimRef, ...spec } = volume.spec ?? {};
  const { [boundByController]: byController, ...annotations } = volume.metadata.annotations ?? {};
  const { uid: _uid, resourceVersion: _version, ...named } = claimRef ?? {};
  const next: Volume = byController
    ? { ...volume, metadata: { ...volume.metadata, annotations }, spec }
    : { ...volume, spec: { ...spec, claimRef: named } };
  return [writeVolume(next), ...setPhase(next, 'Available', now)];
}
