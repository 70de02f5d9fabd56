import type { ObjectToWrite, PersistentVolumeClaim, StorageClass, Stored } from '../../../api/objects.ts';
import { compareQuantities, parseQuantity } from '../../../api/quantity.ts';
import { standardProvisioner } from '../../scenario/standardClass.ts';
import type { Milliseconds } from '../../world/queue.ts';
import { getObject } from '../../world/store.ts';
import type { Plan, View, Write } from '../controller.ts';
import type { LateRules } from './registry.ts';
import {
  type Claim,
  classOf,
  provisionedBy,
  storageClassOf,
  storageProvisioner,
  type Volume,
  writeClaim,
  writeVolume,
} from './volumes/objects.ts';

/** What the storage behind takes to make a disk, or to make one larger. */
const makingTakes: Milliseconds = 800;
const volumeKey = 'volume ';

/**
 * Makes, enlarges and deletes the volumes of the classes that name it: what a CSI driver with its external-provisioner and
 * external-resizer does. Source: kubernetes-csi/external-provisioner, external-resizer.
 */
export const provisioner: LateRules = {
  keysFor({ resource, key, type, object }) {
    if (type === 'DELETED') return [];
    if (resource === 'persistentvolumes') return isOwn(object as Volume) ? [`${volumeKey}${key}`] : [];
    const { annotations } = object.metadata;
    return annotations?.[storageProvisioner] === standardProvisioner ? [key] : [];
  },
  reconcile(view, key) {
    if (key.startsWith(volumeKey)) return dispose(view, key.slice(volumeKey.length));
    const claim = getObject<Claim>(view.store, 'persistentvolumeclaims', key);
    if (!claim || claim.metadata.deletionTimestamp) return { writes: [] };
    const storageClass = storageClassOf(view.store, claim);
    if (!storageClass) return { writes: [] };
    return claim.spec?.volumeName ? enlarge(view, claim, storageClass) : provision(view, claim, storageClass);
  },
};

const isOwn = ({ metadata }: Volume): boolean => metadata.annotations?.[provisionedBy] === standardProvisioner;

const event = (component: string, about: Claim, reason: string, message: string): Write => ({
  event: { component, about, type: 'Normal', reason, message },
});
const provisionerName = `${standardProvisioner}_csi-provisioner-0`;
const resizerName = `external-resizer ${standardProvisioner}`;

function provision({ store }: View, claim: Claim, storageClass: Stored<StorageClass>): Plan {
  const name = `pvc-${claim.metadata.uid}`;
  if (getObject(store, 'persistentvolumes', name)) return { writes: [] };
  const { namespace, name: claimName } = claim.metadata;
  const object = volumeFor(name, claim, storageClass);
  return {
    writes: [
      event(
        provisionerName,
        claim,
        'Provisioning',
        `External provisioner is provisioning volume for claim "${namespace}/${claimName}"`,
      ),
      {
        request: { verb: 'create', resource: 'persistentvolumes', object },
        event: {
          component: provisionerName,
          about: claim,
          type: 'Normal',
          reason: 'ProvisioningSucceeded',
          message: `Successfully provisioned volume ${name}`,
        },
      },
    ],
    thinks: makingTakes,
  };
}

function volumeFor(name: string, claim: Claim, storageClass: Stored<StorageClass>): ObjectToWrite {
  const { accessModes, resources, volumeMode } = claim.spec ?? {};
  const { name: claimName, namespace, uid, resourceVersion } = claim.metadata;
  const { reclaimPolicy = 'Delete', mountOptions } = storageClass;
  return {
    apiVersion: 'v1',
    kind: 'PersistentVolume',
    metadata: { name, annotations: { [provisionedBy]: standardProvisioner } },
    spec: {
      accessModes,
      capacity: { storage: resources?.requests?.storage ?? '0' },
      claimRef: { kind: 'PersistentVolumeClaim', namespace, name: claimName, uid, apiVersion: 'v1', resourceVersion },
      csi: { driver: standardProvisioner, volumeHandle: name },
      ...(mountOptions && { mountOptions }),
      persistentVolumeReclaimPolicy: reclaimPolicy,
      storageClassName: classOf(claim),
      ...(volumeMode && { volumeMode }),
    },
  };
}

const storageIn = (claim: PersistentVolumeClaim): string => String(claim.spec?.resources?.requests?.storage ?? '0');
const isMore = (a: string, b: string): boolean => compareQuantities(parseQuantity(a), parseQuantity(b)) > 0;

function enlarge({ store }: View, claim: Claim, { allowVolumeExpansion }: Stored<StorageClass>): Plan {
  const wanted = storageIn(claim);
  const has = claim.status?.capacity?.storage;
  const volume = getObject<Volume>(store, 'persistentvolumes', claim.spec?.volumeName ?? '');
  if (!allowVolumeExpansion || !volume || has === undefined || !isMore(wanted, String(has))) return { writes: [] };
  const { name } = volume.metadata;
  const capacity = { ...volume.spec?.capacity, storage: wanted };
  return {
    writes: [
      event(resizerName, claim, 'Resizing', `External resizer is resizing volume ${name}`),
      writeVolume({ ...volume, spec: { ...volume.spec, capacity } }),
      writeClaim(
        { ...claim, status: { ...claim.status, capacity: { ...claim.status?.capacity, storage: wanted } } },
        'status',
      ),
      event(resizerName, claim, 'VolumeResizeSuccessful', 'Resize volume succeeded'),
    ],
    thinks: makingTakes,
  };
}

/** Deletes what was released, where its policy says so. */
function dispose({ store }: View, name: string): Plan {
  const volume = getObject<Volume>(store, 'persistentvolumes', name);
  const isReleased = volume?.status?.phase === 'Released' && volume.spec?.persistentVolumeReclaimPolicy === 'Delete';
  if (!isReleased || volume.metadata.deletionTimestamp) return { writes: [] };
  return {
    writes: [{ request: { verb: 'delete', resource: 'persistentvolumes', name }, tolerate: [404] }],
    thinks: makingTakes,
  };
}
