/** What is doubtful about storage. Source: pkg/api/persistentvolume, persistentvolumeclaim and storage/util.go. */
import type { ObjectMeta, PersistentVolume, PersistentVolumeClaim, StorageClass } from '../objects.ts';
import { warningsForClaimSpec } from './claimSpec.ts';
import { deprecatedNodeLabel, warningsForNodeSelectorTerm } from './nodeLabels.ts';

/** Annotations that became fields. */
const classAnnotation = 'volume.beta.kubernetes.io/storage-class';
const classAdvice = 'deprecated since v1.8; use "storageClassName" attribute instead';
const optionsAnnotation = 'volume.beta.kubernetes.io/mount-options';
const optionsAdvice = 'deprecated since v1.31; use "mountOptions" attribute instead';

const recycleAdvice =
  'The Recycle reclaim policy is deprecated. Instead, the recommended approach is to use dynamic provisioning.';

/** Kinds of disks that no node can mount any more. */
const goneSources = {
  cephfs: 'deprecated in v1.28, non-functional in v1.31+',
  photonPersistentDisk: 'deprecated in v1.11, non-functional in v1.16+',
  scaleIO: 'deprecated in v1.16, non-functional in v1.22+',
  storageos: 'deprecated in v1.22, non-functional in v1.25+',
  glusterfs: 'deprecated in v1.25, non-functional in v1.26+',
  rbd: 'deprecated in v1.28, non-functional in v1.31+',
};

/** A disk has one source, so at most one of these is said. */
const warningsForSource = (spec: object): string[] =>
  Object.entries(goneSources)
    .filter(([source]) => source in spec)
    .map(([source, advice]) => `spec.${source === 'storageos' ? 'storageOS' : source}: ${advice}`);

const warningForAnnotation = (metadata: ObjectMeta | undefined, key: string, advice: string): string[] =>
  metadata?.annotations?.[key] === undefined ? [] : [`metadata.annotations[${key}]: ${advice}`];

export function warningsForPersistentVolume({ metadata, spec = {} }: PersistentVolume): string[] {
  const terms = spec.nodeAffinity?.required?.nodeSelectorTerms ?? [];
  return [
    ...warningForAnnotation(metadata, classAnnotation, classAdvice),
    ...warningForAnnotation(metadata, optionsAnnotation, optionsAdvice),
    ...(spec.persistentVolumeReclaimPolicy === 'Recycle'
      ? [`spec.persistentVolumeReclaimPolicy: ${recycleAdvice}`]
      : []),
    ...terms.flatMap((term, index) =>
      warningsForNodeSelectorTerm(term, `spec.nodeAffinity.required.nodeSelectorTerms[${index}]`),
    ),
    ...warningsForSource(spec),
  ];
}

export const warningsForPersistentVolumeClaim = ({ metadata, spec }: PersistentVolumeClaim): string[] => [
  ...warningForAnnotation(metadata, classAnnotation, classAdvice),
  ...warningsForClaimSpec(spec, 'spec'),
];

export const warningsForStorageClass = ({ allowedTopologies = [] }: StorageClass): string[] =>
  allowedTopologies.flatMap(({ matchLabelExpressions = [] }, index) =>
    matchLabelExpressions.flatMap(({ key }, expression) => {
      const message = deprecatedNodeLabel(key);
      const field = `allowedTopologies[${index}].matchLabelExpressions[${expression}].key`;
      return message ? [`${field}: ${message}`] : [];
    }),
  );
