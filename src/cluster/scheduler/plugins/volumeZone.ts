import { later } from './later.ts';

/** Refuses nodes in another zone or region than that of the Pod's volumes. */
export const volumeZone = later(
  'VolumeZone',
  ({ spec }) => spec?.volumes?.some((volume) => volume.persistentVolumeClaim) ?? false,
);
