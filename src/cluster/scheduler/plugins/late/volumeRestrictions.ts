import type { Pod, Stored, Volume } from '../../../../api/objects.ts';
import { claimOf, claimsOf, isOwnClaim } from '../../late/claims.ts';
import type { Plugin, Rejection, Snapshot } from '../../plugin.ts';

const refused = (reason: string): Rejection => ({ code: 'Unschedulable', reasons: [reason] });

/** Source: plugins/volumerestrictions. */
export const volumeRestrictions: Pick<Plugin, 'preFilter' | 'mayHelp'> = {
  preFilter(pod, snapshot) {
    const alone = new Set<string>();
    for (const { persistentVolumeClaim } of pod.spec?.volumes ?? []) {
      if (!persistentVolumeClaim) continue;
      const { claimName: name } = persistentVolumeClaim;
      const claim = claimOf(snapshot, pod.metadata.namespace, name);
      if (!claim)
        return { code: 'UnschedulableAndUnresolvable', reasons: [`persistentvolumeclaim "${name}" not found`] };
      if (claim.spec?.accessModes?.includes('ReadWriteOncePod')) alone.add(name);
    }
    const disks = (pod.spec?.volumes ?? []).filter(isDisk);
    let conflicts = alone.size === 0 ? 0 : usedByOthers(pod, alone, snapshot);
    if (disks.length === 0 && conflicts === 0) return 'skip';
    return {
      check({ info, pods }) {
        const others = disks.length === 0 ? [] : (pods ?? snapshot.podsOn(info.name));
        if (disks.some((disk) => others.some(({ spec }) => spec?.volumes?.some((other) => isSameDisk(disk, other)))))
          return refused('node(s) had no available disk');
        if (conflicts <= 0) return undefined;
        return refused(
          'node(s) unavailable due to PersistentVolumeClaim with ReadWriteOncePod access mode already in-use by another pod',
        );
      },
      move(other, _view, sign) {
        if (other.metadata.namespace !== pod.metadata.namespace) return;
        for (const { persistentVolumeClaim } of other.spec?.volumes ?? [])
          if (persistentVolumeClaim && alone.has(persistentVolumeClaim.claimName)) conflicts += sign;
      },
    };
  },
  mayHelp(pod, event) {
    const { what, change } = event;
    if (what === 'node') return change.type === 'ADDED';
    if (what === 'storage') return isOwnClaim(pod, event);
    if (what !== 'podFreed') return false;
    const gone = change.object as Stored<Pod>;
    const disks = (pod.spec?.volumes ?? []).filter(isDisk);
    return (
      disks.some((disk) => gone.spec?.volumes?.some((other) => isSameDisk(disk, other))) ||
      (gone.metadata.namespace === pod.metadata.namespace &&
        claimsOf(gone).some(({ name }) => claimsOf(pod).some((own) => own.name === name)))
    );
  },
};

/** How many of the claims a Pod on some node uses. */
function usedByOthers(pod: Stored<Pod>, names: ReadonlySet<string>, snapshot: Snapshot): number {
  const used = new Set<string>();
  for (const { info } of snapshot.nodes) {
    for (const other of snapshot.podsOn(info.name)) {
      if (other.metadata.namespace !== pod.metadata.namespace) continue;
      for (const { name } of claimsOf(other)) if (names.has(name)) used.add(name);
    }
  }
  return used.size;
}

const isDisk = ({ gcePersistentDisk, awsElasticBlockStore, iscsi, rbd }: Volume): boolean =>
  Boolean(gcePersistentDisk || awsElasticBlockStore || iscsi || rbd);

/** Whether two volumes are one disk that cannot be mounted twice on a node. Source: isVolumeConflict. */
function isSameDisk(a: Volume, b: Volume): boolean {
  const isWritten = (one: { readOnly?: boolean }, other: { readOnly?: boolean }) => !(one.readOnly && other.readOnly);
  const [gce, otherGce] = [a.gcePersistentDisk, b.gcePersistentDisk];
  if (gce && otherGce && gce.pdName === otherGce.pdName && isWritten(gce, otherGce)) return true;
  const [ebs, otherEbs] = [a.awsElasticBlockStore, b.awsElasticBlockStore];
  if (ebs && otherEbs && ebs.volumeID === otherEbs.volumeID) return true;
  if (a.iscsi && b.iscsi && a.iscsi.iqn === b.iscsi.iqn && isWritten(a.iscsi, b.iscsi)) return true;
  const [rbd, otherRbd] = [a.rbd, b.rbd];
  return (
    rbd !== undefined &&
    otherRbd !== undefined &&
    rbd.monitors.some((monitor) => otherRbd.monitors.includes(monitor)) &&
    (rbd.pool ?? 'rbd') === (otherRbd.pool ?? 'rbd') &&
    rbd.image === otherRbd.image &&
    isWritten(rbd, otherRbd)
  );
}
