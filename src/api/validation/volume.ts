import { isConfigMapKey, isDnsLabel, isDnsSubdomain } from '../names.ts';
import type { DownwardAPIVolumeFile, KeyToPath, ProjectedVolumeSource, Volume } from '../objects.ts';
import { parseQuantity } from '../quantity.ts';
import type { FieldError } from '../status.ts';
import { validateFieldRef, validateResourceFieldRef, volumeFields } from './env.ts';
import { complaints, duplicate, forbidden, invalidValue, required, unsupported } from './errors.ts';

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
const modeDetail = 'must be a number between 0 and 0777 (octal), both inclusive';

/** A path inside a volume: relative, never upwards. */
export function validateLocalPath(path: string, field: string): FieldError[] {
  if (path.startsWith('/')) return [invalidValue(field, path, 'must be a relative path')];
  return validateNoBackSteps(path, field);
}

export function validateNoBackSteps(path: string, field: string): FieldError[] {
  return path.split('/').includes('..') ? [invalidValue(field, path, "must not contain '..'")] : [];
}

const validateMode = (mode: number | undefined, field: string): FieldError[] =>
  mode !== undefined && (mode < 0 || mode > 0o777) ? [invalidValue(field, mode, modeDetail)] : [];

function validateItems(items: KeyToPath[] | undefined, field: string): FieldError[] {
  const errors: FieldError[] = [];
  for (const [index, item] of (items ?? []).entries()) {
    const at = `${field}.items[${index}]`;
    if (!item.key) errors.push(required(`${at}.key`));
    if (!item.path) errors.push(required(`${at}.path`));
    else errors.push(...validateLocalPath(item.path, `${at}.path`));
    errors.push(...validateMode(item.mode, `${at}.mode`));
  }
  return errors;
}

function validateDownwardFile(file: DownwardAPIVolumeFile, field: string): FieldError[] {
  const errors: FieldError[] = [];
  if (!file.path) errors.push(required(`${field}.path`));
  else errors.push(...validateLocalPath(file.path, `${field}.path`));
  if (file.fieldRef) {
    errors.push(...validateFieldRef(file.fieldRef, `${field}.fieldRef`, volumeFields));
    if (file.resourceFieldRef)
      errors.push(invalidValue(field, 'resource', 'fieldRef and resourceFieldRef can not be specified simultaneously'));
  } else if (file.resourceFieldRef)
    errors.push(...validateResourceFieldRef(file.resourceFieldRef, `${field}.resourceFieldRef`, true));
  else errors.push(required(field, 'one of fieldRef and resourceFieldRef is required'));
  errors.push(...validateMode(file.mode, `${field}.mode`));
  return errors;
}

function validateProjected(projected: ProjectedVolumeSource, field: string): FieldError[] {
  const errors = validateMode(projected.defaultMode, `${field}.defaultMode`);
  const paths = new Set<string>();
  const claim = (path: string, shown = path) => {
    if (path && paths.has(path)) errors.push(invalidValue(field, shown, 'conflicting duplicate paths'));
    paths.add(path);
  };
  for (const [index, source] of (projected.sources ?? []).entries()) {
    const at = `${field}.sources[${index}]`;
    const { configMap, secret, downwardAPI, serviceAccountToken } = source;
    const kinds = Object.keys(source);
    if (kinds.length > 1) errors.push(forbidden(at, 'may not specify more than 1 volume type'));
    for (const [kind, object] of Object.entries({ secret, configMap })) {
      if (!object) continue;
      if (!object.name) errors.push(required(`${at}.${kind}.name`));
      errors.push(...validateItems(object.items, `${at}.${kind}`));
      for (const item of object.items ?? []) claim(item.path, object.name);
    }
    for (const file of downwardAPI?.items ?? []) {
      errors.push(...validateDownwardFile(file, `${at}.downwardAPI`));
      claim(file.path);
    }
    if (serviceAccountToken) {
      const seconds = serviceAccountToken.expirationSeconds ?? 3600;
      const tokenField = `${at}.serviceAccountToken`;
      if (seconds < 600)
        errors.push(
          invalidValue(`${tokenField}.expirationSeconds`, seconds, 'may not specify a duration less than 10 minutes'),
        );
      if (seconds > 2 ** 32)
        errors.push(
          invalidValue(
            `${tokenField}.expirationSeconds`,
            seconds,
            'may not specify a duration larger than 2^32 seconds',
          ),
        );
      if (!serviceAccountToken.path) errors.push(required(`${tokenField}.path`));
      else errors.push(...validateLocalPath(serviceAccountToken.path, `${tokenField}.path`));
      claim(serviceAccountToken.path);
    }
    if (kinds.length === 0) errors.push(required(at, 'must specify one of the projection types'));
  }
  return errors;
}

