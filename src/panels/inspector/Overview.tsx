import type {
  CronJob,
  DaemonSet,
  Deployment,
  Ingress,
  Job,
  Node,
  Pod,
  ReplicaSet,
  Service,
  StatefulSet,
  Stored,
} from '../../api/objects.ts';
import { fromTimestamp } from '../../api/time.ts';
import { say } from '../../i18n/inspector.ts';
import { useSeconds } from '../ui/time.ts';
import { ageText } from './ageText.ts';
import { Chips, Fact, Facts, Section } from './Facts.tsx';
import { IngressOverview } from './kinds/IngressOverview.tsx';
import { CronJobOverview, JobOverview } from './kinds/JobOverviews.tsx';
import { NodeOverview } from './kinds/NodeOverview.tsx';
import { PodOverview } from './kinds/PodOverview.tsx';
import { ServiceOverview } from './kinds/ServiceOverview.tsx';
import { DaemonSetOverview, StatefulSetOverview } from './kinds/SetOverviews.tsx';
import { DeploymentOverview, ReplicaSetOverview } from './kinds/WorkloadOverview.tsx';
import { OwnerChain } from './OwnerChain.tsx';
import type { Inspected } from './useSelected.ts';

/** What is most worth knowing of the object, by its kind; owners and labels of any. */
export function Overview({ selected, object }: Inspected) {
  const now = useSeconds();
  return (
    <>
      {selected.resource === 'pods' && <PodOverview pod={object as Stored<Pod>} />}
      {selected.resource === 'nodes' && <NodeOverview node={object as Stored<Node>} />}
      {selected.resource === 'services' && <ServiceOverview service={object as Stored<Service>} />}
      {selected.resource === 'ingresses' && <IngressOverview ingress={object as Stored<Ingress>} />}
      {selected.resource === 'deployments' && <DeploymentOverview deployment={object as Stored<Deployment>} />}
      {selected.resource === 'replicasets' && <ReplicaSetOverview replicaSet={object as Stored<ReplicaSet>} />}
      {selected.resource === 'statefulsets' && <StatefulSetOverview statefulSet={object as Stored<StatefulSet>} />}
      {selected.resource === 'daemonsets' && <DaemonSetOverview daemonSet={object as Stored<DaemonSet>} />}
      {selected.resource === 'jobs' && <JobOverview job={object as Stored<Job>} />}
      {selected.resource === 'cronjobs' && <CronJobOverview cronJob={object as Stored<CronJob>} />}
      <OwnerChain object={object} />
      <Section title={say('overview.labels')}>
        <Chips values={object.metadata.labels} />
      </Section>
      <Section title={say('overview.metadata')}>
        <Facts>
          <Fact name={say('overview.age')}>{ageText(now - fromTimestamp(object.metadata.creationTimestamp))}</Fact>
          <Fact name={say('overview.created')} mono>
            {object.metadata.creationTimestamp}
          </Fact>
          <Fact name="uid" mono>
            {object.metadata.uid}
          </Fact>
          <Fact name="resourceVersion" mono>
            {object.metadata.resourceVersion}
          </Fact>
        </Facts>
      </Section>
    </>
  );
}
