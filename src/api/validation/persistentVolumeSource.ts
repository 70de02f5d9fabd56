import { isDnsLabel, isDnsSubdomain } from '../names.ts';
import type {
  CSIPersistentVolumeSource,
  HostPathVolumeSource,
  ISCSIPersistentVolumeSource,
  PersistentVolumeSpec,
  SecretReference,
} from '../objects.ts';
import type { FieldError } from '../status.ts';
import { complaints, forbidden, invalidValue, required, unsupported } from './errors.ts';
import {
  validateAwsElasticBlockStore,
  validateAzureDisk,
  validateGcePersistentDisk,
  validateStorageOs,
} from './volumes/cloud.ts';
import { validateCsiDriverName, validateFlexVolume } from './volumes/drivers.ts';
import {
  validateCephfs,
  validateFc,
  validateFlocker,
  validateGlusterfs,
  validateIscsi,
  validateNfs,
  validateQuobyte,
  validateRbd,
} from './volumes/network.ts';
import { validateNoBackSteps } from './volumes/paths.ts';
import { validateRequired } from './volumes/required.ts';

const hostPathTypes = [
  '',
  'BlockDevice',
  'CharDevice',
  'Directory',
  'DirectoryOrCreate',
  'File',
  'FileOrCreate',
  'Socket',
];

function validateHostPath({ path, type }: HostPathVolumeSource, field: string): FieldError[] {
  if (!path) return [required(`${field}.path`)];
  const errors = validateNoBackSteps(path, `${field}.path`);
  return type !== undefined && !hostPathTypes.includes(type)
    ? [...errors, unsupported(`${field}.type`, type, hostPathTypes)]
    : errors;
}

/** The name of the volume and the portal together are the name of a directory. */
function validatePersistentIscsi(source: ISCSIPersistentVolumeSource, field: string, name: string): FieldError[] {
  const { initiatorName, targetPortal = '' } = source;
  const errors = validateIscsi(source, field);
  // Of a volume it is not said which beginnings a name may have.
  const plain = errors.map((error) =>
    error.field === `${field}.iqn` && error.type === 'Invalid value'
      ? { ...error, detail: 'must be valid format' }
      : error,
  );
  if (initiatorName === undefined || `${name}:${targetPortal}`.length <= 64) return plain;
  const detail =
    'Total length of <volume name>:<iscsi.targetPortal> must be under 64 characters if iscsi.initiatorName is specified.';
  return [invalidValue(`${field}.targetportal`, targetPortal, detail), ...plain];
}

const validateReference = (secret: SecretReference | undefined, field: string): FieldError[] =>
  secret ? validateRequired({ name: secret.name, namespace: secret.namespace }, `${field}.secretRef`) : [];

/** Secrets of a driver must be named in full. Source: validatePVSecretReference. */
const secretsOfCsi = [
  'controllerPublishSecretRef',
  'controllerExpandSecretRef',
  'nodePublishSecretRef',
  'nodeExpandSecretRef',
] as const;

function validateCsi(source: CSIPersistentVolumeSource, field: string): FieldError[] {
  return [
    ...validateCsiDriverName(source.driver, `${field}.driver`),
    ...validateRequired({ volumeHandle: source.volumeHandle }, field),
    ...secretsOfCsi.flatMap((part) => {
      const secret = source[part];
      if (!secret) return [];
      const at = `${field}.${part}`;
      const { name, namespace } = secret;
      return [
        ...(name ? complaints(`${at}.name`, name, isDnsSubdomain(name)) : [required(`${at}.name`)]),
        ...(namespace
          ? complaints(`${at}.namespace`, namespace, isDnsLabel(namespace))
          : [required(`${at}.namespace`)]),
      ];
    }),
  ];
}

function validateEndpointsNamespace(namespace: string | undefined, field: string): FieldError[] {
  if (namespace === undefined) return [];
  const detail = 'if the endpointnamespace is set, it must be a valid namespace name';
  return namespace === '' ? [invalidValue(field, '', detail)] : complaints(field, namespace, isDnsLabel(namespace));
}

