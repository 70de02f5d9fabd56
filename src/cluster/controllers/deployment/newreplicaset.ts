import { isSame } from '../../../api/equal.ts';
import type { PodTemplateSpec } from '../../../api/objects.ts';
import { podTemplateHash } from '../../../api/podtemplatehash.ts';
import type { Failure } from '../../../api/status.ts';
import type { Write } from '../controller.ts';
import {
  hasAnnotations,
  newReplicaSetAnnotations,
  revisionAnnotation,
  revisionOf,
  sizeAnnotations,
} from './annotations.ts';
import {
  byAge,
  type Draft,
  deploymentController,
  replicasOf,
  type StoredDeployment,
  type StoredReplicaSet,
  scalingEvent,
  writeReplicaSet,
  writeStatus,
} from './draft.ts';
import { newReplicaSetSize } from './fenceposts.ts';
import { conditionOf, hasDeadline, newCondition, withCondition } from './status.ts';

const hashLabel = 'pod-template-hash';

/** Whether two templates are the same but for the hash label. Source: EqualIgnoreHash. */
export function isSameTemplate(a: PodTemplateSpec | undefined, b: PodTemplateSpec | undefined): boolean {
  return isSame(a?.spec, b?.spec) && isSame(metadataOf(a), metadataOf(b));
}

function metadataOf(template: PodTemplateSpec | undefined) {
  const { labels, annotations, ...rest } = template?.metadata ?? {};
  const { [hashLabel]: _hash, ...others } = labels ?? {};
  return { ...rest, labels: others, annotations: annotations ?? {} };
}

/** The ReplicaSet of the Deployment's template (of several the oldest), and all others. Source: FindNewReplicaSet. */
export function findNewReplicaSet(
  deployment: StoredDeployment,
  owned: readonly StoredReplicaSet[],
): { fresh?: StoredReplicaSet; old: StoredReplicaSet[] } {
  const template = deployment.spec?.template;
  const fresh = [...owned].sort(byAge).find((one) => isSameTemplate(one.spec?.template, template));
  return fresh ? { fresh, old: owned.filter((one) => one !== fresh) } : { old: [...owned] };
}

/** Gives the existing new ReplicaSet its annotations and revision, and the Deployment that revision. */
export function syncRevision(
  draft: Draft,
  fresh: StoredReplicaSet,
  old: readonly StoredReplicaSet[],
): StoredReplicaSet {
  const { deployment } = draft;
  const { metadata, spec } = fresh;
  const annotations = newReplicaSetAnnotations(deployment, metadata.annotations, nextRevision(old));
  const minReadySeconds = deployment.spec?.minReadySeconds ?? 0;
  const isSynced = hasAnnotations(fresh, annotations) && (spec?.minReadySeconds ?? 0) === minReadySeconds;
  const next = { ...fresh, metadata: { ...metadata, annotations }, spec: { ...spec, minReadySeconds } };
  if (!isSynced) writeReplicaSet(draft, next as StoredReplicaSet);
  noteRevision(
    draft,
    annotations[revisionAnnotation],
    `Found new replica set "${metadata.name}"`,
    'FoundNewReplicaSet',
  );
  return isSynced ? fresh : (next as StoredReplicaSet);
}

/** Makes the new ReplicaSet with the size that it may have now. Source: getNewReplicaSet. */
export function createNewReplicaSet(draft: Draft, old: readonly StoredReplicaSet[]): StoredReplicaSet {
  const { deployment } = draft;
  const revision = nextRevision(old);
  const replicaSet = newReplicaSet(deployment, old, revision);
  const { name, namespace } = replicaSet.metadata;
  const size = replicasOf(replicaSet);
  draft.writes.push({
    request: {
      verb: 'create',
      resource: 'replicasets',
      ...(namespace && { namespace }),
      // The status and the server's own fields are left out of what is sent: they are the server's.
      object: { ...replicaSet, metadata: { ...replicaSet.metadata } },
    },
    ...(size > 0 && { event: scalingEvent(draft, `Scaled up replica set ${name} from 0 to ${size}`) }),
  });
  noteRevision(draft, String(revision), `Created new replica set "${name}"`, 'NewReplicaSetCreated');
  return replicaSet;
}

