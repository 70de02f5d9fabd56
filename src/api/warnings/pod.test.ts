import { expect, test } from 'vitest';
import { applyDefaults } from '../defaults/registry.ts';
import type { ObjectToWrite } from '../objects.ts';
import { warningsFor } from './registry.ts';

const web = { name: 'web', image: 'nginx:1.27' };

const warned = (spec: object, metadata: object = {}) =>
  warningsFor(
    'pods',
    applyDefaults('pods', {
      metadata: { name: 'web', ...metadata },
      spec: { containers: [web], ...spec },
    } as ObjectToWrite),
  );

const deployment = (name: string, spec: object = {}, annotations: object = {}) => {
  const template = { metadata: { labels: { app: 'web' } }, spec: { containers: [web], ...spec } };
  return applyDefaults('deployments', { metadata: { name, annotations }, spec: { template } } as ObjectToWrite);
};

test('an ordinary Pod is no reason to warn', () => {
  expect(warned({})).toEqual([]);
});

test('a name with a dot is no good hostname', () => {
  const [warning] = warned({}, { name: 'web.team' });
  expect(warning).toMatch(/^metadata\.name: this is used in the Pod's hostname, .* a DNS label is recommended: \[/);
});

const twice = [
  { name: 'A', value: '1' },
  { name: 'A', value: '2' },
];
const ports = [
  { name: 'http', containerPort: 80 },
  { name: 'http', containerPort: 80, hostPort: 8080 },
];

test.each<[string, object, string[]]>([
  [
    'labels of nodes of old',
    { nodeSelector: { 'beta.kubernetes.io/os': 'linux' } },
    ['spec.nodeSelector[beta.kubernetes.io/os]: deprecated since v1.14; use "kubernetes.io/os" instead'],
  ],
  [
    'a variable that hides another',
    { containers: [{ ...web, env: twice }] },
    ['spec.containers[0].env[1]: hides previous definition of "A", which may be dropped when using apply'],
  ],
  [
    'ports in each other’s way',
    {
      containers: [
        { ...web, ports: ports.slice(0, 1) },
        { ...web, name: 'second', ports: ports.slice(1) },
      ],
    },
    [
      'spec.containers[1].ports[0]: overlapping port definition with spec.containers[0].ports[0]',
      'spec.containers[1].ports[0]: duplicate port name "http" with spec.containers[0].ports[0], services and probes that select ports by name will use spec.containers[0].ports[0]',
    ],
  ],
  [
    'a part of a byte',
    { containers: [{ ...web, resources: { limits: { memory: '100m' }, requests: { memory: '0' } } }] },
    ['spec.containers[0].resources.limits[memory]: fractional byte value "100m" is invalid, must be an integer'],
  ],
  [
    'a driver that is gone',
    { volumes: [{ name: 'code', gitRepo: { repository: 'a' } }] },
    ['spec.volumes[0].gitRepo: deprecated in v1.11'],
  ],
  [
    'files in each other’s way',
    {
      volumes: [
        {
          name: 'config',
          configMap: {
            name: 'config',
            items: [
              { key: 'a', path: 'x' },
              { key: 'b', path: 'x/y' },
            ],
          },
        },
      ],
    },
    ['volume "config" (ConfigMap "config"): overlapping paths: "x/y" with "x"'],
  ],
  [
    'an address in a long form',
    { hostAliases: [{ ip: '2001:DB8:0:0::1', hostnames: ['a'] }] },
    ['spec.hostAliases[0].ip: IPv6 address "2001:DB8:0:0::1" should be in RFC 5952 canonical format ("2001:db8::1")'],
  ],
  [
    'a selector of nothing',
    {
      affinity: { podAffinity: { requiredDuringSchedulingIgnoredDuringExecution: [{ topologyKey: 'zone' }] } },
    },
    [
      'spec.affinity.podAffinity.requiredDuringSchedulingIgnoredDuringExecution[0].labelSelector: a null labelSelector results in matching no pod',
    ],
  ],
  [
    'a registry without a name',
    { imagePullSecrets: [{ name: '' }] },
    ['spec.imagePullSecrets[0].name: invalid empty name ""'],
  ],
])('%s', (_, spec, warnings) => {
  expect(warned(spec)).toEqual(warnings);
});

test('a Deployment is warned of its template, until it changes something else only', () => {
  const old = deployment('web', { nodeSelector: { 'beta.kubernetes.io/os': 'linux' } });
  const warning =
    'spec.template.spec.nodeSelector[beta.kubernetes.io/os]: deprecated since v1.14; use "kubernetes.io/os" instead';
  expect(warningsFor('deployments', old)).toEqual([warning]);
  expect(warningsFor('deployments', old, old)).toEqual([]);
  expect(warningsFor('deployments', old, deployment('web'))).toEqual([warning]);
});

test('an annotation of a template is warned of where its field is not used', () => {
  const key = 'container.apparmor.security.beta.kubernetes.io/web';
  const warnings = (container: object) =>
    warningsFor('podtemplates', {
      metadata: { name: 'web' },
      template: { metadata: { annotations: { [key]: 'unconfined' } }, spec: { containers: [container] } },
    } as ObjectToWrite);
  expect(warnings(web)).toEqual([
    `template.metadata.annotations[${key}]: deprecated since v1.30; use the "appArmorProfile" field instead`,
  ]);
  expect(warnings({ ...web, securityContext: { appArmorProfile: { type: 'Unconfined' } } })).toEqual([]);
});
