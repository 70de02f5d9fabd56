import { describe, expect, it } from 'vitest';
import '../later/provide.ts';
import type { PersistentVolume, PersistentVolumeClaim, Stored } from '../../api/objects.ts';
import { getObject } from '../world/store.ts';
import { createTank, makeNode, makePod, type Tank } from './testing/tank.ts';

const storageClass = (provisioner: string) => ({
  apiVersion: 'storage.k8s.io/v1',
  kind: 'StorageClass',
  metadata: { name: 'local', uid: 'uid-local' },
  provisioner,
  volumeBindingMode: 'WaitForFirstConsumer',
});
const claim = {
  apiVersion: 'v1',
  kind: 'PersistentVolumeClaim',
  metadata: { name: 'data', namespace: 'default', uid: 'uid-data' },
  spec: {
    accessModes: ['ReadWriteOnce'],
    resources: { requests: { storage: '1Gi' } },
    storageClassName: 'local',
    volumeMode: 'Filesystem',
  },
  status: { phase: 'Pending' },
};
const volume = (name: string, node: string) => ({
  apiVersion: 'v1',
  kind: 'PersistentVolume',
  metadata: { name, uid: `uid-${name}` },
  spec: {
    accessModes: ['ReadWriteOnce'],
    capacity: { storage: '10Gi' },
    storageClassName: 'local',
    volumeMode: 'Filesystem',
    local: { path: '/mnt' },
    nodeAffinity: {
      required: {
        nodeSelectorTerms: [{ matchExpressions: [{ key: 'kubernetes.io/hostname', operator: 'In', values: [node] }] }],
      },
    },
  },
  status: { phase: 'Available' },
});
const user = (name: string, claimName = 'data') =>
  makePod(name, { volumes: [{ name: 'v', persistentVolumeClaim: { claimName } }] });

const claimIn = (tank: Tank) =>
  getObject<Stored<PersistentVolumeClaim>>(tank.world.store, 'persistentvolumeclaims', 'default/data');

/** As the volume controller does in the end. */
function bindClaim(tank: Tank, volumeName: string): void {
  const found = claimIn(tank);
  const annotations = { ...found?.metadata.annotations, 'pv.kubernetes.io/bind-completed': 'yes' };
  tank.write('persistentvolumeclaims', {
    ...found,
    metadata: { ...found?.metadata, annotations },
    spec: { ...found?.spec, volumeName },
    status: { phase: 'Bound' },
  });
}

function tankWith(...nodes: string[]): Tank {
  const tank = createTank();
  for (const name of nodes) tank.write('nodes', makeNode(name));
  return tank;
}

describe('a Pod with a claim', () => {
  it('claims the volume that can be reached, and is bound when the claim is', () => {
    const tank = tankWith('node-1', 'node-2');
    tank.write('storageclasses', storageClass('kubernetes.io/no-provisioner'));
    tank.write('persistentvolumes', volume('disk', 'node-2'));
    tank.write('persistentvolumeclaims', claim);
    tank.write('pods', user('web'));
    tank.run(5000);
    const claimed = getObject<Stored<PersistentVolume>>(tank.world.store, 'persistentvolumes', 'disk');
    expect(claimed?.spec?.claimRef).toMatchObject({ namespace: 'default', name: 'data', uid: 'uid-data' });
    expect(tank.pod('web')?.spec?.nodeName).toBeUndefined();
    expect(tank.pod('web')?.status?.nominatedNodeName).toBe('node-2');
    bindClaim(tank, 'disk');
    tank.run(2000);
    expect(tank.pod('web')?.spec?.nodeName).toBe('node-2');
  });

  it('asks for a volume on its node, and gives up after ten minutes', () => {
    const tank = tankWith('node-1');
    tank.write('storageclasses', storageClass('csi.example'));
    tank.write('persistentvolumeclaims', claim);
    tank.write('pods', user('web'));
    tank.run(5000);
    expect(claimIn(tank)?.metadata.annotations?.['volume.kubernetes.io/selected-node']).toBe('node-1');
    tank.run(600_000);
    const last = tank.world.scheduler.attempts.get('uid-web')?.[0];
    expect(last).toMatchObject({ outcome: 'error', message: expect.stringContaining('context deadline exceeded') });
  });

  it('is tried again when its claim is made, and not when another is', () => {
    const tank = tankWith('node-1');
    tank.write('pods', user('web'));
    tank.run(5000);
    const tries = () => tank.world.scheduler.attempts.get('uid-web')?.length;
    expect(tries()).toBe(1);
    tank.write('persistentvolumeclaims', {
      ...claim,
      metadata: { ...claim.metadata, name: 'other', uid: 'uid-other' },
    });
    tank.run(5000);
    expect(tries()).toBe(1);
    tank.write('persistentvolumes', volume('disk', 'node-1'));
    tank.write('persistentvolumeclaims', claim);
    bindClaim(tank, 'disk');
    tank.run(5000);
    expect(tank.pod('web')?.spec?.nodeName).toBe('node-1');
  });

  it('does not share a volume of mode ReadWriteOncePod', () => {
    const tank = tankWith('node-1', 'node-2');
    tank.write('persistentvolumes', { ...volume('disk', 'node-1'), spec: { capacity: { storage: '1Gi' } } });
    tank.write('persistentvolumeclaims', { ...claim, spec: { ...claim.spec, accessModes: ['ReadWriteOncePod'] } });
    bindClaim(tank, 'disk');
    tank.write('pods', user('first'));
    tank.run(100);
    tank.write('pods', user('second'));
    tank.run(100);
    expect(tank.pod('first')?.spec?.nodeName).toBeDefined();
    expect(tank.pod('second')?.spec?.nodeName).toBeUndefined();
    tank.remove('pods', 'default/first');
    tank.run(2000);
    expect(tank.pod('second')?.spec?.nodeName).toBeDefined();
  });
});
