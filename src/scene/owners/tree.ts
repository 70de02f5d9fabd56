import { controllerOf, type KubernetesObject, type OwnerReference, type Pod, type Stored } from '../../api/objects.ts';
import type { ClusterObjects } from '../../store/cluster.ts';
import type { SceneInput } from '../scene.ts';

/** What owners are read from: the stage's input, and the kinds that own Pods. */
export type OwnersInput = SceneInput &
  Pick<ClusterObjects, 'deployments' | 'replicaSets' | 'statefulSets' | 'daemonSets' | 'jobs' | 'cronJobs'>;

/** An object that owns Pods, or owns what owns them. */
export interface Owner {
  /** Its own; `alone/<namespace>` for the place of the Pods that nothing owns. */
  uid: string;
  /** `Deployment`, `ReplicaSet`, ..., whatever an owner reference says; empty for Pods that nothing owns. */
  kind: string;
  /** Plural name of the resource, where the page keeps such objects. */
  resource: string | undefined;
  key: string;
  name: string;
  namespace: string;
  /** Undefined where only the owner reference is known. */
  object: KubernetesObject | undefined;
}

/** Pods with the one that owns them directly. */
export interface Branch {
  owner: Owner;
  pods: Stored<Pod>[];
}

/** A tree of ownership: what stands at its top, and its branches. A root that owns its Pods itself is its only branch. */
export interface Workload {
  root: Owner;
  branches: Branch[];
}

const fields: Readonly<Record<string, { field: Exclude<keyof OwnersInput, 'clients'>; resource: string }>> = {
  Deployment: { field: 'deployments', resource: 'deployments' },
  ReplicaSet: { field: 'replicaSets', resource: 'replicasets' },
  StatefulSet: { field: 'statefulSets', resource: 'statefulsets' },
  DaemonSet: { field: 'daemonSets', resource: 'daemonsets' },
  Job: { field: 'jobs', resource: 'jobs' },
  CronJob: { field: 'cronJobs', resource: 'cronjobs' },
  Node: { field: 'nodes', resource: 'nodes' },
};

/** Kinds that stand on the stage also while they have no Pods, those that own others first. */
const alwaysShown = ['Deployment', 'CronJob', 'StatefulSet', 'DaemonSet', 'ReplicaSet', 'Job'];

/** All Pods by what owns them, and that by what owns it: by namespace and name; Pods that nothing owns last in each. */
export function ownerTree(input: OwnersInput): Workload[] {
  const workloads = new Map<string, Workload>();
  const branchesByOwner = new Map<string, Branch>();
  const branchOf = (owner: Owner): Branch => {
    const known = branchesByOwner.get(owner.uid);
    if (known) return known;
    const branch: Branch = { owner, pods: [] };
    branchesByOwner.set(owner.uid, branch);
    const controller = owner.object && controllerOf(owner.object);
    const root = controller ? ownerOf(input, controller, owner.namespace) : owner;
    const workload = workloads.get(root.uid);
    if (workload) workload.branches.push(branch);
    else workloads.set(root.uid, { root, branches: [branch] });
    return branch;
  };
  for (const kind of alwaysShown)
    for (const object of objectsOf(input, kind)) {
      const owner = ownerOf(input, { kind, name: object.metadata.name, uid: object.metadata.uid }, namespaceOf(object));
      if (kind === 'Deployment' || kind === 'CronJob') workloads.set(owner.uid, { root: owner, branches: [] });
      else branchOf(owner);
    }
  for (const pod of input.pods.values()) {
    const controller = controllerOf(pod);
    const known = controller && branchesByOwner.get(controller.uid);
    const namespace = namespaceOf(pod);
    const branch = known ?? branchOf(controller ? ownerOf(input, controller, namespace) : nobody(namespace));
    branch.pods.push(pod);
  }
  return [...workloads.values()].sort((a, b) => compare(a.root, b.root));
}

const natural = new Intl.Collator('en', { numeric: true });

function compare(a: Owner, b: Owner): number {
  return (
    natural.compare(a.namespace, b.namespace) ||
    Number(a.kind === '') - Number(b.kind === '') ||
    natural.compare(a.name, b.name) ||
    natural.compare(a.kind, b.kind)
  );
}

function objectsOf(input: OwnersInput, kind: string): Iterable<KubernetesObject> {
  const known = fields[kind];
  return known ? (input[known.field] as ReadonlyMap<string, KubernetesObject>).values() : [];
}

const namespaceOf = ({ metadata }: KubernetesObject): string => metadata.namespace ?? 'default';

/** The owner that a reference names; its object only where it is that very one, and not another that came to its name. */
function ownerOf(
  input: OwnersInput,
  { kind, name, uid }: Pick<OwnerReference, 'kind' | 'name' | 'uid'>,
  namespace: string,
): Owner {
  const known = fields[kind];
  const key = kind === 'Node' ? name : `${namespace}/${name}`;
  const found = known && (input[known.field] as ReadonlyMap<string, KubernetesObject>).get(key);
  // Source: kubelet, config.getStaticPodOwnerReference: a mirror Pod's owner is the Node.
  const object = found && (found.metadata.uid === uid || kind === 'Node') ? found : undefined;
  return { uid, kind, resource: known?.resource, key, name, namespace, object };
}

const nobody = (namespace: string): Owner => ({
  uid: `alone/${namespace}`,
  kind: '',
  resource: undefined,
  key: namespace,
  name: namespace,
  namespace,
  object: undefined,
});
