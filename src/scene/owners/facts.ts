import type { CronJob, DaemonSet, Deployment, Job, Pod, ReplicaSet, StatefulSet, Stored } from '../../api/objects.ts';
import { podFacts, type Tone } from '../podFacts.ts';
import { isNewest, type Rollout, revisionOf, rolloutOf } from './rollout.ts';
import type { Branch, Owner } from './tree.ts';

/** What the stage tells of an owner of Pods. */
export interface OwnerFacts {
  /** How many there are to be, as its spec says (a DaemonSet: as many as nodes want one); undefined where nobody says. */
  desired: number | undefined;
  /** How many there are, and how many of them are ready. */
  current: number;
  ready: number;
  tone: Tone;
  /** Of a Deployment, or of the revision that a ReplicaSet holds; 0 where there is none. */
  revision: number;
  /** A ReplicaSet of an older template than its Deployment has now. */
  old: boolean;
  rollout?: Rollout;
  /** Of a Job: how many have succeeded and failed. Of a CronJob: its schedule. */
  job?: {
    succeeded: number;
    failed: number;
    completions: number | undefined;
    ended: 'Complete' | 'Failed' | undefined;
  };
  schedule?: string;
  /** Old ReplicaSets without Pods that are kept to go back to, and have no card of their own. */
  kept: number;
}

/** What the stage tells of what stands at the top of a tree of ownership. */
export function rootFacts(root: Owner, branches: readonly Branch[], kept: number): OwnerFacts {
  const facts = ownFacts(
    root,
    branches.flatMap(({ pods }) => pods),
    undefined,
  );
  return { ...facts, kept };
}

/** What the stage tells of a ReplicaSet or Job below another owner. */
export function branchFacts({ owner, pods }: Branch, root: Owner): OwnerFacts {
  return ownFacts(owner, pods, root.object as Stored<Deployment> | undefined);
}

const isOver = (pod: Stored<Pod>): boolean => pod.status?.phase === 'Succeeded' || pod.status?.phase === 'Failed';

function ownFacts(owner: Owner, all: readonly Stored<Pod>[], parent: Stored<Deployment> | undefined): OwnerFacts {
  // Of a CronJob only the runs under way count: those before are over, well or not.
  const pods = owner.kind === 'CronJob' ? all.filter((pod) => !isOver(pod)) : all;
  const current = pods.length;
  const ready = pods.filter((pod) => podFacts(pod).ready).length;
  const facts = { desired: undefined, current, ready, revision: 0, old: false, kept: 0, ...said(owner, parent) };
  return { ...facts, tone: toneOf(facts, pods) };
}

/** Conditions with which a Job is over. */
const endings: ReadonlySet<string> = new Set(['Complete', 'Failed']);

/** What the object itself says, by its kind. */
function said({ kind, object }: Owner, parent: Stored<Deployment> | undefined): Partial<OwnerFacts> {
  if (!object) return {};
  switch (kind) {
    case 'Deployment': {
      const rollout = rolloutOf(object as Stored<Deployment>);
      return { desired: rollout.desired, revision: rollout.revision, rollout };
    }
    case 'ReplicaSet': {
      const replicaSet = object as Stored<ReplicaSet>;
      return {
        desired: replicaSet.spec?.replicas ?? 1,
        revision: revisionOf(replicaSet),
        old: !isNewest(replicaSet, parent),
      };
    }
    case 'StatefulSet':
      return { desired: (object as Stored<StatefulSet>).spec?.replicas ?? 1 };
    case 'DaemonSet':
      return { desired: (object as Stored<DaemonSet>).status?.desiredNumberScheduled ?? 0 };
    case 'Job': {
      const { spec, status } = object as Stored<Job>;
      const { succeeded = 0, failed = 0 } = status ?? {};
      const ended = status?.conditions?.find((one) => endings.has(one.type) && one.status === 'True')?.type;
      return { job: { succeeded, failed, completions: spec?.completions, ended: ended as 'Complete' | undefined } };
    }
    case 'CronJob':
      return { schedule: (object as Stored<CronJob>).spec?.schedule ?? '' };
    default:
      return {};
  }
}

function toneOf(
  { desired, current, ready, job, rollout, old }: Omit<OwnerFacts, 'tone'>,
  pods: readonly Stored<Pod>[],
): Tone {
  if (rollout?.state === 'stuck' || job?.ended === 'Failed') return 'bad';
  if (job?.ended === 'Complete') return 'done';
  if (pods.some((pod) => podFacts(pod).tone === 'bad')) return 'bad';
  if (job) return 'good';
  if (current === 0 && (desired ?? 0) === 0) return 'quiet';
  if (old || (rollout && rollout.state !== 'complete')) return 'waiting';
  return ready >= (desired ?? current) ? 'good' : 'waiting';
}
