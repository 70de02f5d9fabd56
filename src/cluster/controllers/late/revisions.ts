import { isSame } from '../../../api/equal.ts';
import type {
  ControllerRevision,
  KubernetesObject,
  LabelSelector,
  ObjectToWrite,
  PodTemplateSpec,
  Stored,
} from '../../../api/objects.ts';
import { matchesSelector } from '../../../api/selectors/labels.ts';
import { keyOf, listIndexed, listObjects, type Store } from '../../world/store.ts';
import { type Claim, claim } from '../claim.ts';
import type { Write } from '../controller.ts';
import { controllerReference } from '../podcontrol.ts';

export type StoredRevision = Stored<ControllerRevision>;

/** The label by which Pods and revisions of StatefulSets and DaemonSets belong together. */
export const revisionHashLabel = 'controller-revision-hash';

/** What a revision keeps of its workload: a strategic merge patch that replaces the template. Source: getPatch. */
export function revisionData(template: PodTemplateSpec | undefined) {
  return { spec: { template: { ...template, $patch: 'replace' } } };
}

/** The template that a revision keeps. */
export function templateOfRevision({ data }: ControllerRevision): PodTemplateSpec | undefined {
  const kept = (data as { spec?: { template?: PodTemplateSpec & { $patch?: string } } } | undefined)?.spec?.template;
  if (!kept) return undefined;
  const { $patch: _patch, ...template } = kept;
  return template;
}

/** Whether a revision keeps exactly this template. */
export function keepsTemplate(revision: ControllerRevision, template: PodTemplateSpec | undefined): boolean {
  return isSame(revision.data, revisionData(template));
}

/** The revisions of a workload, adopted and released as its selector wants. */
export function claimRevisions(
  store: Store,
  owner: KubernetesObject,
  selector: LabelSelector | undefined,
): Claim<StoredRevision> {
  const own = listIndexed<StoredRevision>(store, 'controllerRevisionsByController', owner.metadata.uid);
  const orphans = listIndexed<StoredRevision>(
    store,
    'controllerRevisionsByController',
    `orphan:${owner.metadata.namespace}`,
  );
  return claim(owner, selector, [...own, ...orphans]);
}

/** A revision to be made of a workload's template; its hash stands under `hashLabel`. */
export function newRevision(
  owner: KubernetesObject,
  template: PodTemplateSpec | undefined,
  hash: string,
  revision: number,
  hashLabel: string,
): StoredRevision {
  const { name, namespace, annotations } = owner.metadata;
  return {
    apiVersion: 'apps/v1',
    kind: 'ControllerRevision',
    metadata: {
      name: `${name}-${hash}`,
      ...(namespace && { namespace }),
      labels: { ...template?.metadata?.labels, [hashLabel]: hash },
      ...(annotations && { annotations }),
      ownerReferences: [controllerReference(owner)],
    },
    data: revisionData(template),
    revision,
  } as unknown as StoredRevision;
}

/** Makes a revision. */
export function createRevision(revision: StoredRevision): Write {
  const { namespace } = revision.metadata;
  const resource = 'controllerrevisions';
  const object = { ...revision } as ObjectToWrite;
  return { request: { verb: 'create', resource, ...(namespace && { namespace }), object } };
}

/** Replaces a revision. */
export function updateRevision(revision: StoredRevision): Write {
  const { name, namespace } = revision.metadata;
  const object = { ...revision } as ObjectToWrite;
  return {
    request: { verb: 'update', resource: 'controllerrevisions', ...(namespace && { namespace }), name, object },
  };
}

/** Deletes a revision. */
export function deleteRevision({ metadata: { name, namespace } }: StoredRevision): Write {
  const request = { verb: 'delete', resource: 'controllerrevisions', ...(namespace && { namespace }), name } as const;
  return { request, tolerate: [404] };
}

/** The workloads of a resource that would adopt something without controller that has these labels. */
export function selectingWorkloads(store: Store, resource: string, { metadata }: KubernetesObject): string[] {
  return listObjects(store, resource, metadata.namespace)
    .filter((one) => {
      const { spec } = one as { spec?: { selector?: LabelSelector } };
      return matchesSelector(spec?.selector, metadata.labels);
    })
    .map((one) => keyOf(one.metadata));
}

/** Earlier revisions first. Source: history.SortControllerRevisions. */
export function byRevision(a: StoredRevision, b: StoredRevision): number {
  if (a.revision !== b.revision) return a.revision - b.revision;
  const [ageA, ageB] = [a.metadata.creationTimestamp, b.metadata.creationTimestamp];
  if (ageA !== ageB) return ageA < ageB ? -1 : 1;
  return a.metadata.name < b.metadata.name ? -1 : 1;
}
