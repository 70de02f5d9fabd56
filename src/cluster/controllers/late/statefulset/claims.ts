import { isSame } from '../../../../api/equal.ts';
import type { ObjectMeta, ObjectToWrite, PersistentVolumeClaim, Stored } from '../../../../api/objects.ts';
import { getObject, keyOf } from '../../../world/store.ts';
import type { Write } from '../../controller.ts';
import { controllerReference } from '../../podcontrol.ts';
import { claimEvent, type Draft, isInRange, type Replica, type StoredStatefulSet } from './draft.ts';

type StoredClaim = Stored<PersistentVolumeClaim>;
type Owners = NonNullable<ObjectMeta['ownerReferences']>;

/** Claim names by the name of their template, for a Pod with this ordinal. Source: getPersistentVolumeClaimName. */
export function claimNames({ metadata, spec }: StoredStatefulSet, ordinal: number): Map<string, string> {
  const templates = spec?.volumeClaimTemplates ?? [];
  return new Map(
    templates.map((one) => [one.metadata?.name ?? '', `${one.metadata?.name}-${metadata.name}-${ordinal}`]),
  );
}

function findClaim({ view, set }: Draft, name: string): StoredClaim | undefined {
  const { namespace } = set.metadata;
  return getObject<StoredClaim>(view.store, 'persistentvolumeclaims', keyOf({ ...(namespace && { namespace }), name }));
}

/** A claim that is about to go, or that still belongs to an earlier Pod of this name: the Pod has to wait. Source: PodClaimIsStale. */
export function hasStaleClaim(draft: Draft, { ordinal, name, pod }: Replica): boolean {
  return [...claimNames(draft.set, ordinal).values()].some((claimName) => {
    const owners = findClaim(draft, claimName)?.metadata.ownerReferences ?? [];
    return owners.some((owner) => owner.kind === 'Pod' && owner.name === name && owner.uid !== pod?.metadata.uid);
  });
}

/** The name of a claim of the Pod's that is being deleted. */
export function goingClaim(draft: Draft, ordinal: number): string | undefined {
  return [...claimNames(draft.set, ordinal).values()].find(
    (name) => findClaim(draft, name)?.metadata.deletionTimestamp !== undefined,
  );
}

/** Makes the claims of a Pod that are not there. Source: createPersistentVolumeClaims. */
export function createClaims(draft: Draft, { ordinal, name: pod }: Replica): void {
  const { set, writes } = draft;
  const { namespace } = set.metadata;
  for (const template of set.spec?.volumeClaimTemplates ?? []) {
    const name = `${template.metadata?.name}-${set.metadata.name}-${ordinal}`;
    if (findClaim(draft, name)) continue;
    const labels = { ...template.metadata?.labels, ...set.spec?.selector.matchLabels };
    const metadata = { ...template.metadata, name, ...(namespace && { namespace }), labels };
    const object = {
      apiVersion: 'v1',
      kind: 'PersistentVolumeClaim',
      metadata,
      spec: template.spec,
    } as ObjectToWrite;
    const resource = 'persistentvolumeclaims';
    writes.push({
      request: { verb: 'create', resource, ...(namespace && { namespace }), object },
      event: claimEvent(set, name, pod),
    });
  }
}

/** Whether the claims' owners are as the retention policy wants them. Source: ClaimsMatchRetentionPolicy. */
export function claimsMatchPolicy(draft: Draft, replica: Replica): boolean {
  return staleOwners(draft, replica, false).length === 0;
}

/** Gives the claims the owners that the retention policy wants. Source: UpdatePodClaimForRetentionPolicy. */
export function updateClaimOwners(draft: Draft, replica: Replica): void {
  const { namespace } = draft.set.metadata;
  for (const { name, owners } of staleOwners(draft, replica, true))
    draft.writes.push({
      request: {
        verb: 'patch',
        resource: 'persistentvolumeclaims',
        ...(namespace && { namespace }),
        name,
        patchType: 'merge',
        patch: { metadata: { ownerReferences: owners.length > 0 ? owners : null } },
      },
      tolerate: [404],
    } satisfies Write);
}

/** The claims whose owners are not what they should be, and what they should be; `withNew` also those being made. */
function staleOwners(draft: Draft, replica: Replica, withNew: boolean): { name: string; owners: Owners }[] {
  return [...claimNames(draft.set, replica.ordinal).values()].flatMap((name) => {
    const claim = findClaim(draft, name);
    if (!claim && !withNew) return [];
    const now = claim?.metadata.ownerReferences ?? [];
    const owners = wantedOwners(draft.set, replica, now);
    return isSame(now, owners) ? [] : [{ name, owners }];
  });
}

/** Source: updateClaimOwnerRefForSetAndPod. */
function wantedOwners(set: StoredStatefulSet, { ordinal, name, pod }: Replica, now: Owners): Owners {
  const isOurs = ({ kind, name: owner }: Owners[number]) =>
    (kind === 'StatefulSet' && owner === set.metadata.name) || (kind === 'Pod' && owner === name);
  const others = now.filter((owner) => !isOurs(owner));
  // Another controller looks after this claim.
  if (others.some(({ controller }) => controller)) return others;
  const { whenDeleted, whenScaled } = set.spec?.persistentVolumeClaimRetentionPolicy ?? {};
  const isScaledDown = !isInRange(ordinal, set);
  if (whenScaled === 'Delete' && isScaledDown && pod)
    return [...others, controllerReference({ ...pod, apiVersion: 'v1', kind: 'Pod' })];
  return whenDeleted === 'Delete' && !(whenScaled === 'Delete' && isScaledDown)
    ? [...others, controllerReference(set)]
    : others;
}
