import { controllerOf, type KubernetesObject, type LabelSelector } from '../../api/objects.ts';
import { resourceOfKind } from '../../api/resources.ts';
import { matchesSelector } from '../../api/selectors/labels.ts';
import type { Write } from './controller.ts';

/** What an owner takes for its own, and the writes that make it so. */
export interface Claim<T> {
  owned: T[];
  writes: Write[];
}

/**
 * Adopts objects without controller that the selector selects, releases own ones that it does not select any more.
 * Source: pkg/controller controller_ref_manager.go ClaimObject.
 */
export function claim<T extends KubernetesObject>(
  owner: KubernetesObject,
  selector: LabelSelector | undefined,
  candidates: readonly T[],
): Claim<T> {
  const owned: T[] = [];
  const writes: Write[] = [];
  const isGoing = owner.metadata.deletionTimestamp !== undefined;
  for (const object of candidates) {
    const controller = controllerOf(object);
    const isSelected = matchesSelector(selector, object.metadata.labels);
    if (controller && controller.uid !== owner.metadata.uid) continue;
    if (controller && isSelected) owned.push(object);
    else if (controller) {
      if (!isGoing) writes.push(setOwners(object, withoutOwner(object, owner)));
    } else if (isSelected && !isGoing && !object.metadata.deletionTimestamp) {
      const { apiVersion, kind, metadata } = owner;
      const { name, uid } = metadata;
      const reference = { apiVersion, kind, name, uid, controller: true, blockOwnerDeletion: true };
      writes.push(setOwners(object, [...withoutOwner(object, owner), reference]));
      owned.push(object);
    }
  }
  return { owned, writes };
}

type Owners = NonNullable<KubernetesObject['metadata']['ownerReferences']>;

const withoutOwner = (object: KubernetesObject, owner: KubernetesObject): Owners =>
  (object.metadata.ownerReferences ?? []).filter(({ uid }) => uid !== owner.metadata.uid);

/** A patch of the owner references; one that has gone meanwhile needs none. */
export function setOwners(object: KubernetesObject, owners: Owners): Write {
  const { name, namespace, uid } = object.metadata;
  return {
    request: {
      verb: 'patch',
      resource: resourceOfKind(object.apiVersion, object.kind)?.plural ?? '',
      ...(namespace && { namespace }),
      name,
      patchType: 'merge',
      patch: { metadata: { uid, ownerReferences: owners.length > 0 ? owners : null } },
    },
    tolerate: [404],
  };
}
