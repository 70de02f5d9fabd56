import type { ObjectMeta } from '../objects.ts';
import { canonicalQuantity } from '../quantity.ts';

const abbreviations = { ReadWriteOnce: 'RWO', ReadOnlyMany: 'ROX', ReadWriteMany: 'RWX', ReadWriteOncePod: 'RWOP' };

/** `RWO,ROX`, always in the same order. Source: core/helper.GetAccessModesAsString. */
export function accessModes(modes: readonly string[] | undefined): string {
  return Object.entries(abbreviations)
    .filter(([mode]) => modes?.includes(mode))
    .map(([, short]) => short)
    .join(',');
}

/** The storage in a list of resources, `0` without any. */
export function storageText(resources: Readonly<Record<string, string | number>> | undefined): string {
  return canonicalQuantity(String(resources?.storage ?? '0'));
}

/** The class, which an annotation of old may name instead. Source: core/helper.GetPersistentVolumeClass. */
export function storageClassOf(metadata: ObjectMeta, name: string | undefined): string {
  return metadata.annotations?.['volume.beta.kubernetes.io/storage-class'] ?? name ?? '';
}
