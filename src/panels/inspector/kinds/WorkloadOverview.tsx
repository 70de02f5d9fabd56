import type { Deployment, KubernetesObject, ReplicaSet, Stored } from '../../../api/objects.ts';
import { say } from '../../../i18n/inspector.ts';
import { useCluster } from '../../../store/cluster.ts';
import { ActionButton } from '../../ui/ActionButton.tsx';
import { Fact, Facts, Section } from '../Facts.tsx';
import { PodList } from '../PodList.tsx';
import { ownedBy } from '../relations.ts';
import { RolloutPanel } from './RolloutPanel.tsx';

export function DeploymentOverview({ deployment }: { deployment: Stored<Deployment> }) {
  const { spec, status } = deployment;
  const wanted = spec?.replicas ?? 1;
  const rolling = spec?.strategy?.rollingUpdate;
  return (
    <>
      <Section title={say('workload.replicas')}>
        <Scaler wanted={wanted} />
        <Facts>
          <Fact name={say('workload.updated')} mono>{`${status?.updatedReplicas ?? 0}/${wanted}`}</Fact>
          <Fact name={say('workload.readyCount')} mono>{`${status?.readyReplicas ?? 0}/${wanted}`}</Fact>
          <Fact name={say('workload.available')} mono>{`${status?.availableReplicas ?? 0}/${wanted}`}</Fact>
          <Fact name="strategy">
            {spec?.strategy?.type}
            {rolling && (
              <span className="quiet">{` · maxSurge ${rolling.maxSurge} · maxUnavailable ${rolling.maxUnavailable}`}</span>
            )}
          </Fact>
        </Facts>
      </Section>
      <RolloutPanel deployment={deployment} />
    </>
  );
}

export function ReplicaSetOverview({ replicaSet }: { replicaSet: Stored<ReplicaSet> }) {
  const pods = useCluster((cluster) => cluster.pods);
  const own = ownedBy(replicaSet, pods.values());
  return (
    <>
      <Section title={say('workload.replicas')}>
        <Scaler wanted={replicaSet.spec?.replicas ?? 1} />
      </Section>
      <Section title={say('node.pods', { count: own.length })}>
        <PodList pods={own} />
      </Section>
    </>
  );
}

/** The Pods that an object controls. */
export function PodsOf({ owner }: { owner: KubernetesObject }) {
  const pods = useCluster((cluster) => cluster.pods);
  const own = ownedBy(owner, pods.values());
  return (
    <Section title={say('node.pods', { count: own.length })}>
      <PodList pods={own} />
    </Section>
  );
}

/** How many there are to be, with a button at each side. */
export function Scaler({ wanted }: { wanted: number }) {
  return (
    <div className="scaler">
      <ActionButton id="scaleDown" className="button-outline" />
      <span className="scaler-number mono">{wanted}</span>
      <ActionButton id="scaleUp" className="button-outline" />
    </div>
  );
}
