import { compareQuantities, parseQuantity } from '../../../../api/quantity.ts';
import { matchesSelector } from '../../../../api/selectors/labels.ts';
import { type Claim, classOf, isMeantFor, type Volume } from './objects.ts';

const storageOf = (volume: Volume) => parseQuantity(String(volume.spec?.capacity?.storage ?? '0'));
const wantedStorage = (claim: Claim) => parseQuantity(String(claim.spec?.resources?.requests?.storage ?? '0'));
const modeOf = ({ spec }: Volume | Claim): string => spec?.volumeMode ?? 'Filesystem';

const hasModes = (volume: Volume, claim: Claim): boolean =>
  (claim.spec?.accessModes ?? []).every((mode) => volume.spec?.accessModes?.includes(mode));

/**
 * The volume that fits a claim best: the one meant for it, else the smallest that is large enough, of those that offer the
 * fewest access modes. While binding waits for the first consumer, only one that is meant for it.
 * Source: FindMatchingVolume, findByClaim.
 */
export function findVolume(volumes: readonly Volume[], claim: Claim, isDelayed: boolean): Volume | undefined {
  const wanted = wantedStorage(claim);
  const fitting = volumes.filter((volume) => {
    if (volume.metadata.deletionTimestamp || modeOf(volume) !== modeOf(claim) || !hasModes(volume, claim)) return false;
    if (volume.spec?.claimRef && !isMeantFor(volume, claim)) return false;
    return compareQuantities(storageOf(volume), wanted) >= 0;
  });
  const meant = fitting.find((volume) => volume.spec?.claimRef);
  if (meant || isDelayed) return meant;
  const free = fitting.filter(
    (volume) =>
      volume.status?.phase === 'Available' &&
      classOf(volume) === classOf(claim) &&
      (!claim.spec?.selector || matchesSelector(claim.spec.selector, volume.metadata.labels)),
  );
  const modes = (volume: Volume) => volume.spec?.accessModes?.length ?? 0;
  const [best] = free.sort((a, b) => modes(a) - modes(b) || compareQuantities(storageOf(a), storageOf(b)));
  return best;
}

/** Why a volume that the claim names cannot be its own; undefined where it can. Source: checkVolumeSatisfyClaim. */
export function mismatchOf(volume: Volume, claim: Claim): string | undefined {
  if (compareQuantities(storageOf(volume), wantedStorage(claim)) < 0) return 'requested PV is too small';
  if (classOf(volume) !== classOf(claim)) return 'storageClassName does not match';
  if (modeOf(volume) !== modeOf(claim)) return 'incompatible volumeMode';
  return hasModes(volume, claim) ? undefined : 'incompatible accessMode';
}
