import type { Deployment, Ingress, Node, Pod, ReplicaSet, Service, Stored } from '../../api/objects.ts';
import { fromTimestamp } from '../../api/time.ts';
import { say } from '../../i18n/inspector.ts';
import { useSeconds } from '../ui/time.ts';
import { ageText } from './ageText.ts';
import { Chips, Fact, Facts, Section } from './Facts.tsx';
import { IngressOverview } from './kinds/IngressOverview.tsx';
import { NodeOverview } from './kinds/NodeOverview.tsx';
import { PodOverview } from './kinds/PodOverview.tsx';
import { ServiceOverview } from './kinds/ServiceOverview.tsx';
import { DeploymentOverview, PodsOf, ReplicaSetOverview } from './kinds/WorkloadOverview.tsx';
import { OwnerChain } from './OwnerChain.tsx';
import type { Inspected } from './useSelected.ts';

const podOwners: ReadonlySet<string> = new Set(['statefulsets', 'daemonsets', 'jobs']);

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
      {podOwners.has(selected.resource) && <PodsOf owner={object} />}
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
