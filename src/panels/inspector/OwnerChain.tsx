import { controllerOf, type KubernetesObject } from '../../api/objects.ts';
import { say } from '../../i18n/inspector.ts';
import { useCluster } from '../../store/cluster.ts';
import { Section } from './Facts.tsx';
import { findObject, resourceOfKindName } from './findObject.ts';
import { ObjectLink } from './ObjectLink.tsx';

/** The controllers above an object, topmost first, and then the object itself. */
export function OwnerChain({ object }: { object: KubernetesObject }) {
  const cluster = useCluster();
  const owners: { kind: string; resource: string; key: string }[] = [];
  let at: KubernetesObject | undefined = object;
  while (at) {
    const owner = controllerOf(at);
    if (!owner) break;
    const resource = resourceOfKindName[owner.kind];
    const key: string = at.metadata.namespace ? `${at.metadata.namespace}/${owner.name}` : owner.name;
    owners.unshift({ kind: owner.kind, resource: resource ?? '', key });
    at = resource === undefined ? undefined : findObject(cluster, resource, key);
  }
  if (!owners.length) return null;
  return (
    <Section title={say('overview.owners')}>
      <ol className="chain">
        {owners.map(({ kind, resource, key }) => (
          <li key={`${kind}/${key}`}>
            <span className="chain-kind">{kind}</span>
            <ObjectLink resource={resource} objectKey={key} />
          </li>
        ))}
        <li>
          <span className="chain-kind">{object.kind}</span>
          <span className="mono">{object.metadata.name}</span>
        </li>
      </ol>
    </Section>
  );
}
