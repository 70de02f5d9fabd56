import type { Pod, StorageClass, Stored } from '../../../../api/objects.ts';
import { claimOf, classNameOf, classOf, isOwnClaim, type Volume, volumeOf } from '../../late/claims.ts';
import type { Plugin, Rejection, Snapshot } from '../../plugin.ts';

const topologyLabels = [
  'failure-domain.beta.kubernetes.io/zone',
  'failure-domain.beta.kubernetes.io/region',
  'topology.kubernetes.io/zone',
  'topology.kubernetes.io/region',
] as const;

/** The name of today of a label of old. */
const today = (label: string): string => label.replace('failure-domain.beta.', 'topology.');

interface Topology {
  label: string;
  values: string[];
}

const refused = (reason: string): Rejection => ({ code: 'UnschedulableAndUnresolvable', reasons: [reason] });

/** Source: plugins/volumezone. */
export const volumeZone: Pick<Plugin, 'preFilter' | 'mayHelp'> = {
  preFilter(pod, snapshot) {
    const topologies = topologiesOf(pod, snapshot);
    if (!Array.isArray(topologies)) return topologies;
    if (topologies.length === 0) return 'skip';
    return {
      check({ node: { metadata } }) {
        const { labels = {} } = metadata;
        if (!topologyLabels.some((label) => labels[label] !== undefined)) return undefined;
        const isThere = ({ label, values }: Topology) => values.includes(labels[label] ?? labels[today(label)] ?? '');
        return topologies.every(isThere) ? undefined : refused('node(s) had no available volume zone');
      },
    };
  },
  mayHelp(pod, event) {
    const { what, change } = event;
    if (what === 'node') return change.type !== 'DELETED';
    if (what !== 'storage') return false;
    const { resource, type, object, previous } = change;
    if (resource === 'storageclasses')
      return type === 'ADDED' && (object as Stored<StorageClass>).volumeBindingMode === 'WaitForFirstConsumer';
    if (resource !== 'persistentvolumes') return isOwnClaim(pod, event);
    const labels = (volume: object) => JSON.stringify(labelsOf(volume as Volume));
    return previous === undefined || labels(previous) !== labels(object);
  },
};

/** Where the volumes of the Pod's claims are, or why there is nothing to look at. */
function topologiesOf(pod: Stored<Pod>, snapshot: Snapshot): Topology[] | Rejection {
  const all: Topology[] = [];
  for (const { persistentVolumeClaim } of pod.spec?.volumes ?? []) {
    if (!persistentVolumeClaim) continue;
    const { claimName: name } = persistentVolumeClaim;
    const claim = claimOf(snapshot, pod.metadata.namespace, name);
    if (!claim) return refused(`persistentvolumeclaim "${name}" not found`);
    const volumeName = claim.spec?.volumeName;
    if (volumeName) {
      const volume = volumeOf(snapshot, volumeName);
      if (!volume) return refused(`persistentvolume "${volumeName}" not found`);
      all.push(...labelsOf(volume));
      continue;
    }
    const className = classNameOf(claim);
    if (!className) return refused('PersistentVolumeClaim had no pv name and storageClass name');
    const storageClass = classOf(snapshot, className);
    if (!storageClass) return refused(`storageclass.storage.k8s.io "${className}" not found`);
    if (storageClass.volumeBindingMode !== 'WaitForFirstConsumer') return refused('PersistentVolume had no name');
  }
  return all;
}

/** Several zones in one label are joined by two underscores. */
const labelsOf = ({ metadata }: Volume): Topology[] =>
  topologyLabels.flatMap((label) => {
    const value = metadata.labels?.[label];
    return value === undefined ? [] : { label, values: value.split('__').map((zone) => zone.trim()) };
  });
