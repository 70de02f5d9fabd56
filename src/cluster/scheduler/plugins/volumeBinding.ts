import type { Plugin } from '../plugin.ts';
import { later } from './later.ts';

/** Refuses nodes from which the volumes of the Pod's claims cannot be reached, or on which none can be had for them. */
export const volumeBinding: Plugin = {
  ...later(
    'VolumeBinding',
    ({ spec }) => spec?.volumes?.some((volume) => volume.persistentVolumeClaim || volume.ephemeral) ?? false,
  ),
  // How full volumes would be counts only where VolumeCapacityPriority is on.
  preScore: () => 'skip',
};