type Kind =
  | 'hostPath'
  | 'gcePersistentDisk'
  | 'awsElasticBlockStore'
  | 'glusterfs'
  | 'flocker'
  | 'nfs'
  | 'rbd'
  | 'quobyte'
  | 'cephfs'
  | 'iscsi'
  | 'cinder'
  | 'fc'
  | 'flexVolume'
  | 'azureFile'
  | 'vsphereVolume'
  | 'photonPersistentDisk'
  | 'portworxVolume'
  | 'azureDisk'
  | 'scaleIO'
  | 'local'
  | 'storageos'
  | 'csi';

type Sources = {
  [K in Kind]: {
    validate(source: NonNullable<PersistentVolumeSpec[K]>, field: string, name: string): FieldError[];
    /** Where its errors are, if that is not the name of the field. */
    path?: string;
    /** What it is called as a source too many, likewise. */
    extra?: string;
  };
};

/** What each kind of source needs, in the order in which Kubernetes looks for them. Source: ValidatePersistentVolumeSpec. */
const sources: Sources = {
  hostPath: { validate: validateHostPath },
  gcePersistentDisk: { validate: validateGcePersistentDisk, path: 'persistentDisk' },
  awsElasticBlockStore: { validate: validateAwsElasticBlockStore },
  glusterfs: {
    validate: (source, field) => [
      ...validateGlusterfs(source, field),
      ...validateEndpointsNamespace(source.endpointsNamespace, `${field}.endpointsNamespace`),
    ],
  },
  flocker: { validate: validateFlocker },
  nfs: { validate: validateNfs },
  rbd: { validate: (source, field) => validateRbd({ monitors: source.monitors, image: source.image }, field) },
  quobyte: { validate: validateQuobyte },
  cephfs: { validate: ({ monitors }, field) => validateCephfs({ monitors }, field), extra: 'cephFS' },
  iscsi: { validate: validatePersistentIscsi },
  cinder: {
    validate: ({ volumeID, secretRef }, field) => [
      ...validateRequired({ volumeID }, field),
      ...validateReference(secretRef, field),
    ],
  },
  fc: { validate: validateFc },
  flexVolume: {
    validate: ({ driver, options }, field) => validateFlexVolume({ driver, ...(options && { options }) }, field),
  },
  azureFile: {
    validate: ({ secretName, shareName, secretNamespace }, field) => [
      ...validateRequired({ secretName, shareName }, field),
      ...(secretNamespace === '' ? [required(`${field}.secretNamespace`)] : []),
    ],
  },
  vsphereVolume: { validate: ({ volumePath }, field) => validateRequired({ volumePath }, field) },
  photonPersistentDisk: { validate: ({ pdID }, field) => validateRequired({ pdID }, field) },
  portworxVolume: { validate: ({ volumeID }, field) => validateRequired({ volumeID }, field) },
  azureDisk: { validate: validateAzureDisk },
  scaleIO: {
    validate: ({ gateway, system, volumeName }, field) => validateRequired({ gateway, system, volumeName }, field),
  },
  local: {
    validate: ({ path }, field) =>
      path ? validateNoBackSteps(path, `${field}.path`) : validateRequired({ path }, field),
  },
  storageos: {
    validate: ({ secretRef, ...source }, field) => [
      ...validateStorageOs(source, field),
      ...validateReference(secretRef, field),
    ],
  },
  csi: { validate: validateCsi },
};

/** The one source of a volume, and others that are too many. `name` is the volume's. */
export function validateSources(spec: PersistentVolumeSpec, field: string, name: string): FieldError[] {
  const errors: FieldError[] = [];
  const given = (Object.keys(sources) as Kind[]).filter((kind) => spec[kind] !== undefined);
  for (const [index, kind] of given.entries()) {
    const { validate, path = kind, extra = kind } = sources[kind] as Sources['csi'];
    // Nobody minds a flexVolume.
    if (index > 0 && kind !== 'flexVolume')
      errors.push(forbidden(`${field}.${extra}`, 'may not specify more than 1 volume type'));
    else errors.push(...validate(spec[kind] as never, `${field}.${path}`, name));
    if (kind === 'local' && index === 0 && !spec.nodeAffinity)
      errors.push(required(`${field}.nodeAffinity`, 'Local volume requires node affinity'));
  }
  return given.length > 0 ? errors : [required(field, 'must specify a volume type')];
}
