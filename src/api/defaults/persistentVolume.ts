import type { PersistentVolume, PersistentVolumeSpec } from '../objects.ts';
import { type ResourceList, storedResourceList } from './resources.ts';
import { changeField } from './share.ts';

type Defaulters = { [Kind in keyof PersistentVolumeSpec]?: PersistentVolumeSpec[Kind] };

/** What sources of a kind are given. Source: SetDefaults_... of pkg/apis/core/v1/defaults.go. */
const ofSources: Defaulters = {
  hostPath: { type: '' } as unknown as NonNullable<PersistentVolumeSpec['hostPath']>,
  iscsi: { iscsiInterface: 'default' } as NonNullable<PersistentVolumeSpec['iscsi']>,
  rbd: { pool: 'rbd', user: 'admin', keyring: '/etc/ceph/keyring' } as NonNullable<PersistentVolumeSpec['rbd']>,
  azureDisk: { cachingMode: 'ReadWrite', kind: 'Shared', fsType: 'ext4', readOnly: false } as NonNullable<
    PersistentVolumeSpec['azureDisk']
  >,
  scaleIO: { storageMode: 'ThinProvisioned', fsType: 'xfs' } as NonNullable<PersistentVolumeSpec['scaleIO']>,
};

/** A PersistentVolume with its defaults. Source: SetDefaults_PersistentVolume. */
export function defaultPersistentVolume(volume: PersistentVolume): PersistentVolume {
  let spec: PersistentVolumeSpec = {
    ...volume.spec,
    persistentVolumeReclaimPolicy: volume.spec?.persistentVolumeReclaimPolicy || 'Retain',
    volumeMode: volume.spec?.volumeMode ?? 'Filesystem',
  };
  spec = changeField(spec, 'capacity', (list) => storedResourceList(list as ResourceList) as typeof list);
  for (const [kind, defaults] of Object.entries(ofSources))
    spec = changeField(spec, kind as 'hostPath', (source) => ({ ...(defaults as object), ...source }));
  return { ...volume, spec, status: { ...volume.status, phase: volume.status?.phase || 'Pending' } };
}
