import type { Service, Stored } from '../../../api/objects.ts';
import { say } from '../../../i18n/inspector.ts';
import { useCluster } from '../../../store/cluster.ts';
import { StatusWord } from '../../ui/StatusWord.tsx';
import { Chips, Fact, Facts, Section } from '../Facts.tsx';
import { ObjectLink } from '../ObjectLink.tsx';

export function ServiceOverview({ service }: { service: Stored<Service> }) {
  const slices = useCluster((cluster) => cluster.endpointSlices);
  const { namespace, name } = service.metadata;
  const own = [...slices.values()].filter(
    ({ metadata }) => metadata.namespace === namespace && metadata.labels?.['kubernetes.io/service-name'] === name,
  );
  const endpoints = own.flatMap((slice) => slice.endpoints ?? []);
  return (
    <>
      <Section title={say('service.address')}>
        <Facts>
          <Fact name="type">{service.spec?.type}</Fact>
          <Fact name="ClusterIP" mono>
            {service.spec?.clusterIP}
          </Fact>
          {service.spec?.ports?.map((port) => (
            <Fact key={`${port.protocol}${port.port}`} name={port.name ?? say('service.port')} mono>
              {`${port.port}/${port.protocol ?? 'TCP'} → ${port.targetPort ?? port.port}${port.nodePort ? ` · nodePort ${port.nodePort}` : ''}`}
            </Fact>
          ))}
          <Fact name="External IP" mono>
            {service.status?.loadBalancer?.ingress?.map(({ ip, hostname }) => ip ?? hostname).join(', ')}
          </Fact>
        </Facts>
      </Section>
      <Section title={say('service.selector')}>
        <Chips values={service.spec?.selector} />
      </Section>
      <Section title={say('service.endpoints', { count: endpoints.length })}>
        {endpoints.length === 0 && <p className="quiet">{say('service.noEndpoints')}</p>}
        <ul className="pod-list">
          {endpoints.map(({ addresses, targetRef, conditions }) => (
            <li key={addresses.join()}>
              <span>
                <span className="mono">{addresses[0]}</span>{' '}
                {targetRef?.kind === 'Pod' && (
                  <ObjectLink
                    resource="pods"
                    objectKey={`${targetRef.namespace}/${targetRef.name}`}
                    uid={targetRef.uid}
                  />
                )}
              </span>
              <StatusWord
                tone={conditions?.ready === false ? 'waiting' : 'good'}
                word={conditions?.terminating ? 'terminating' : conditions?.ready === false ? 'not ready' : 'ready'}
              />
            </li>
          ))}
        </ul>
      </Section>
    </>
  );
}
