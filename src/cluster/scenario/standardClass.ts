/** The CSI driver of the simulated cloud: a disk over the network, to be had on every node. */
export const standardProvisioner = 'disk.csi.podarium.dev';

/** The class of storage that a cluster of a cloud has from the start. */
export const standardClass = {
  apiVersion: 'storage.k8s.io/v1',
  kind: 'StorageClass',
  metadata: { name: 'standard', annotations: { 'storageclass.kubernetes.io/is-default-class': 'true' } },
  provisioner: standardProvisioner,
  reclaimPolicy: 'Delete',
  volumeBindingMode: 'WaitForFirstConsumer',
  allowVolumeExpansion: true,
};
