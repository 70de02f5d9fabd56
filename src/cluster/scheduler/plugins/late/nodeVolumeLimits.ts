import type { CSINode, Pod, Stored } from '../../../../api/objects.ts';
import { claimOf, claimsOf, classNameOf, classOf, isOwnClaim, volumeOf } from '../../late/claims.ts';
import type { Plugin, Snapshot } from '../../plugin.ts';

/** Source: plugins/nodevolumelimits. */
export const nodeVolumeLimits: Pick<Plugin, 'preFilter' | 'mayHelp'> = {
  preFilter(pod, snapshot) {
    const wanted = attached(pod, snapshot);
    return {
      check({ info, pods }) {
        const limits = limitsOf(snapshot, info.name);
        if (wanted.size === 0 || limits.size === 0) return undefined;
        const there = new Map<string, string>();
        for (const other of pods ?? snapshot.podsOn(info.name))
          for (const [volume, driver] of attached(other, snapshot)) there.set(volume, driver);
        const isOver = [...limits].some(([driver, limit]) => {
          const used = [...there.values()].filter((one) => one === driver).length;
          const more = [...wanted].filter(([volume, one]) => one === driver && !there.has(volume)).length;
          return more > 0 && used + more > limit;
        });
        return isOver ? { code: 'Unschedulable', reasons: ['node(s) exceed max volume count'] } : undefined;
      },
    };
  },
  mayHelp(pod, event) {
    const { what, change } = event;
    if (what === 'node') return change.type === 'ADDED';
    if (what === 'storage') return change.resource === 'csinodes' || isOwnClaim(pod, event);
    return what === 'podFreed' && claimsOf(change.object as Stored<Pod>).length > 0;
  },
};

/** How many volumes of each driver can be attached to a node; empty where nobody says. */
function limitsOf({ object }: Snapshot, node: string): Map<string, number> {
  const limits = new Map<string, number>();
  const csiNode = object('csinodes', node) as Stored<CSINode> | undefined;
  for (const { name, allocatable } of csiNode?.spec?.drivers ?? [])
    if (allocatable?.count !== undefined) limits.set(name, allocatable.count);
  return limits;
}

/** The volumes of CSI drivers that a Pod has attached to its node, each with its driver; one to be made counts as one. */
function attached(pod: Stored<Pod>, snapshot: Snapshot): Map<string, string> {
  const { namespace } = pod.metadata;
  const found = new Map<string, string>();
  for (const { name } of claimsOf(pod)) {
    const claim = claimOf(snapshot, namespace, name);
    if (!claim) continue;
    const volume = claim.spec?.volumeName ? volumeOf(snapshot, claim.spec.volumeName) : undefined;
    const csi = volume?.spec?.csi;
    if (csi) found.set(`${csi.driver}/${csi.volumeHandle}`, csi.driver);
    const provisioner = volume ? undefined : classOf(snapshot, classNameOf(claim))?.provisioner;
    if (provisioner) found.set(`${provisioner}/${namespace}/${name}`, provisioner);
  }
  return found;
}
