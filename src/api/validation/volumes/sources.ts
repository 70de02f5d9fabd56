import type { Volume } from '../../objects.ts';
import type { FieldError } from '../../status.ts';
import {
  validateAwsElasticBlockStore,
  validateAzureDisk,
  validateCinder,
  validateGcePersistentDisk,
  validateStorageOs,
} from './cloud.ts';
import { validateCsi, validateFlexVolume } from './drivers.ts';
import { validateEphemeral } from './ephemeral.ts';
import { validateConfigMap, validateDownwardApi, validateSecret } from './files.ts';
import { validateEmptyDir, validateGitRepo, validateHostPath, validateImage } from './local.ts';
import {
  validateCephfs,
  validateFc,
  validateFlocker,
  validateGlusterfs,
  validateIscsi,
  validateNfs,
  validateQuobyte,
  validateRbd,
} from './network.ts';
import { validateProjected } from './projected.ts';
import { validateRequired } from './required.ts';

type Kind = Exclude<keyof Volume, 'name'>;
type Sources = {
  [K in Kind]-?: {
    validate(source: NonNullable<Volume[K]>, field: string): FieldError[];
    /** Where its errors are, if that is not the name of the field. */
    path?: string;
  };
};

/** What each kind of source needs, in the order in which Kubernetes looks for them. Source: validateVolumeSource. */
export const sources: Sources = {
  emptyDir: { validate: validateEmptyDir },
  hostPath: { validate: validateHostPath },
  gitRepo: { validate: validateGitRepo },
  gcePersistentDisk: { validate: validateGcePersistentDisk, path: 'persistentDisk' },
  awsElasticBlockStore: { validate: validateAwsElasticBlockStore },
  secret: { validate: validateSecret },
  nfs: { validate: validateNfs },
  iscsi: { validate: validateIscsi },
  glusterfs: { validate: validateGlusterfs },
  flocker: { validate: validateFlocker },
  persistentVolumeClaim: { validate: ({ claimName }, field) => validateRequired({ claimName }, field) },
  rbd: { validate: validateRbd },
  cinder: { validate: validateCinder },
  cephfs: { validate: validateCephfs },
  quobyte: { validate: validateQuobyte },
  downwardAPI: { validate: validateDownwardApi },
  fc: { validate: validateFc },
  flexVolume: { validate: validateFlexVolume },
  configMap: { validate: validateConfigMap },
  azureFile: { validate: ({ secretName, shareName }, field) => validateRequired({ secretName, shareName }, field) },
  vsphereVolume: { validate: ({ volumePath }, field) => validateRequired({ volumePath }, field) },
  photonPersistentDisk: { validate: ({ pdID }, field) => validateRequired({ pdID }, field) },
  portworxVolume: { validate: ({ volumeID }, field) => validateRequired({ volumeID }, field) },
  azureDisk: { validate: validateAzureDisk },
  storageos: { validate: validateStorageOs },
  projected: { validate: validateProjected },
  scaleIO: {
    validate: ({ gateway, system, volumeName }, field) => validateRequired({ gateway, system, volumeName }, field),
  },
  csi: { validate: validateCsi },
  ephemeral: { validate: validateEphemeral },
  image: { validate: validateImage },
};

export const sourceKinds = Object.keys(sources) as Kind[];

/** Two kinds are misspelled where they are refused as a second source. */
const misspelled: { [K in Kind]?: string } = { cephfs: 'cephFS', downwardAPI: 'downwarAPI' };
export const refusedPath = (kind: Kind): string => misspelled[kind] ?? kind;
