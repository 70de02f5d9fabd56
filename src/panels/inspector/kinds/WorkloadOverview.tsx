import type { Deployment, ReplicaSet, Stored } from '../../../api/objects.ts';
import { t } from '../../../i18n/i18n.ts';
import { useCluster } from '../../../store/cluster.ts';
import { ActionButton } from '../../ui/ActionButton.tsx';
import { Fact, Facts, Section } from '../Facts.tsx';
import { ObjectLink } from '../ObjectLink.tsx';
import { PodList } from '../PodList.tsx';
import { keyOf, ownedBy } from '../relations.ts';

const revisionOf = ({ metadata }: Stored<ReplicaSet>): number =>
  Number(metadata.annotations?.['deployment.kubernetes.io/revision'] ?? 0);

export function DeploymentOverview({ deployment }: { deployment: Stored<Deployment> }) {
  const all = useCluster((cluster) => cluster.replicaSets);
  const replicaSets = ownedBy(deployment, all.values()).sort((a, b) => revisionOf(b) - revisionOf(a));
  const { spec, status } = deployment;
  const wanted = spec?.replicas ?? 1;
  const rolling = spec?.strategy?.rollingUpdate;
  return (
    <>
      <Section title={t('workload.replicas')}>
        <Scaler wanted={wanted} />
        <Facts>
          <Fact name={t('workload.updated')} mono>{`${status?.updatedReplicas ?? 0}/${wanted}`}</Fact>
          <Fact name={t('workload.readyCount')} mono>{`${status?.readyReplicas ?? 0}/${wanted}`}</Fact>
          <Fact name={t('workload.available')} mono>{`${status?.availableReplicas ?? 0}/${wanted}`}</Fact>
          <Fact name="strategy">
            {spec?.strategy?.type}
            {rolling && (
              <span className="quiet">{` · maxSurge ${rolling.maxSurge} · maxUnavailable ${rolling.maxUnavailable}`}</span>
            )}
          </Fact>
        </Facts>
      </Section>
      <Section title={t('workload.rollout')}>
        <ul className="rollout">
          {replicaSets.map((replicaSet) => (
            <li key={replicaSet.metadata.uid}>
              <span className="rollout-revision mono">{`#${revisionOf(replicaSet)}`}</span>
              <ObjectLink resource="replicasets" objectKey={keyOf(replicaSet)} />
              <Blocks ready={replicaSet.status?.readyReplicas ?? 0} all={replicaSet.status?.replicas ?? 0} />
            </li>
          ))}
        </ul>
      </Section>
    </>
  );
}

export function ReplicaSetOverview({ replicaSet }: { replicaSet: Stored<ReplicaSet> }) {
  const pods = useCluster((cluster) => cluster.pods);
  const own = ownedBy(replicaSet, pods.values());
  return (
    <>
      <Section title={t('workload.replicas')}>
        <Scaler wanted={replicaSet.spec?.replicas ?? 1} />
      </Section>
      <Section title={t('node.pods', { count: own.length })}>
        <PodList pods={own} />
      </Section>
    </>
  );
}

/** How many there are to be, with a button at each side. */
function Scaler({ wanted }: { wanted: number }) {
  return (
    <div className="scaler">
      <ActionButton id="scaleDown" className="button-outline" />
      <span className="scaler-number mono">{wanted}</span>
      <ActionButton id="scaleUp" className="button-outline" />
    </div>
  );
}

/** Pods as small squares: full ones are ready. Beyond twenty a number says more. */
function Blocks({ ready, all }: { ready: number; all: number }) {
  if (all > 20) return <span className="mono quiet">{`${ready}/${all}`}</span>;
  return (
    <span className="blocks" role="img" aria-label={t('workload.ready', { ready, wanted: all })}>
      {Array.from({ length: all }, (_, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the squares are all alike
        <i key={index} className={index < ready ? 'blocks-ready' : ''} />
      ))}
    </span>
  );
}
