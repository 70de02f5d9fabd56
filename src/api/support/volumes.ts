import type { Unsupported } from './unsupported.ts';

const elsewhere = [
  'awsElasticBlockStore',
  'azureDisk',
  'azureFile',
  'cephfs',
  'cinder',
  'csi',
  'fc',
  'flexVolume',
  'flocker',
  'gcePersistentDisk',
  'glusterfs',
  'iscsi',
  'nfs',
  'photonPersistentDisk',
  'portworxVolume',
  'quobyte',
  'rbd',
  'scaleIO',
  'storageos',
  'vsphereVolume',
];

/** Volumes, and fields of volumes, without effect. */
export const volumeFields: readonly Unsupported[] = [
  {
    fields: [...elsewhere, 'gitRepo', 'image', 'ephemeral'].map((source) => `Volume.${source}`),
    en: 'The volume is an empty folder of the Pod: what it stands for is not simulated yet.',
    ko: '이 볼륨은 Pod의 빈 폴더입니다. 실제 저장소는 아직 시뮬레이션하지 않습니다.',
  },
  {
    fields: [
      'ConfigMapVolumeSource.defaultMode',
      'SecretVolumeSource.defaultMode',
      'DownwardAPIVolumeSource.defaultMode',
      'ProjectedVolumeSource.defaultMode',
      'KeyToPath.mode',
      'DownwardAPIVolumeFile.mode',
    ],
    en: 'Files have no modes: everybody may read them.',
    ko: '파일 모드가 없어서 누구나 읽을 수 있습니다.',
  },
  {
    fields: ['VolumeProjection.clusterTrustBundle', 'VolumeProjection.podCertificate'],
    en: 'Certificates are not issued: the file is missing.',
    ko: '인증서를 발급하지 않으므로 파일이 없습니다.',
  },
  {
    fields: ['ServiceAccountTokenProjection.audience', 'ServiceAccountTokenProjection.expirationSeconds'],
    en: 'The token is made up and never expires: nobody checks it.',
    ko: '토큰은 꾸며낸 값이고 만료되지 않습니다. 검사하는 곳이 없습니다.',
  },
  {
    fields: ['PersistentVolume.spec', 'PersistentVolumeClaim.spec'],
    en: 'Volumes and claims are stored, but nothing binds or provisions them yet.',
    ko: '볼륨과 클레임은 저장만 되고, 아직 바인딩하거나 프로비저닝하지 않습니다.',
  },
  {
    fields: [
      'provisioner',
      'parameters',
      'mountOptions',
      'allowedTopologies',
      'volumeBindingMode',
      'reclaimPolicy',
    ].map((field) => `StorageClass.${field}`),
    en: 'There is no provisioner yet that would make volumes of the class.',
    ko: '이 클래스의 볼륨을 만들 프로비저너가 아직 없습니다.',
  },
];
