import type { Volume } from '../objects.ts';
import { warningsForClaimSpec } from './claimSpec.ts';

/** Drivers that left Kubernetes, in its order. */
const gone: [keyof Volume, string, path?: string][] = [
  ['photonPersistentDisk', 'deprecated in v1.11, non-functional in v1.16+'],
  ['gitRepo', 'deprecated in v1.11'],
  ['scaleIO', 'deprecated in v1.16, non-functional in v1.22+'],
  ['flocker', 'deprecated in v1.22, non-functional in v1.25+'],
  ['storageos', 'deprecated in v1.22, non-functional in v1.25+', 'storageOS'],
  ['quobyte', 'deprecated in v1.22, non-functional in v1.25+'],
  ['glusterfs', 'deprecated in v1.25, non-functional in v1.26+'],
  ['ephemeral', ''],
  ['cephfs', 'deprecated in v1.28, non-functional in v1.31+'],
  ['rbd', 'deprecated in v1.28, non-functional in v1.31+'],
];

/** Volumes of drivers that are gone, claims that are made for the Pod. */
export function warningsForVolumes(volumes: Volume[] | undefined, field: string): string[] {
  return (volumes ?? []).flatMap((volume, index) => {
    const at = `${field}[${index}]`;
    return gone.flatMap(([kind, message, path]) => {
      if (!volume[kind]) return [];
      if (kind !== 'ephemeral') return [`${at}.${path ?? kind}: ${message}`];
      const template = volume.ephemeral?.volumeClaimTemplate;
      return template ? warningsForClaimSpec(template.spec, `${at}.ephemeral.volumeClaimTemplate.spec`) : [];
    });
  });
}
