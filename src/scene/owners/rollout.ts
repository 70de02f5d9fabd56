import type { Deployment, ReplicaSet, Stored } from '../../api/objects.ts';
import { resolveFenceposts } from '../../cluster/controllers/deployment/fenceposts.ts';

/** Where a Deployment stands on its way to its template, with the numbers that bound the way. */
export interface Rollout {
  /**
   * `unavailable`: all Pods have the present template, and not all are available (yet, or any more). `stuck`: the
   * progress deadline has passed. `paused`: it will not move until it is resumed.
   */
  state: 'complete' | 'progressing' | 'unavailable' | 'stuck' | 'paused';
  revision: number;
  desired: number;
  /** Pods there are, and of these: with the present template, ready, available. */
  current: number;
  updated: number;
  ready: number;
  available: number;
  /** Pods that there may be more than desired, and fewer available; undefined where the old ones all go first. */
  surge: number | undefined;
  unavailable: number | undefined;
  /** At most so many Pods, and at least so many available ones, while it rolls. */
  most: number;
  least: number;
  /** What the controller says of it. */
  message: string;
}

/** The revision of a Deployment or ReplicaSet; 0 where none is noted. Source: the annotation `deployment.kubernetes.io/revision`. */
export function revisionOf(object: { metadata: { annotations?: Record<string, string> } }): number {
  return Number(object.metadata.annotations?.['deployment.kubernetes.io/revision'] ?? 0);
}

/** How the rollout of a Deployment stands. Complete as `kubectl rollout status` says. Source: DeploymentStatusViewer, ResolveFenceposts. */
export function rolloutOf({ metadata, spec, status }: Stored<Deployment>): Rollout {
  const desired = spec?.replicas ?? 1;
  const { replicas = 0, updatedReplicas = 0, readyReplicas = 0, availableReplicas = 0 } = status ?? {};
  const progressing = status?.conditions?.find(({ type }) => type === 'Progressing');
  const rolling = spec?.strategy?.type !== 'Recreate';
  const { maxSurge, maxUnavailable } = spec?.strategy?.rollingUpdate ?? {};
  const posts = resolveFenceposts(maxSurge ?? '25%', maxUnavailable ?? '25%', desired);
  const surge = rolling ? posts.surge : undefined;
  const unavailable = rolling ? Math.min(posts.unavailable, desired) : undefined;
  const seen = (metadata.generation ?? 0) <= (status?.observedGeneration ?? 0);
  const replaced = seen && updatedReplicas >= desired && replicas <= updatedReplicas;
  const done = replaced && availableReplicas >= updatedReplicas;
  return {
    state: stateOf(done, replaced, spec?.paused === true, progressing?.reason),
    revision: revisionOf({ metadata }),
    desired,
    current: replicas,
    updated: updatedReplicas,
    ready: readyReplicas,
    available: availableReplicas,
    surge,
    unavailable,
    most: desired + (surge ?? 0),
    least: desired - (unavailable ?? desired),
    message: progressing?.message ?? '',
  };
}

function stateOf(done: boolean, replaced: boolean, paused: boolean, reason: string | undefined): Rollout['state'] {
  if (paused) return 'paused';
  if (done) return 'complete';
  if (reason === 'ProgressDeadlineExceeded') return 'stuck';
  return replaced ? 'unavailable' : 'progressing';
}

/** Whether a ReplicaSet is the one with the Deployment's present template: the controller gives it the Deployment's own revision. */
export function isNewest(replicaSet: Stored<ReplicaSet>, deployment: Stored<Deployment> | undefined): boolean {
  return deployment === undefined || revisionOf(replicaSet) === revisionOf(deployment);
}
