import { later } from './later.ts';

/** Refuses nodes to which no more volumes of a CSI driver can be attached. */
export const nodeVolumeLimits = later(
  'NodeVolumeLimits',
  ({ spec }) => spec?.volumes?.some((volume) => volume.persistentVolumeClaim || volume.ephemeral) ?? false,
);
