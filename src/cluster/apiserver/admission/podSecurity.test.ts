import { describe, expect, test } from 'vitest';
import type { ObjectToWrite } from '../../../api/objects.ts';
import { podOf, type TestServer, testServer } from '../testing/server.ts';

const prefix = 'pod-security.kubernetes.io/';

function secured(labels: Record<string, string>): TestServer & { attempt(spec: object, container?: object): string } {
  const server = testServer();
  const ofNamespace = Object.fromEntries(Object.entries(labels).map(([key, value]) => [prefix + key, value]));
  server.create({ apiVersion: 'v1', kind: 'Namespace', metadata: { name: 'safe', labels: ofNamespace } });
  server.create({ apiVersion: 'v1', kind: 'ServiceAccount', metadata: { name: 'default', namespace: 'safe' } });
  const inSafe = (object: ObjectToWrite) => ({ ...object, metadata: { ...object.metadata, namespace: 'safe' } });
  const start = /^403 pods "web" is forbidden: violates PodSecurity "[^"]*": /;
  return {
    ...server,
    attempt: (spec, container) => server.tryCreate(inSafe(podOf('web', spec, container))).replace(start, ''),
  };
}

const safe = {
  securityContext: {
    allowPrivilegeEscalation: false,
    capabilities: { drop: ['ALL'] },
    runAsNonRoot: true,
    seccompProfile: { type: 'RuntimeDefault' },
  },
};

describe('baseline', () => {
  const { attempt } = secured({ enforce: 'baseline' });

  test.each<[string, object, object, string]>([
    ['the network of the host', { hostNetwork: true, hostPID: true }, {}, 'host namespaces (hostNetwork, hostPID)'],
    ['paths of the host', { volumes: [{ name: 'v', hostPath: { path: '/' } }] }, {}, 'hostPath volumes (volume "v")'],
    [
      'ports of the host',
      {},
      {
        ports: [
          { containerPort: 80, hostPort: 80 },
          { containerPort: 81, hostPort: 81 },
        ],
      },
      'hostPort (container "web" uses hostPorts 80, 81)',
    ],
    [
      'capabilities',
      {},
      { securityContext: { capabilities: { add: ['NET_RAW', 'CHOWN'] } } },
      'non-default capabilities (container "web" must not include "NET_RAW" in securityContext.capabilities.add)',
    ],
    [
      'no seccomp',
      { securityContext: { seccompProfile: { type: 'Unconfined' } } },
      {},
      'seccompProfile (pod must not set securityContext.seccompProfile.type to "Unconfined")',
    ],
    [
      'settings of the kernel',
      { securityContext: { sysctls: [{ name: 'kernel.msgmax', value: '1' }] } },
      {},
      'forbidden sysctls (kernel.msgmax)',
    ],
    [
      'users of SELinux',
      { securityContext: { seLinuxOptions: { user: 'root', type: 'spc_t' } } },
      {},
      'seLinuxOptions (pod set forbidden securityContext.seLinuxOptions: type "spc_t"; user may not be set)',
    ],
    [
      'probes of others',
      {},
      { livenessProbe: { httpGet: { port: 80, host: '10.0.0.1' } } },
      'probe or lifecycle host (container "web" uses probe or lifecycle host "10.0.0.1")',
    ],
  ])('refuses %s', (_what, spec, container, why) => {
    expect(attempt(spec, container)).toBe(why);
  });

  test('lets usual Pods in', () => {
    expect(attempt({})).toBe('created');
  });
});

test('restricted: a safe Pod may use only volumes of the core', () => {
  const { attempt } = secured({ enforce: 'restricted' });
  const volumes = [
    { name: 'v', hostPath: { path: '/' } },
    { name: 'w', emptyDir: {} },
  ];
  expect(attempt({ volumes }, safe)).toBe(
    'restricted volume types (volume "v" uses restricted volume type "hostPath")',
  );
  expect(attempt({}, safe)).toBe('created');
});

test('a pinned version knows only the rules of its time', () => {
  const probe = { livenessProbe: { tcpSocket: { port: 80, host: '10.0.0.1' } } };
  expect(secured({ enforce: 'baseline', 'enforce-version': 'v1.33' }).attempt({}, probe)).toBe('created');
});

test('Pods of Windows need not do what only Linux knows', () => {
  const { attempt } = secured({ enforce: 'restricted' });
  expect(attempt({ os: { name: 'windows' }, securityContext: { runAsNonRoot: true } })).toBe('created');
});

test('who enforces a level is warned of it where a controller makes the Pods', () => {
  const { ask } = secured({ enforce: 'baseline' });
  const template = {
    metadata: { labels: { app: 'web' } },
    spec: { hostNetwork: true, containers: [{ name: 'web', image: 'nginx' }] },
  };
  const object = {
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: { name: 'web', namespace: 'safe' },
    spec: { selector: { matchLabels: { app: 'web' } }, template },
  };
  const options = { fieldValidation: 'Strict' } as const;
  const { warnings } = ask({ verb: 'create', resource: 'deployments', namespace: 'safe', object, options });
  expect(warnings).toContain('would violate PodSecurity "baseline:latest": host namespaces (hostNetwork)');
});

describe('labels of a namespace', () => {
  test('that name no level are refused', () => {
    const labels = { [`${prefix}enforce`]: 'strict', [`${prefix}warn-version`]: '1.30' };
    expect(testServer().tryCreate({ apiVersion: 'v1', kind: 'Namespace', metadata: { name: 'safe', labels } })).toBe(
      `422 Namespace "safe" is invalid: [metadata.labels[${prefix}enforce]: Invalid value: "strict": must be one of privileged, baseline, restricted, metadata.labels[${prefix}warn-version]: Invalid value: "1.30": must be "latest" or "v1.x"]`,
    );
  });

  test('that are stricter than before tell which Pods break them', () => {
    const { ask, attempt } = secured({ enforce: 'privileged' });
    expect(attempt({ hostNetwork: true })).toBe('created');
    const patch = { metadata: { labels: { [`${prefix}enforce`]: 'baseline' } } };
    const { warnings } = ask({ verb: 'patch', resource: 'namespaces', name: 'safe', patchType: 'merge', patch });
    expect(warnings).toEqual([
      'existing pods in namespace "safe" violate the new PodSecurity enforce level "baseline:latest"',
      'web: host namespaces',
    ]);
  });
});
