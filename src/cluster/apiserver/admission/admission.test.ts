import { describe, expect, test } from 'vitest';
import type { Ingress, KubernetesObject, Pod, Stored } from '../../../api/objects.ts';
import { podOf, testServer } from '../testing/server.ts';

const named = (kind: string, name: string, fields: object = {}, apiVersion = 'v1') => ({
  apiVersion,
  kind,
  metadata: { name },
  ...fields,
});

describe('ServiceAccount', () => {
  test('gives a Pod the secrets of its account, and no token where the account wants none', () => {
    const { create } = testServer();
    create(
      named('ServiceAccount', 'quiet', {
        automountServiceAccountToken: false,
        imagePullSecrets: [{ name: 'registry' }],
      }),
    );
    const { spec } = create<Stored<Pod>>(podOf('web', { serviceAccountName: 'quiet' }));
    expect(spec?.imagePullSecrets).toEqual([{ name: 'registry' }]);
    expect(spec?.volumes).toBeUndefined();
  });

  test('makes no volume that no container would mount', () => {
    const { create } = testServer();
    const mountPath = '/var/run/secrets/kubernetes.io/serviceaccount';
    const volumes = [{ name: 'own', emptyDir: {} }];
    const { spec } = create<Stored<Pod>>(podOf('web', { volumes }, { volumeMounts: [{ name: 'own', mountPath }] }));
    expect(spec?.volumes?.map(({ name }) => name)).toEqual(['own']);
  });

  test('refuses Secrets that the account does not name, where it limits them', () => {
    const { create, tryCreate } = testServer();
    const annotations = { 'kubernetes.io/enforce-mountable-secrets': 'true' };
    create({ apiVersion: 'v1', kind: 'ServiceAccount', metadata: { name: 'strict', annotations } });
    const volumes = [{ name: 'v', secret: { secretName: 'key' } }];
    expect(tryCreate(podOf('web', { serviceAccountName: 'strict', volumes }))).toBe(
      '403 pods "web" is forbidden: volume with secret.secretName="key" is not allowed because service account strict does not reference that secret',
    );
  });

  test('refuses mirror Pods that use an account', () => {
    const pod = podOf('web', { serviceAccountName: 'default' });
    const annotations = { 'kubernetes.io/config.mirror': 'x' };
    expect(testServer().tryCreate({ ...pod, metadata: { ...pod.metadata, annotations } })).toBe(
      '403 pods "web" is forbidden: a mirror pod may not reference service accounts',
    );
  });
});

describe('Priority', () => {
  const scheduling = 'scheduling.k8s.io/v1';

  test('takes number and policy from the class, the system classes of every cluster among them', () => {
    const { create } = testServer();
    create(named('PriorityClass', 'polite', { value: 5, preemptionPolicy: 'Never' }, scheduling));
    expect(create<Stored<Pod>>(podOf('a', { priorityClassName: 'polite' })).spec).toMatchObject({
      priority: 5,
      preemptionPolicy: 'Never',
    });
    expect(create<Stored<Pod>>(podOf('b', { priorityClassName: 'system-node-critical' })).spec?.priority).toBe(
      2000001000,
    );
  });

  test('refuses a policy other than that of the class, and a second default class', () => {
    const { create, tryCreate } = testServer();
    expect(tryCreate(podOf('web', { preemptionPolicy: 'Never' }))).toBe(
      '403 pods "web" is forbidden: the string value of PreemptionPolicy (Never) must not be provided in pod spec; priority admission controller computed PreemptLowerPriority from the given PriorityClass name',
    );
    create(named('PriorityClass', 'usual', { value: 5, globalDefault: true }, scheduling));
    expect(tryCreate(named('PriorityClass', 'other', { value: 6, globalDefault: true }, scheduling))).toBe(
      '403 priorityclasses.scheduling.k8s.io "other" is forbidden: PriorityClass usual is already marked as default. Only one default can exist',
    );
  });
});

