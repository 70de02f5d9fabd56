import { expect, test } from 'vitest';
import { warningsForPersistentVolume, warningsForPersistentVolumeClaim, warningsForStorageClass } from './storage.ts';

const metadata = { name: 'disk', annotations: { 'volume.beta.kubernetes.io/storage-class': 'fast' } };
const classWarning =
  'metadata.annotations[volume.beta.kubernetes.io/storage-class]: deprecated since v1.8; use "storageClassName" attribute instead';

test('a disk of a kind that no node mounts any more', () => {
  const key = 'beta.kubernetes.io/os';
  const nodeSelectorTerms = [{ matchExpressions: [{ key, operator: 'Exists' as const }] }];
  expect(
    warningsForPersistentVolume({
      apiVersion: 'v1',
      kind: 'PersistentVolume',
      metadata,
      spec: {
        persistentVolumeReclaimPolicy: 'Recycle',
        nodeAffinity: { required: { nodeSelectorTerms } },
        storageos: { volumeName: 'x' },
      },
    }),
  ).toEqual([
    classWarning,
    'spec.persistentVolumeReclaimPolicy: The Recycle reclaim policy is deprecated. Instead, the recommended approach is to use dynamic provisioning.',
    'spec.nodeAffinity.required.nodeSelectorTerms[0].matchExpressions[0].key: beta.kubernetes.io/os is deprecated since v1.14; use "kubernetes.io/os" instead',
    'spec.storageOS: deprecated in v1.22, non-functional in v1.25+',
  ]);
});

test('a claim of a part of a byte', () => {
  const claim = {
    apiVersion: 'v1' as const,
    kind: 'PersistentVolumeClaim' as const,
    metadata,
    spec: { resources: { requests: { storage: '100m' } } },
  };
  expect(warningsForPersistentVolumeClaim(claim)).toEqual([
    classWarning,
    'spec.resources.requests[storage]: fractional byte value "100m" is invalid, must be an integer',
  ]);
});

test('a class for zones by their old label', () => {
  const key = 'failure-domain.beta.kubernetes.io/zone';
  expect(
    warningsForStorageClass({
      apiVersion: 'storage.k8s.io/v1',
      kind: 'StorageClass',
      metadata: { name: 'fast' },
      provisioner: 'example.com/disk',
      allowedTopologies: [{ matchLabelExpressions: [{ key, values: ['a'] }] }],
    }),
  ).toEqual([
    'allowedTopologies[0].matchLabelExpressions[0].key: deprecated since v1.17; use "topology.kubernetes.io/zone" instead',
  ]);
});
