import { isSame } from '../../api/equal.ts';
import type { KubernetesObject, ObjectToWrite, StoredMeta } from '../../api/objects.ts';
import type { Resource } from '../../api/resources.ts';
import { laterParts } from '../later/later.ts';
import { withDefaults } from './rules.ts';
import { strategyOf } from './strategies/registry.ts';

type WithSpec = KubernetesObject & { spec?: object; status?: unknown };

/** What metadata.generation counts the changes of: all but metadata and status. */
export function specOf(object: KubernetesObject): unknown {
  const { metadata: _metadata, status: _status, ...rest } = object as WithSpec;
  return rest;
}

/** The metadata of an update: what the server alone writes stays as it was. Source: rest.BeforeUpdate. */
function newMetadata(old: StoredMeta, wanted: ObjectToWrite['metadata']): StoredMeta {
  if (wanted === old) return old;
  const { creationTimestamp, resourceVersion, generation, deletionTimestamp, name, namespace, managedFields } = old;
  const { deletionGracePeriodSeconds = old.deletionGracePeriodSeconds, uid } = wanted ?? {};
  const metadata: StoredMeta = {
    // Who does not know of managedFields does not mean to forget them.
    ...(managedFields && { managedFields }),
    ...wanted,
    ...(namespace && { namespace }),
    ...(generation !== undefined && { generation }),
    ...(deletionTimestamp && { deletionTimestamp }),
    ...(deletionGracePeriodSeconds !== undefined && { deletionGracePeriodSeconds }),
    ...{ name, uid: uid || old.uid, resourceVersion, creationTimestamp },
  };
  return isSame(metadata, old) ? old : metadata;
}

/** What of an object a write through the subresource (none: the object itself) can change, on top of what is stored. */
export function draftOf(
  { plural }: Resource,
  old: WithSpec,
  wanted: ObjectToWrite,
  subresource: string | undefined,
): WithSpec {
  const strategy = strategyOf(plural);
  const metadata = newMetadata(old.metadata, wanted.metadata);
  if (subresource === 'status') {
    const draft = { ...old, metadata, status: wanted.status };
    return strategy.prepareForStatusUpdate?.(draft, old) ?? draft;
  }
  const { status: given, ...rest } = withDefaults(plural, wanted);
  const status = strategy.hasStatus ? old.status : given;
  const draft = { ...rest, ...(status !== undefined && { status }), metadata } as WithSpec;
  return subresource === 'resize' || subresource === 'ephemeralcontainers'
    ? laterParts(subresource).rules.keepPodPart(subresource, draft, old)
    : draft;
}