describe('RuntimeClass', () => {
  const gvisor = {
    handler: 'runsc',
    overhead: { podFixed: { cpu: '100m' } },
    scheduling: { nodeSelector: { sandbox: 'yes' }, tolerations: [{ key: 'sandbox', operator: 'Exists' }] },
  };

  test('gives its overhead, nodeSelector and tolerations to the Pod', () => {
    const { create } = testServer();
    create(named('RuntimeClass', 'gvisor', gvisor, 'node.k8s.io/v1'));
    const { spec } = create<Stored<Pod>>(podOf('web', { runtimeClassName: 'gvisor' }));
    expect(spec).toMatchObject({ overhead: { cpu: '100m' }, nodeSelector: { sandbox: 'yes' } });
    expect(spec?.tolerations).toContainEqual({ key: 'sandbox', operator: 'Exists' });
  });

  test('refuses a class that is not there, another overhead and a node that it does not select', () => {
    const { create, tryCreate } = testServer();
    create(named('RuntimeClass', 'gvisor', gvisor, 'node.k8s.io/v1'));
    const refused = (spec: object) => tryCreate(podOf('web', spec)).replace('403 pods "web" is forbidden: ', '');
    expect(refused({ runtimeClassName: 'kata' })).toBe('pod rejected: RuntimeClass "kata" not found');
    expect(refused({ overhead: { cpu: '1' } })).toBe(
      'pod rejected: Pod Overhead set without corresponding RuntimeClass defined Overhead',
    );
    expect(refused({ runtimeClassName: 'gvisor', overhead: { cpu: '1' } })).toBe(
      "pod rejected: Pod's Overhead doesn't match RuntimeClass's defined Overhead",
    );
    expect(refused({ runtimeClassName: 'gvisor', nodeSelector: { sandbox: 'no' } })).toBe(
      'conflict: runtimeClass.scheduling.nodeSelector[sandbox] = yes; pod.spec.nodeSelector[sandbox] = no',
    );
  });
});

test('DefaultIngressClass: the newest default class is the one', () => {
  const { create } = testServer();
  const networking = 'networking.k8s.io/v1';
  const annotations = { 'ingressclass.kubernetes.io/is-default-class': 'true' };
  const spec = { controller: 'example.com/proxy' };
  create({ apiVersion: networking, kind: 'IngressClass', metadata: { name: 'b', annotations }, spec });
  create({ apiVersion: networking, kind: 'IngressClass', metadata: { name: 'a', annotations }, spec });
  const defaultBackend = { service: { name: 'web', port: { number: 80 } } };
  const ingress = create<Stored<Ingress>>(named('Ingress', 'web', { spec: { defaultBackend } }, networking));
  expect(ingress.spec?.ingressClassName).toBe('a');
});

test('PodTopologyLabels: a bound Pod says where it runs', () => {
  const { ask, create, world } = testServer();
  const labels = { 'topology.kubernetes.io/zone': 'a', 'topology.kubernetes.io/region': 'r', other: 'x' };
  create({ apiVersion: 'v1', kind: 'Node', metadata: { name: 'node-1', labels } });
  create(podOf('web'));
  const object = { target: { kind: 'Node', name: 'node-1' } };
  ask({ verb: 'create', resource: 'pods', namespace: 'default', name: 'web', subresource: 'binding', object });
  expect(world.store.objects.get('pods')?.get('default/web')?.metadata.labels).toEqual({
    app: 'web',
    'topology.kubernetes.io/zone': 'a',
    'topology.kubernetes.io/region': 'r',
  });
});

test('NamespaceLifecycle: nothing new in a namespace on its way out, and the answer says why', () => {
  const { ask, create } = testServer();
  create(named('Namespace', 'old'));
  ask({ verb: 'delete', resource: 'namespaces', name: 'old' });
  const object = named('ConfigMap', 'late');
  const { answer } = ask({ verb: 'create', resource: 'configmaps', namespace: 'old', object });
  expect(answer).toMatchObject({
    code: 403,
    message:
      'configmaps "late" is forbidden: unable to create new content in namespace old because it is being terminated',
    details: { causes: [{ reason: 'NamespaceTerminating', field: 'metadata.namespace' }] },
  });
});

test('refusals of Pods that have no name yet call them by its beginning', () => {
  const { spec, ...rest } = podOf('x', { serviceAccountName: 'nobody' });
  const generated = { ...rest, metadata: { generateName: 'web-' }, spec } as unknown as KubernetesObject;
  expect(testServer().tryCreate(generated as never)).toContain('pods "web-" is forbidden: error looking up');
});
