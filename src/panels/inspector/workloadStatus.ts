import type {
  CronJob,
  DaemonSet,
  Deployment,
  Job,
  KubernetesObject,
  ReplicaSet,
  StatefulSet,
  Stored,
} from '../../api/objects.ts';
import { say } from '../../i18n/inspector.ts';
import type { Tone } from '../../scene/podFacts.ts';

interface Status {
  tone: Tone;
  word: string;
}

const readyOf = (ready: number, wanted: number): Status => ({
  word: say('workload.ready', { ready, wanted }),
  tone: ready >= wanted ? 'good' : 'waiting',
});

/** How a workload fares, in a word; undefined for other objects. */
export function workloadStatus(object: KubernetesObject): Status | undefined {
  switch (object.kind) {
    case 'Deployment':
    case 'ReplicaSet':
    case 'StatefulSet': {
      const { spec, status } = object as Stored<Deployment | ReplicaSet | StatefulSet>;
      return readyOf(status?.readyReplicas ?? 0, spec?.replicas ?? 1);
    }
    case 'DaemonSet': {
      const { status } = object as Stored<DaemonSet>;
      return readyOf(status?.numberReady ?? 0, status?.desiredNumberScheduled ?? 0);
    }
    case 'Job':
      return jobStatus(object as Stored<Job>);
    case 'CronJob': {
      const { spec, status } = object as Stored<CronJob>;
      if (spec?.suspend) return { tone: 'quiet', word: say('job.suspended') };
      const count = status?.active?.length ?? 0;
      return count > 0
        ? { tone: 'good', word: say('job.active', { count }) }
        : { tone: 'quiet', word: say('job.waitsForTime') };
    }
    default:
      return undefined;
  }
}

/** Complete, failed, suspended, or how far it has come. */
export function jobStatus({ spec, status }: Stored<Job>): Status {
  const is = (type: string) =>
    status?.conditions?.some((condition) => condition.type === type && condition.status === 'True') === true;
  if (is('Complete')) return { tone: 'done', word: say('job.complete') };
  if (is('Failed')) return { tone: 'bad', word: say('job.failed') };
  if (is('Suspended')) return { tone: 'quiet', word: say('job.suspended') };
  const done = status?.succeeded ?? 0;
  const word =
    spec?.completions === undefined
      ? say('job.active', { count: status?.active ?? 0 })
      : say('job.done', { done, wanted: spec.completions });
  return { tone: status?.active ? 'good' : 'waiting', word };
}
