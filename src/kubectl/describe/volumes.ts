import type { Volume } from '../../api/objects.ts';
import type { DescribeWriter } from './writer.ts';

/** A volume source's lines: what it is, then its fields. */
type Describe = (volume: Volume) => { type: string; fields: [string, string][] } | undefined;

const sources: readonly Describe[] = [
  ({ hostPath }) =>
    hostPath && {
      type: 'HostPath (bare host directory volume)',
      fields: [
        ['Path', hostPath.path],
        ['HostPathType', hostPath.type ?? ''],
      ],
    },
  ({ emptyDir }) =>
    emptyDir && {
      type: "EmptyDir (a temporary directory that shares a pod's lifetime)",
      fields: [
        ['Medium', emptyDir.medium ?? ''],
        ['SizeLimit', emptyDir.sizeLimit === undefined ? '<unset>' : String(emptyDir.sizeLimit)],
      ],
    },
  ({ secret }) =>
    secret && {
      type: 'Secret (a volume populated by a Secret)',
      fields: [
        ['SecretName', secret.secretName ?? ''],
        ['Optional', String(secret.optional ?? false)],
      ],
    },
  ({ configMap }) =>
    configMap && {
      type: 'ConfigMap (a volume populated by a ConfigMap)',
      fields: [
        ['Name', configMap.name ?? ''],
        ['Optional', String(configMap.optional ?? false)],
      ],
    },
  ({ nfs }) =>
    nfs && {
      type: 'NFS (an NFS mount that lasts the lifetime of a pod)',
      fields: [
        ['Server', nfs.server],
        ['Path', nfs.path],
        ['ReadOnly', String(nfs.readOnly ?? false)],
      ],
    },
  ({ persistentVolumeClaim: claim }) =>
    claim && {
      type: 'PersistentVolumeClaim (a reference to a PersistentVolumeClaim in the same namespace)',
      fields: [
        ['ClaimName', claim.claimName],
        ['ReadOnly', String(claim.readOnly ?? false)],
      ],
    },
  ({ csi }) =>
    csi && {
      type: 'CSI (a Container Storage Interface (CSI) volume source)',
      fields: [
        ['Driver', csi.driver],
        ['FSType', csi.fsType ?? ''],
        ['ReadOnly', String(csi.readOnly ?? false)],
      ],
    },
];

/** The volumes of a Pod or template; in templates they are indented oddly. Source: describe.describeVolumes. */
export function writeVolumes(writer: DescribeWriter, volumes: readonly Volume[] | undefined, isTemplate = false): void {
  const level = isTemplate ? 1 : 0;
  if (!volumes?.length) {
    writer.line(level, 'Volumes:', '<none>');
    return;
  }
  writer.line(level, 'Volumes:');
  for (const volume of volumes) {
    writer.line(1, `${isTemplate ? ' ' : ''}${volume.name}:`);
    const found = sources.map((source) => source(volume)).find(Boolean);
    if (found) {
      writer.line(2, 'Type:', found.type);
      for (const [name, value] of found.fields) writer.line(2, `${name}:`, value);
      if (volume.csi) writeAttributes(writer, volume.csi.volumeAttributes);
    } else if (volume.projected) writeProjected(writer, volume.projected);
    else if (volume.downwardAPI) writeDownward(writer, volume.downwardAPI.items);
    else writer.line(2, '<unknown>');
  }
}

function writeAttributes(writer: DescribeWriter, attributes: Record<string, string> | undefined): void {
  const pairs = Object.entries(attributes ?? {}).map(([key, value]) => `    ${key}=${value}`);
  for (const [index, pair] of pairs.sort().entries()) writer.line(2, index === 0 ? 'VolumeAttributes:' : '', pair);
}

function writeProjected(writer: DescribeWriter, projected: NonNullable<Volume['projected']>): void {
  writer.line(2, 'Type:', 'Projected (a volume that contains injected data from multiple sources)');
  for (const { secret, downwardAPI, configMap, serviceAccountToken } of projected.sources ?? []) {
    if (secret) {
      writer.line(2, 'SecretName:', secret.name ?? '');
      writer.line(2, 'Optional:', String(secret.optional ?? false));
    } else if (downwardAPI) writer.line(2, 'DownwardAPI:', 'true');
    else if (configMap) {
      writer.line(2, 'ConfigMapName:', configMap.name ?? '');
      writer.line(2, 'Optional:', String(configMap.optional ?? false));
    } else if (serviceAccountToken)
      writer.line(2, 'TokenExpirationSeconds:', String(serviceAccountToken.expirationSeconds ?? 0));
  }
}

function writeDownward(writer: DescribeWriter, items: NonNullable<Volume['downwardAPI']>['items']): void {
  writer.line(2, 'Type:', 'DownwardAPI (a volume populated by information about the pod)');
  writer.line(2, 'Items:');
  for (const { path, fieldRef, resourceFieldRef } of items ?? [])
    writer.line(3, `${fieldRef?.fieldPath ?? resourceFieldRef?.resource ?? ''} -> ${path}`);
}
