import type { Ingress, Stored } from '../../../api/objects.ts';
import { say } from '../../../i18n/inspector.ts';
import { Fact, Facts, Section } from '../Facts.tsx';
import { ObjectLink } from '../ObjectLink.tsx';

export function IngressOverview({ ingress }: { ingress: Stored<Ingress> }) {
  const { namespace } = ingress.metadata;
  const fallback = ingress.spec?.defaultBackend?.service;
  return (
    <Section title={say('ingress.rules')}>
      <Facts>
        <Fact name="ingressClassName">{ingress.spec?.ingressClassName}</Fact>
        {fallback && (
          <Fact name={say('ingress.default')}>
            <ObjectLink resource="services" objectKey={`${namespace}/${fallback.name}`} />
          </Fact>
        )}
      </Facts>
      {ingress.spec?.rules?.map(({ host, http }) => (
        <div key={host ?? '*'} className="rule">
          <span className="mono">{host ?? '*'}</span>
          <ul>
            {http?.paths.map(({ path, pathType, backend }) => (
              <li key={`${path}${pathType}`}>
                <span className="mono">{path ?? '/'}</span> <span className="quiet">{pathType}</span> →{' '}
                {backend.service && (
                  <ObjectLink resource="services" objectKey={`${namespace}/${backend.service.name}`}>
                    {`${backend.service.name}:${backend.service.port?.number ?? backend.service.port?.name ?? ''}`}
                  </ObjectLink>
                )}
              </li>
            ))}
          </ul>
        </div>
      ))}
    </Section>
  );
}
