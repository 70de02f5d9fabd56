import type { DaemonSet, StatefulSet, Stored } from '../../../api/objects.ts';
import { say } from '../../../i18n/inspector.ts';
import { Fact, Facts, Section } from '../Facts.tsx';
import { PodsOf, Scaler } from './WorkloadOverview.tsx';

export function StatefulSetOverview({ statefulSet }: { statefulSet: Stored<StatefulSet> }) {
  const { spec, status } = statefulSet;
  const wanted = spec?.replicas ?? 1;
  const { type, rollingUpdate } = spec?.updateStrategy ?? {};
  const isUpdating = status?.updateRevision !== status?.currentRevision;
  return (
    <>
      <Section title={say('workload.replicas')}>
        <Scaler wanted={wanted} />
        <Facts>
          <Fact name={say('workload.readyCount')} mono>{`${status?.readyReplicas ?? 0}/${wanted}`}</Fact>
          <Fact name={say('workload.available')} mono>{`${status?.availableReplicas ?? 0}/${wanted}`}</Fact>
          <Fact name={say('workload.updated')} mono>
            {isUpdating && `${status?.updatedReplicas ?? 0}/${wanted}`}
          </Fact>
          <Fact name="podManagementPolicy">{spec?.podManagementPolicy}</Fact>
          <Fact name="strategy">
            {type}
            {Boolean(rollingUpdate?.partition) && (
              <span className="quiet">{` · partition ${rollingUpdate?.partition}`}</span>
            )}
          </Fact>
          <Fact name={say('workload.revision')} mono>
            {isUpdating ? `${status?.currentRevision} → ${status?.updateRevision}` : status?.currentRevision}
          </Fact>
          <Fact name="volumeClaimTemplates" mono>
            {spec?.volumeClaimTemplates?.map(({ metadata }) => metadata?.name).join(', ')}
          </Fact>
        </Facts>
      </Section>
      <PodsOf owner={statefulSet} />
    </>
  );
}

export function DaemonSetOverview({ daemonSet }: { daemonSet: Stored<DaemonSet> }) {
  const { spec, status } = daemonSet;
  const wanted = status?.desiredNumberScheduled ?? 0;
  const { type, rollingUpdate } = spec?.updateStrategy ?? {};
  return (
    <>
      <Section title={say('workload.perNode')}>
        <Facts>
          <Fact name={say('workload.wantedNodes')} mono>
            {String(wanted)}
          </Fact>
          <Fact name={say('workload.updated')} mono>{`${status?.updatedNumberScheduled ?? 0}/${wanted}`}</Fact>
          <Fact name={say('workload.readyCount')} mono>{`${status?.numberReady ?? 0}/${wanted}`}</Fact>
          <Fact name={say('workload.available')} mono>{`${status?.numberAvailable ?? 0}/${wanted}`}</Fact>
          <Fact name={say('workload.misscheduled')} mono>
            {Boolean(status?.numberMisscheduled) && String(status?.numberMisscheduled)}
          </Fact>
          <Fact name="strategy">
            {type}
            {rollingUpdate && (
              <span className="quiet">{` · maxSurge ${rollingUpdate.maxSurge} · maxUnavailable ${rollingUpdate.maxUnavailable}`}</span>
            )}
          </Fact>
        </Facts>
      </Section>
      <PodsOf owner={daemonSet} />
    </>
  );
}
