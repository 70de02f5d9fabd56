import type { ObjectToWrite, Pod, PodTemplateSpec, Stored, Volume } from '../../../../api/objects.ts';
import { controllerReference } from '../../podcontrol.ts';
import { revisionHashLabel } from '../revisions.ts';
import { claimNames } from './claims.ts';
import type { Replica, StoredStatefulSet } from './draft.ts';

const nameLabel = 'statefulset.kubernetes.io/pod-name';
const indexLabel = 'apps.kubernetes.io/pod-index';

const identityLabels = ({ name, ordinal }: Replica) => ({ [nameLabel]: name, [indexLabel]: String(ordinal) });

/** The volumes of the claims, before those of the template that they do not replace. Source: updateStorage. */
function volumesOf(set: StoredStatefulSet, ordinal: number, own: readonly Volume[] | undefined): Volume[] {
  const claims = claimNames(set, ordinal);
  const claimed = [...claims].map(([name, claimName]) => ({ name, persistentVolumeClaim: { claimName } }));
  return [...claimed, ...(own ?? []).filter(({ name }) => !claims.has(name))];
}

/** The Pod of a StatefulSet with an ordinal, as it is to be made. Source: newStatefulSetPod, initIdentity. */
export function newPod(set: StoredStatefulSet, template: PodTemplateSpec | undefined, replica: Replica): ObjectToWrite {
  const { name, ordinal, revision } = replica;
  const { namespace } = set.metadata;
  const { labels, annotations, finalizers } = template?.metadata ?? {};
  const volumes = volumesOf(set, ordinal, template?.spec?.volumes);
  const { serviceName } = set.spec ?? {};
  return {
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: {
      name,
      generateName: `${set.metadata.name}-`,
      ...(namespace && { namespace }),
      labels: { ...labels, ...identityLabels(replica), [revisionHashLabel]: revision },
      ...(annotations && { annotations }),
      ...(finalizers && { finalizers }),
      ownerReferences: [controllerReference(set)],
    },
    spec: {
      ...template?.spec,
      ...(volumes.length > 0 && { volumes }),
      hostname: name,
      ...(serviceName && { subdomain: serviceName }),
    },
  };
}

/** The Pod with the labels that tell which it is; the same Pod where it has them. Source: identityMatches, updateIdentity. */
export function withIdentity(pod: Stored<Pod>, replica: Replica): Stored<Pod> {
  const wanted = identityLabels(replica);
  const { labels } = pod.metadata;
  if (Object.entries(wanted).every(([key, value]) => labels?.[key] === value)) return pod;
  return { ...pod, metadata: { ...pod.metadata, labels: { ...labels, ...wanted } } };
}
