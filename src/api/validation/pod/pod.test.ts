import { expect, test } from 'vitest';
import { applyDefaults } from '../../defaults/registry.ts';
import type { ObjectToWrite } from '../../objects.ts';
import { validateCreate } from '../registry.ts';

const web = { name: 'web', image: 'nginx:1.27' };
const labels = { app: 'web' };

/** What is wrong with a Pod of the spec and container given, a line each. */
function wrong(spec: object, container: object = {}, annotations: Record<string, string> = {}): string[] {
  const given = {
    metadata: { name: 'web', namespace: 'default', labels, annotations },
    spec: { containers: [{ ...web, ...container }], ...spec },
  };
  return validateCreate('pods', applyDefaults('pods', given as ObjectToWrite)).map(
    ({ field, type, detail }) => `${field}: ${type}${detail ? `: ${detail}` : ''}`,
  );
}

const of = 'spec.containers[0]';

test.each<[string, object, string[]]>([
  ['neither name nor image', { name: '', image: '' }, [`${of}.name: Required value`, `${of}.image: Required value`]],
  [
    'an image with a space behind',
    { image: 'nginx ' },
    [`${of}.image: Invalid value: must not have leading or trailing whitespace`],
  ],
  [
    'two ports of one name',
    {
      ports: [
        { name: 'http', containerPort: 80 },
        { name: 'http', containerPort: 81 },
      ],
    },
    [`${of}.ports[1].name: Duplicate value`],
  ],
  [
    'a variable out of two sources',
    {
      env: [
        {
          name: 'A',
          valueFrom: { configMapKeyRef: { name: 'a', key: 'b' }, secretKeyRef: { name: 'a', key: 'b' } },
        },
      ],
    },
    [`${of}.env[0].valueFrom: Invalid value: may not have more than one field specified at a time`],
  ],
  [
    'a name of a variable with an equals sign',
    { env: [{ name: 'A=B', value: '' }] },
    [
      `${of}.env[0].name: Invalid value: a valid environment variable name must consist only of printable ASCII characters other than '='`,
    ],
  ],
  [
    'a mount of no volume, up the tree',
    { volumeMounts: [{ name: 'data', mountPath: '/data', subPath: '../etc' }] },
    [`${of}.volumeMounts[0].name: Not found`, `${of}.volumeMounts.subPath: Invalid value: must not contain '..'`],
  ],
  [
    'more asked for than allowed',
    { resources: { requests: { cpu: '2' }, limits: { cpu: '1' } } },
    [`${of}.resources.requests: Invalid value: must be less than or equal to cpu limit of 1`],
  ],
  [
    'a probe in two ways',
    { livenessProbe: { exec: { command: ['a'] }, tcpSocket: { port: 80 } } },
    [`${of}.livenessProbe.tcpSocket: Forbidden: may not specify more than 1 handler type`],
  ],
  [
    'a pause longer than the grace period',
    { lifecycle: { preStop: { sleep: { seconds: 31 } } } },
    [
      `${of}.lifecycle.preStop.sleep: Invalid value: must be non-negative and less than terminationGracePeriodSeconds (30)`,
    ],
  ],
  [
    'rules of restarts without a policy',
    { restartPolicyRules: [{ action: 'Restart', exitCodes: { operator: 'In', values: [1] } }] },
    [`${of}.restartPolicy: Required value: must specify restartPolicy when restart rules are used`],
  ],
])('a container with %s is refused', (_, container, errors) => {
  expect(wrong({}, container)).toEqual(errors);
});

const spread = { maxSkew: 0, topologyKey: 'zone', whenUnsatisfiable: 'DoNotSchedule', labelSelector: {} };

test.each<[string, object, string[]]>([
  [
    'an init container with the name of another',
    { initContainers: [web] },
    ['spec.initContainers[0].name: Duplicate value'],
  ],
  [
    'a probe of an init container that ends',
    { initContainers: [{ ...web, name: 'first', readinessProbe: { tcpSocket: { port: 80 } } }] },
    [
      'spec.initContainers[0].readinessProbe: Forbidden: may not be set for init containers without restartPolicy=Always',
    ],
  ],
  [
    'containers for debugging',
    { ephemeralContainers: [{ ...web, name: 'debug' }] },
    ['spec.ephemeralContainers: Forbidden: cannot be set on create'],
  ],
  [
    'a node though it waits at a gate',
    { nodeName: 'worker', schedulingGates: [{ name: 'example.com/gate' }] },
    ['spec.nodeName: Forbidden: cannot be set until all schedulingGates have been cleared'],
  ],
  [
    'a host port that is not the container’s on the host’s network',
    { hostNetwork: true, containers: [{ ...web, ports: [{ containerPort: 80, hostPort: 81 }] }] },
    [`${of}.ports[0].hostPort: Invalid value: must match \`containerPort\` when \`hostNetwork\` is true`],
  ],
  [
    'no skew',
    { topologySpreadConstraints: [spread] },
    ['spec.topologySpreadConstraints[0].maxSkew: Invalid value: must be greater than zero'],
  ],
  [
    'a toleration of everything with a value',
    { tolerations: [{ operator: 'Exists', value: 'a' }] },
    ["spec.tolerations[0].operator: Invalid value: value must be empty when `operator` is 'Exists'"],
  ],
  [
    'its own DNS without a server',
    { dnsPolicy: 'None', dnsConfig: {} },
    ['spec.dnsConfig.nameservers: Required value: must provide at least one DNS nameserver when `dnsPolicy` is None'],
  ],
  [
    'users of its own and the host’s processes',
    { hostUsers: false, hostPID: true },
    ['spec.HostPID: Forbidden: when `hostUsers` is false'],
  ],
  [
    'a group of Linux on Windows',
    { os: { name: 'windows' }, securityContext: { fsGroup: 1 } },
    ['spec.securityContext.fsGroup: Forbidden: cannot be set for a windows pod'],
  ],
  [
    'less for the Pod than for its containers',
    { resources: { requests: { cpu: '1' } }, containers: [{ ...web, resources: { requests: { cpu: '2' } } }] },
    ['spec.resources.requests[cpu]: Invalid value: must be greater than or equal to aggregate container requests of 2'],
  ],
])('a Pod with %s is refused', (_, spec, errors) => {
  expect(wrong(spec)).toEqual(errors);
});

test('a profile in an annotation is that in the field', () => {
  const key = 'container.apparmor.security.beta.kubernetes.io/web';
  const securityContext = { appArmorProfile: { type: 'RuntimeDefault' } };
  expect(wrong({}, { securityContext }, { [key]: 'runtime/default' })).toEqual([]);
  expect(wrong({}, { securityContext }, { [key]: 'unconfined' })).toEqual([
    `${of}.securityContext.appArmorProfile.type: Forbidden: apparmor type in annotation and field must match`,
  ]);
});

test('all that is wrong is told at once, in the order of Kubernetes', () => {
  const fields = wrong(
    { restartPolicy: 'Sometimes', hostAliases: [{ ip: 'x' }], volumes: [{ name: 'A', nfs: {} }] },
    { ports: [{ containerPort: 0 }] },
  ).map((line) => line.slice(0, line.indexOf(': ')));
  expect(fields).toEqual([
    'spec.volumes[0].nfs.server',
    'spec.volumes[0].nfs.path',
    'spec.volumes[0].nfs.path',
    'spec.volumes[0].name',
    `${of}.ports[0].containerPort`,
    'spec.restartPolicy',
    'spec.hostAliases[0].ip',
  ]);
});
