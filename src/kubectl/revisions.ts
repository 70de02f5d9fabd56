import {
  type ControllerRevision,
  controllerOf,
  type DaemonSet,
  type KubernetesObject,
  type PodTemplateSpec,
  type StatefulSet,
} from '../api/objects.ts';
import { formatLabelSelector } from '../api/selectors/labels.ts';
import { sortKeys } from './output/yaml.ts';
import { askList, type Session } from './session.ts';

/** Workloads whose former templates are kept as ControllerRevisions. */
export type RevisionedWorkload = (DaemonSet | StatefulSet) & KubernetesObject;
export type StoredRevision = ControllerRevision & KubernetesObject;

export function isRevisioned(object: KubernetesObject): object is RevisionedWorkload {
  return object.kind === 'DaemonSet' || object.kind === 'StatefulSet';
}

/** The revisions of a workload by their number, oldest first. Source: kubectl polymorphichelpers controlledHistory. */
export async function controllerRevisionsOf(
  session: Session,
  { metadata, spec }: RevisionedWorkload,
): Promise<Map<number, StoredRevision>> {
  const all = (await askList(session, 'controllerrevisions', {
    ...(metadata.namespace !== undefined && { namespace: metadata.namespace }),
    labelSelector: formatLabelSelector(spec?.selector),
  })) as StoredRevision[];
  const own = all.filter((revision) => controllerOf(revision)?.uid === metadata.uid);
  return new Map(own.sort((a, b) => a.revision - b.revision).map((revision) => [revision.revision, revision]));
}

/** The template that a revision keeps. */
export function templateOf({ data }: StoredRevision): PodTemplateSpec {
  const { spec } = data as { spec: { template: PodTemplateSpec & { $patch?: string } } };
  const { $patch: _patch, ...template } = spec.template;
  return template;
}

/** Whether the workload has exactly the template that a revision keeps. */
export function hasTemplateOf({ spec }: RevisionedWorkload, revision: StoredRevision): boolean {
  return JSON.stringify(sortKeys(spec?.template)) === JSON.stringify(sortKeys(templateOf(revision)));
}
