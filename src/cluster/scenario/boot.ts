import { addNode } from '../kubelet/node.ts';
import { ingressController } from '../network/table.ts';
import { tellComponents } from '../simulation.ts';
import { getObject } from '../world/store.ts';
import type { World } from '../world/world.ts';
import { createObject } from './apply.ts';
import { type MachineOptions, machine } from './machine.ts';
import { standardClass } from './standardClass.ts';

const namespaces = ['default', 'kube-system', 'kube-public', 'kube-node-lease'];

/** Made up, but in the form of one: nothing here checks signatures. */
const certificate = '-----BEGIN CERTIFICATE-----\nUG9kYXJpdW0=\n-----END CERTIFICATE-----\n';

/** What a cluster is to have. */
export interface ClusterOptions {
  /** How many usual nodes, or what is special about each. */
  nodes: number | readonly MachineOptions[];
  /** Without anything that somebody installs after kubeadm: no ingress class, no storage class, no metrics. */
  isBare?: boolean;
}

/**
 * Makes of an empty world a cluster as kubeadm leaves it: its priority classes and namespaces, the Service of the API
 * server, an ingress class, and nodes that are Ready.
 */
export function bootCluster(world: World, { nodes, isBare = false }: ClusterOptions): void {
  const cause = { actor: 'kube-apiserver' };
  for (const priorityClass of priorityClasses) createObject(world, priorityClass, cause);
  for (const name of namespaces) {
    createObject(world, { apiVersion: 'v1', kind: 'Namespace', metadata: { name } }, cause);
    furnish(world, name);
  }
  createObject(world, apiService, cause);
  world.servesMetrics = !isBare;
  if (!isBare) for (const object of [ingressClass, standardClass]) createObject(world, object, cause);
  const machines = typeof nodes === 'number' ? Array.from({ length: nodes }, (): MachineOptions => ({})) : nodes;
  for (const [index, options] of machines.entries()) addNode(world, machine(index, options));
  tellComponents(world);
}

/** What the controller manager puts into every new namespace; it does not matter which of the two is first. */
export function furnish(world: World, namespace: string): void {
  if (!getObject(world.store, 'serviceaccounts', `${namespace}/default`)) {
    const account = { apiVersion: 'v1', kind: 'ServiceAccount', metadata: { name: 'default', namespace } };
    createObject(world, account, { actor: 'service-account-controller' });
  }
  if (!getObject(world.store, 'configmaps', `${namespace}/kube-root-ca.crt`)) {
    createObject(
      world,
      {
        apiVersion: 'v1',
        kind: 'ConfigMap',
        metadata: {
          name: 'kube-root-ca.crt',
          namespace,
          annotations: {
            'kubernetes.io/description':
              'Contains a CA bundle that can be used to verify the kube-apiserver when using internal endpoints such as the internal service IP or kubernetes.default.svc. No other usage is guaranteed across distributions of Kubernetes clusters.',
          },
        },
        data: { 'ca.crt': certificate },
      },
      { actor: 'root-ca-certificate-publisher' },
    );
  }
}

/** Source: pkg/apis/scheduling/v1 SystemPriorityClasses. */
/** The classes that every API server makes for itself. */
export const priorityClasses = [
  {
    apiVersion: 'scheduling.k8s.io/v1',
    kind: 'PriorityClass',
    metadata: { name: 'system-node-critical' },
    value: 2_000_001_000,
    description: 'Used for system critical pods that must not be moved from their current node.',
  },
  {
    apiVersion: 'scheduling.k8s.io/v1',
    kind: 'PriorityClass',
    metadata: { name: 'system-cluster-critical' },
    value: 2_000_000_000,
    description:
      'Used for system critical pods that must run in the cluster, but can be moved to another node if necessary.',
  },
];

const apiService = {
  apiVersion: 'v1',
  kind: 'Service',
  metadata: {
    name: 'kubernetes',
    namespace: 'default',
    labels: { component: 'apiserver', provider: 'kubernetes' },
  },
  spec: {
    type: 'ClusterIP',
    clusterIP: '10.96.0.1',
    ports: [{ name: 'https', protocol: 'TCP', port: 443, targetPort: 6443 }],
  },
};

const ingressClass = {
  apiVersion: 'networking.k8s.io/v1',
  kind: 'IngressClass',
  metadata: { name: 'nginx', annotations: { 'ingressclass.kubernetes.io/is-default-class': 'true' } },
  spec: { controller: ingressController },
};
