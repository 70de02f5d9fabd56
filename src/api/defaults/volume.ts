import type {
  DownwardAPIVolumeFile,
  HostPathVolumeSource,
  ObjectFieldSelector,
  PersistentVolumeClaimTemplate,
  ResourceFieldSelector,
  Volume,
  VolumeProjection,
} from '../objects.ts';
import { defaultClaimSpec } from './persistentVolumeClaim.ts';
import { defaultPullPolicy } from './pullPolicy.ts';
import { storedQuantity } from './resources.ts';
import { changeField, mapShared, sameOr } from './share.ts';

const fileMode = 0o644;

/** `apiVersion: v1` for a reference to a field of the Pod. */
export function defaultFieldRef(reference: ObjectFieldSelector): ObjectFieldSelector {
  return reference.apiVersion ? reference : { ...reference, apiVersion: 'v1' };
}

/** The divisor "0" of a reference to a container's resource, which means 1. */
export function defaultResourceFieldRef(reference: ResourceFieldSelector): ResourceFieldSelector {
  const divisor = reference.divisor === undefined ? '0' : storedQuantity(reference.divisor);
  return divisor === reference.divisor ? reference : { ...reference, divisor };
}

const file = (item: DownwardAPIVolumeFile): DownwardAPIVolumeFile =>
  changeField(changeField(item, 'fieldRef', defaultFieldRef), 'resourceFieldRef', defaultResourceFieldRef);

function projection(source: VolumeProjection): VolumeProjection {
  let out = changeField(source, 'downwardAPI', (api) => changeField(api, 'items', (items) => mapShared(items, file)));
  out = changeField(out, 'serviceAccountToken', (token) =>
    token.expirationSeconds === undefined ? { ...token, expirationSeconds: 3600 } : token,
  );
  return out;
}

const withMode = <T extends { defaultMode?: number }>(source: T): T =>
  source.defaultMode === undefined ? { ...source, defaultMode: fileMode } : source;

const hostPath = (source: HostPathVolumeSource): HostPathVolumeSource =>
  source.type === undefined ? { ...source, type: '' as NonNullable<HostPathVolumeSource['type']> } : source;

const withDefaults = <T extends object>(source: T, defaults: Partial<T>): T => {
  const out: T = { ...source };
  for (const field in defaults)
    if (out[field] === undefined || out[field] === '') out[field] = defaults[field] as never;
  return sameOr(source, out);
};

function claimTemplate(template: PersistentVolumeClaimTemplate): PersistentVolumeClaimTemplate {
  const out = changeField(template, 'spec', defaultClaimSpec);
  return out.metadata ? out : { ...out, metadata: {} };
}

type Defaulter<Kind extends keyof Volume> = (source: NonNullable<Volume[Kind]>) => NonNullable<Volume[Kind]>;

/** By kind of source; a kind that is missing here has no defaults. */
const defaulters: { [Kind in keyof Volume]?: Defaulter<Kind> } = {
  configMap: withMode,
  secret: withMode,
  projected: (source) => withMode(changeField(source, 'sources', (list) => mapShared(list, projection))),
  downwardAPI: (source) => withMode(changeField(source, 'items', (list) => mapShared(list, file))),
  hostPath,
  emptyDir: (source) => changeField(source, 'sizeLimit', storedQuantity),
  iscsi: (source) => withDefaults(source, { iscsiInterface: 'default' }),
  rbd: (source) => withDefaults(source, { pool: 'rbd', user: 'admin', keyring: '/etc/ceph/keyring' }),
  azureDisk: (source) =>
    sameOr(source, { cachingMode: 'ReadWrite', fsType: 'ext4', readOnly: false, kind: 'Shared', ...source }),
  scaleIO: (source) => withDefaults(source, { storageMode: 'ThinProvisioned', fsType: 'xfs' }),
  image: (source) =>
    source.pullPolicy ? source : { ...source, pullPolicy: defaultPullPolicy(source.reference ?? '') },
  ephemeral: (source) => changeField(source, 'volumeClaimTemplate', claimTemplate),
};

/** A volume with its defaults; one without a source becomes an emptyDir. Source: SetDefaults_Volume and its parts. */
export function defaultVolume(volume: Volume): Volume {
  let out = volume;
  let hasSource = false;
  for (const kind in volume) {
    if (kind === 'name') continue;
    hasSource = true;
    const apply = defaulters[kind as keyof Volume];
    if (apply) out = changeField(out, kind as keyof Volume, apply as (source: unknown) => never);
  }
  return hasSource ? out : { ...volume, emptyDir: {} };
}