/** The name that the new ReplicaSet will have. */
export function newReplicaSetName(deployment: StoredDeployment): string {
  return `${deployment.metadata.name}-${hashOf(deployment)}`;
}

/** The name is taken by somebody else's ReplicaSet: the hash is made anew with a higher count. */
export function noteCollision(draft: Draft): void {
  const { status } = draft.deployment;
  writeStatus(draft, { ...status, collisionCount: (status?.collisionCount ?? 0) + 1 });
}

/** What to write when making the ReplicaSet was refused. */
export function creationRefused(draft: Draft, name: string, failure: Failure): Write[] {
  const message = `Failed to create new replica set "${name}": ${failure.message}`;
  const { deployment, now } = draft;
  const condition = newCondition(now, 'Progressing', 'False', 'ReplicaSetCreateError', message);
  if (hasDeadline(deployment)) writeStatus(draft, withCondition(deployment.status ?? {}, condition));
  const about = { component: deploymentController, about: deployment, type: 'Warning' } as const;
  return [...draft.writes, { event: { ...about, reason: 'ReplicaSetCreateError', message } }];
}

const nextRevision = (old: readonly StoredReplicaSet[]): number => Math.max(0, ...old.map(revisionOf)) + 1;

const hashOf = ({ spec, status }: StoredDeployment): string =>
  podTemplateHash(spec?.template as PodTemplateSpec, status?.collisionCount);

function newReplicaSet(
  deployment: StoredDeployment,
  old: readonly StoredReplicaSet[],
  revision: number,
): StoredReplicaSet {
  const { apiVersion, kind, metadata, spec } = deployment;
  const hash = hashOf(deployment);
  const template = spec?.template as PodTemplateSpec;
  const labels = { ...template.metadata?.labels, [hashLabel]: hash };
  const owner = {
    apiVersion,
    kind,
    name: metadata.name,
    uid: metadata.uid,
    controller: true,
    blockOwnerDeletion: true,
  };
  const annotations = newReplicaSetAnnotations(deployment, undefined, revision);
  const draft = {
    apiVersion: 'apps/v1',
    kind: 'ReplicaSet',
    metadata: {
      name: `${metadata.name}-${hash}`,
      ...(metadata.namespace && { namespace: metadata.namespace }),
      labels,
      annotations: { ...annotations, ...sizeAnnotations(deployment) },
      ownerReferences: [owner],
    },
    spec: {
      replicas: 0,
      ...(spec?.minReadySeconds && { minReadySeconds: spec.minReadySeconds }),
      selector: { ...spec?.selector, matchLabels: { ...spec?.selector.matchLabels, [hashLabel]: hash } },
      template: { ...template, metadata: { ...template.metadata, labels } },
    },
  } as unknown as StoredReplicaSet;
  const replicas = newReplicaSetSize(deployment, [...old, draft], draft);
  return { ...draft, spec: { ...draft.spec, replicas } } as StoredReplicaSet;
}

/** Notes the revision on the Deployment; says where the new ReplicaSet came from, where it has not been said. */
function noteRevision(draft: Draft, revision: string | undefined, message: string, reason: string): void {
  const { deployment, now } = draft;
  const { metadata } = deployment;
  const isNew = reason === 'NewReplicaSetCreated';
  const isSaid = !hasDeadline(deployment) || (!isNew && conditionOf(deployment.status, 'Progressing'));
  const status = isSaid
    ? (deployment.status ?? {})
    : withCondition(deployment.status ?? {}, newCondition(now, 'Progressing', 'True', reason, message));
  const isNoted = revision === undefined || metadata.annotations?.[revisionAnnotation] === revision;
  if (isNoted && status === deployment.status) return;
  if (!isNoted) {
    const annotations = { ...metadata.annotations, [revisionAnnotation]: revision };
    draft.deployment = { ...deployment, metadata: { ...metadata, annotations } };
  }
  writeStatus(draft, status);
}
