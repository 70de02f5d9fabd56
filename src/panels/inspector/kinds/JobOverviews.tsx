import type { CronJob, Job, Stored } from '../../../api/objects.ts';
import { say } from '../../../i18n/inspector.ts';
import { useCluster } from '../../../store/cluster.ts';
import { StatusWord } from '../../ui/StatusWord.tsx';
import { Fact, Facts, Section } from '../Facts.tsx';
import { ObjectLink } from '../ObjectLink.tsx';
import { keyOf, ownedBy } from '../relations.ts';
import { jobStatus } from '../workloadStatus.ts';
import { PodsOf } from './WorkloadOverview.tsx';

const text = (value: number | undefined): string | undefined => (value === undefined ? undefined : String(value));

export function JobOverview({ job }: { job: Stored<Job> }) {
  const { spec, status } = job;
  const isIndexed = spec?.completionMode === 'Indexed';
  const condition = status?.conditions?.find(({ type, status: is }) => type === 'Failed' && is === 'True');
  return (
    <>
      <Section title={say('job.progress')}>
        <Facts>
          <Fact name="succeeded" mono>
            {spec?.completions === undefined
              ? text(status?.succeeded ?? 0)
              : `${status?.succeeded ?? 0}/${spec.completions}`}
          </Fact>
          <Fact name="active" mono>
            {say('job.activeOf', { active: status?.active ?? 0, parallelism: spec?.parallelism ?? 1 })}
          </Fact>
          <Fact name="failed" mono>{`${status?.failed ?? 0} · backoffLimit ${spec?.backoffLimit ?? 6}`}</Fact>
          <Fact name={say('job.why')}>{condition?.message}</Fact>
          <Fact name="completionMode">{isIndexed && spec.completionMode}</Fact>
          <Fact name="completedIndexes" mono>
            {isIndexed && (status?.completedIndexes || '–')}
          </Fact>
          <Fact name="failedIndexes" mono>
            {status?.failedIndexes}
          </Fact>
          <Fact name="activeDeadlineSeconds" mono>
            {text(spec?.activeDeadlineSeconds)}
          </Fact>
          <Fact name="ttlSecondsAfterFinished" mono>
            {text(spec?.ttlSecondsAfterFinished)}
          </Fact>
          <Fact name="startTime" mono>
            {status?.startTime}
          </Fact>
          <Fact name="completionTime" mono>
            {status?.completionTime}
          </Fact>
        </Facts>
      </Section>
      <PodsOf owner={job} />
    </>
  );
}

export function CronJobOverview({ cronJob }: { cronJob: Stored<CronJob> }) {
  const all = useCluster((cluster) => cluster.jobs);
  const jobs = ownedBy(cronJob, all.values()).sort((a, b) =>
    a.metadata.creationTimestamp > b.metadata.creationTimestamp ? -1 : 1,
  );
  const { spec, status } = cronJob;
  return (
    <>
      <Section title={say('job.schedule')}>
        <Facts>
          <Fact name="schedule" mono>
            {spec?.schedule}
          </Fact>
          <Fact name="timeZone" mono>
            {spec?.timeZone}
          </Fact>
          <Fact name="concurrencyPolicy">{spec?.concurrencyPolicy}</Fact>
          <Fact name="lastScheduleTime" mono>
            {status?.lastScheduleTime ?? say('job.notYet')}
          </Fact>
          <Fact name="lastSuccessfulTime" mono>
            {status?.lastSuccessfulTime}
          </Fact>
        </Facts>
      </Section>
      <Section title={say('job.jobs', { count: jobs.length })}>
        <ul className="pod-list">
          {jobs.map((job) => {
            const { tone, word } = jobStatus(job);
            return (
              <li key={job.metadata.uid}>
                <ObjectLink resource="jobs" objectKey={keyOf(job)} uid={job.metadata.uid} />
                <StatusWord tone={tone} word={word} />
              </li>
            );
          })}
        </ul>
      </Section>
    </>
  );
}
