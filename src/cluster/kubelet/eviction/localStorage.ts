import { effectiveResources } from '../../../api/effective.ts';
import type { Pod } from '../../../api/objects.ts';
import { compareQuantities, parseQuantity, type Quantity, quantityOf, quantityText } from '../../../api/quantity.ts';
import type { PodStats } from './stats.ts';

const bytes = (amount: number): Quantity => quantityOf(amount, 'BinarySI');

/**
 * Why a Pod is evicted for what it has written: more than an emptyDir's sizeLimit, or than a limit of
 * ephemeral-storage; undefined where it may stay. Source: localStorageEviction of eviction_manager.go.
 */
export function localStorageExcess(pod: Pod, stats: PodStats, dedicatedImageFs: boolean): string | undefined {
  return emptyDirExcess(pod, stats) ?? podExcess(pod, stats) ?? containerExcess(pod, stats, dedicatedImageFs);
}

function emptyDirExcess(pod: Pod, stats: PodStats): string | undefined {
  for (const { name, emptyDir } of pod.spec?.volumes ?? []) {
    if (!emptyDir?.sizeLimit) continue;
    const limit = parseQuantity(String(emptyDir.sizeLimit));
    const used = stats.volume?.find((volume) => volume.name === name)?.usedBytes;
    if (limit.unscaled <= 0n || used === undefined) continue;
    if (compareQuantities(bytes(used), limit) > 0)
      return `Usage of EmptyDir volume "${name}" exceeds the limit "${quantityText(limit)}". `;
  }
  return undefined;
}

function podExcess(pod: Pod, stats: PodStats): string | undefined {
  const limit = effectiveResources(pod, 'limits')['ephemeral-storage'];
  const used = stats['ephemeral-storage']?.usedBytes;
  if (!limit || used === undefined || compareQuantities(bytes(used), limit) <= 0) return undefined;
  return `Pod ephemeral local storage usage exceeds the total limit of containers ${quantityText(limit)}. `;
}

function containerExcess(pod: Pod, stats: PodStats, dedicatedImageFs: boolean): string | undefined {
  for (const { name, logs, rootfs } of stats.containers) {
    const limits = pod.spec?.containers.find((container) => container.name === name)?.resources?.limits;
    const text = (limits as Record<string, string | number> | undefined)?.['ephemeral-storage'];
    if (text === undefined) continue;
    const limit = parseQuantity(String(text));
    const used = (logs?.usedBytes ?? 0) + (dedicatedImageFs ? 0 : (rootfs?.usedBytes ?? 0));
    if (limit.unscaled > 0n && compareQuantities(bytes(used), limit) > 0)
      return `Container ${name} exceeded its local ephemeral storage limit "${quantityText(limit)}". `;
  }
  return undefined;
}
