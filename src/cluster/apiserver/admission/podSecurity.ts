import type { KubernetesObject } from '../../../api/objects.ts';
import { getObject } from '../../world/store.ts';
import type { World } from '../../world/world.ts';
import { later } from './later.ts';

const prefix = 'pod-security.kubernetes.io/';

/** Holds Pods to the Pod Security Standards that the labels of their namespace name. */
export const podSecurity = later(
  {
    name: 'PodSecurity',
    resources: [
      'namespaces',
      'pods',
      'cronjobs',
      'daemonsets',
      'deployments',
      'jobs',
      'podtemplates',
      'replicasets',
      'replicationcontrollers',
      'statefulsets',
    ],
    operations: ['CREATE', 'UPDATE'],
    subresources: ['ephemeralcontainers', 'resize'],
  },
  (world, object) => {
    const labels = namespaceOf(world, object)?.metadata.labels;
    for (const key in labels) if (key.startsWith(prefix)) return true;
    return false;
  },
);

const namespaceOf = (world: World, object: KubernetesObject): KubernetesObject | undefined =>
  object.kind === 'Namespace' ? object : getObject(world.store, 'namespaces', object.metadata.namespace ?? '');
