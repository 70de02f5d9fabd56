import type { Plugin } from '../../plugin.ts';
import { interPodAffinity } from './interPodAffinity.ts';
import { nodeVolumeLimits } from './nodeVolumeLimits.ts';
import { volumeBinding } from './volumeBinding.ts';
import { volumeRestrictions } from './volumeRestrictions.ts';
import { volumeZone } from './volumeZone.ts';

export type LatePlugin =
  | 'InterPodAffinity'
  | 'VolumeRestrictions'
  | 'NodeVolumeLimits'
  | 'VolumeBinding'
  | 'VolumeZone';

/** What the plugins do that a page loads later. */
export const latePlugins: Record<LatePlugin, Pick<Plugin, 'preFilter' | 'preScore' | 'mayHelp'>> = {
  InterPodAffinity: interPodAffinity,
  VolumeRestrictions: volumeRestrictions,
  NodeVolumeLimits: nodeVolumeLimits,
  VolumeBinding: volumeBinding,
  VolumeZone: volumeZone,
};
