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
import { t } from '../../i18n/i18n.ts';
import type { Tone } from '../../scene/podFacts.ts';

interface Status {
  tone: Tone;
  word: string;
}

const readyOf = (ready: number, wanted: number): Status => ({
  word: t('workload.ready', { ready, wanted }),
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
      if (spec?.suspend) return { tone: 'quiet', word: t('job.suspended') };
      const count = status?.active?.length ?? 0;
      return count > 0
        ? { tone: 'good', word: t('job.active', { count }) }
        : { tone: 'quiet', word: t('job.waitsForTime') };
    }
    default:
      return undefined;
  }
}

/** Complete, failed, suspended, or how far it has come. */
export function jobStatus({ spec, status }: Stored<Job>): Status {
  const is = (type: string) =>
    status?.conditions?.some((condition) => condition.type === type && condition.status === 'True') === true;
  if (is('Complete')) return { tone: 'done', word: t('job.complete') };
  if (is('Failed')) return { tone: 'bad', word: t('job.failed') };
  if (is('Suspended')) return { tone: 'quiet', word: t('job.suspended') };
  const done = status?.succeeded ?? 0;
  const word =
    spec?.completions === undefined
      ? t('job.active', { count: status?.active ?? 0 })
      : t('job.done', { done, wanted: spec.completions });
  return { tone: status?.active ? 'good' : 'waiting', word };
}
