import type {
  DownwardAPIVolumeFile,
  HostPathVolumeSource,
  ObjectFieldSelector,
  PersistentVolumeClaimSpec,
  ResourceFieldSelector,
  Volume,
  VolumeProjection,
} from '../objects.ts';
import { storedQuantity, storedResources } from './resources.ts';
import { changeField, mapShared } from './share.ts';

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

function claim(spec: PersistentVolumeClaimSpec): PersistentVolumeClaimSpec {
  const changed = changeField(spec, 'resources', storedResources);
  return changed.volumeMode ? changed : { ...changed, volumeMode: 'Filesystem' };
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
  iscsi: (source) => (source.iscsiInterface ? source : { ...source, iscsiInterface: 'default' }),
  ephemeral: (source) =>
    changeField(source, 'volumeClaimTemplate', (template) => ({
      ...changeField(template, 'spec', claim),
      metadata: template.metadata ?? {},
    })),
};

/** A volume with its defaults; one without a source becomes an emptyDir. Source: SetDefaults_Volume and its parts. */
export function defaultVolume(volume: Volume): Volume {
  for (const kind in volume) {
    const apply = kind === 'name' ? undefined : defaulters[kind as keyof Volume];
    if (apply) return changeField(volume, kind as keyof Volume, apply as (source: unknown) => never);
    if (kind !== 'name') return volume;
  }
  return { ...volume, emptyDir: {} };
}