/** What each kind of source needs; a kind that is missing here has no rules of its own. */
const sources: { [Kind in keyof Volume]?: (source: NonNullable<Volume[Kind]>, field: string) => FieldError[] } = {
  emptyDir: (source, field) =>
    source.sizeLimit !== undefined && parseQuantity(String(source.sizeLimit)).unscaled < 0n
      ? [forbidden(`${field}.sizeLimit`, 'SizeLimit field must be a valid resource quantity')]
      : [],
  hostPath: (source, field) => {
    if (!source.path) return [required(`${field}.path`)];
    const errors = validateNoBackSteps(source.path, `${field}.path`);
    if (source.type !== undefined && !hostPathTypes.includes(source.type))
      errors.push(unsupported(`${field}.type`, source.type, hostPathTypes));
    return errors;
  },
  configMap: (source, field) => [
    ...(source.name ? [] : [required(`${field}.name`)]),
    ...validateMode(source.defaultMode, `${field}.defaultMode`),
    ...validateItems(source.items, field),
  ],
  secret: (source, field) => [
    ...(source.secretName ? [] : [required(`${field}.secretName`)]),
    ...validateMode(source.defaultMode, `${field}.defaultMode`),
    ...validateItems(source.items, field),
  ],
  persistentVolumeClaim: (source, field) => (source.claimName ? [] : [required(`${field}.claimName`)]),
  downwardAPI: (source, field) => [
    ...validateMode(source.defaultMode, `${field}.defaultMode`),
    ...(source.items ?? []).flatMap((file) => validateDownwardFile(file, field)),
  ],
  nfs: (source, field) => {
    const errors: FieldError[] = [];
    if (!source.server) errors.push(required(`${field}.server`));
    if (!source.path) errors.push(required(`${field}.path`));
    else if (!source.path.startsWith('/'))
      errors.push(invalidValue(`${field}.path`, source.path, 'must be an absolute path'));
    return errors;
  },
  csi: (source, field) => (source.driver ? [] : [required(`${field}.driver`)]),
  projected: validateProjected,
  ephemeral: (source, field) => (source.volumeClaimTemplate ? [] : [required(`${field}.volumeClaimTemplate`)]),
};

function validateSource(volume: Volume, field: string): FieldError[] {
  const errors: FieldError[] = [];
  let count = 0;
  // The order of Go's checks, so that the same one of two sources is refused.
  const kinds = (Object.keys(volume) as (keyof Volume)[]).filter(
    (key) => key !== 'name' && volume[key] !== undefined && volume[key] !== null,
  );
  const rank = (kind: keyof Volume) => {
    const at = order.indexOf(kind);
    return at < 0 ? order.length : at;
  };
  if (kinds.length > 1) kinds.sort((a, b) => rank(a) - rank(b));
  for (const kind of kinds) {
    if (count++ > 0) errors.push(forbidden(`${field}.${kind}`, 'may not specify more than 1 volume type'));
    else {
      const rule = sources[kind] as ((source: unknown, field: string) => FieldError[]) | undefined;
      if (rule) errors.push(...rule(volume[kind], `${field}.${kind}`));
    }
  }
  return errors;
}

const order: (keyof Volume)[] = [
  'emptyDir',
  'hostPath',
  'gitRepo',
  'gcePersistentDisk',
  'awsElasticBlockStore',
  'secret',
  'nfs',
  'iscsi',
  'glusterfs',
  'flocker',
  'persistentVolumeClaim',
  'rbd',
  'cephfs',
  'quobyte',
  'downwardAPI',
  'fc',
  'flexVolume',
  'configMap',
  'azureFile',
  'vsphereVolume',
  'photonPersistentDisk',
  'portworxVolume',
  'azureDisk',
  'storageos',
  'projected',
  'scaleIO',
  'csi',
  'ephemeral',
  'image',
];

/** The volumes of a Pod. Source: ValidateVolumes. */
export function validateVolumes(volumes: Volume[] | undefined, field: string): FieldError[] {
  const errors: FieldError[] = [];
  const names = new Set<string>();
  for (const [index, volume] of (volumes ?? []).entries()) {
    const at = `${field}[${index}]`;
    const found = validateSource(volume, at);
    if (!volume.name) errors.push(...found, required(`${at}.name`));
    else {
      const wrong = isDnsLabel(volume.name);
      errors.push(...found, ...complaints(`${at}.name`, volume.name, wrong));
      if (wrong.length === 0 && names.has(volume.name)) errors.push(duplicate(`${at}.name`, volume.name));
    }
    names.add(volume.name);
  }
  return errors;
}

/** Keys of ConfigMaps and Secrets at `field`. */
export const validateKeys = (data: Record<string, unknown> | undefined, field: string): FieldError[] =>
  Object.keys(data ?? {}).flatMap((key) => complaints(`${field}[${key}]`, key, isConfigMapKey(key)));

export const validateName = (name: string, field: string): FieldError[] =>
  complaints(field, name, isDnsSubdomain(name));
