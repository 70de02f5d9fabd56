import { controllerOf, type KubernetesObject, type Pod, type Stored } from '../../api/objects.ts';
import { topologyLabels } from './topologyLabels.ts';

/** A way to find objects without looking at all of them; client-go's informers have the same. */
export interface Indexer {
  resource: string;
  /** The value under which an object is found; `undefined` leaves it out. */
  value(object: KubernetesObject): string | undefined;
  /** True only where both versions of an object surely have the same value: a look at what it is made of. */
  isUnchanged?(before: KubernetesObject, now: KubernetesObject): boolean;
}

const hasSameOwners: Indexer['isUnchanged'] = (before, now) =>
  before.metadata.ownerReferences === now.metadata.ownerReferences;
const hasSameLabels: Indexer['isUnchanged'] = (before, now) => before.metadata.labels === now.metadata.labels;

export const indexers = {
  /** Pods by the name of their node; those without a node under the empty text. */
  podsByNode: { resource: 'pods', value: (object) => (object as Pod).spec?.nodeName ?? '' },
  /** Pods by the uid of the controller that owns them; orphans under `orphan:NAMESPACE`. */
  podsByController: { resource: 'pods', value: (object) => byController(object), isUnchanged: hasSameOwners },
  /** Pods of controllers by `podStateKey`: to count those of a ReplicaSet by state is to look at the sizes of four sets. */
  podsByControllerState: {
    resource: 'pods',
    value: (object) => stateKeyOf(object as Stored<Pod>),
    isUnchanged: (before, now) =>
      hasSameOwners(before, now) &&
      hasSameLabels(before, now) &&
      stateOf(before as Stored<Pod>) === stateOf(now as Stored<Pod>),
  },
  /** Pods by namespace and labels: whoever selects by labels looks at one Pod of each set of labels, not at all Pods. */
  podsByLabels: {
    resource: 'pods',
    value: ({ metadata }) => `${metadata.namespace} ${labelsText(metadata.labels)}`,
    isUnchanged: hasSameLabels,
  },
  /** LimitRanges and ResourceQuotas by namespace: admission asks for them at every write. */
  limitRangesByNamespace: { resource: 'limitranges', value: byNamespace },
  resourceQuotasByNamespace: { resource: 'resourcequotas', value: byNamespace },
  /** ReplicaSets by the uid of their Deployment; orphans under `orphan:NAMESPACE`. */
  replicaSetsByController: {
    resource: 'replicasets',
    value: (object) => byController(object),
    isUnchanged: hasSameOwners,
  },
  /** ControllerRevisions by the uid of their workload; orphans under `orphan:NAMESPACE`. */
  controllerRevisionsByController: {
    resource: 'controllerrevisions',
    value: (object) => byController(object),
    isUnchanged: hasSameOwners,
  },
  /** EndpointSlices by `namespace/service`. */
  endpointSlicesByService: {
    resource: 'endpointslices',
    value: (object) => {
      const service = object.metadata.labels?.['kubernetes.io/service-name'];
      return service && `${object.metadata.namespace}/${service}`;
    },
  },
} satisfies Record<string, Indexer>;

function byNamespace({ metadata }: KubernetesObject): string | undefined {
  return metadata.namespace;
}

function byController(object: KubernetesObject): string {
  return controllerOf(object)?.uid ?? `orphan:${object.metadata.namespace}`;
}

/** How a controller counts a Pod: ended (Succeeded, Failed), else terminating (being deleted), else ready or not. */
export type PodState = 'ready' | 'unready' | 'terminating' | 'ended';

/** The value under which `podsByControllerState` has a controller's Pods of a state with exactly these labels of a template. */
export function podStateKey(controllerUid: string, state: PodState, labels: Labels | undefined): string {
  return `${controllerUid} ${state} ${labelsText(labels)}`;
}

function stateKeyOf(pod: Stored<Pod>): string | undefined {
  const controller = controllerOf(pod);
  return controller && `${controller.uid} ${stateOf(pod)} ${templateText(pod.metadata.labels)}`;
}

function stateOf({ metadata, status }: Stored<Pod>): PodState {
  if (status?.phase === 'Succeeded' || status?.phase === 'Failed') return 'ended';
  if (metadata.deletionTimestamp) return 'terminating';
  return status?.conditions?.some(({ type, status: is }) => type === 'Ready' && is === 'True') ? 'ready' : 'unready';
}

type Labels = Record<string, string>;

// A Pod's labels stay the same object from version to version: their text is made once.
const texts = new WeakMap<Labels, string>();
const noLabels: Labels = {};

/** Labels as text, the same for equal labels in any order. */
function labelsText(labels: Labels = noLabels): string {
  let text = texts.get(labels);
  if (text === undefined) {
    text = JSON.stringify(Object.entries(labels).sort(([a], [b]) => (a < b ? -1 : 1)));
    texts.set(labels, text);
  }
  return text;
}

// The same for a Pod's labels without those that say where it runs.
const templateTexts = new WeakMap<Labels, string>();

/** The text of the labels that the Pod has of its template. */
function templateText(labels: Labels = noLabels): string {
  if (!topologyLabels.some((key) => key in labels)) return labelsText(labels);
  let text = templateTexts.get(labels);
  if (text === undefined) {
    const own = Object.entries(labels).filter(([key]) => !topologyLabels.includes(key));
    text = labelsText(Object.fromEntries(own));
    templateTexts.set(labels, text);
  }
  return text;
}
