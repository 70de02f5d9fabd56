import { expect, test } from 'vitest';
import { validateCreate } from '../validation/registry.ts';
import { defaultPullPolicy } from './pullPolicy.ts';
import { applyDefaults } from './registry.ts';

const pod = () => ({
  metadata: { name: 'web', namespace: 'default' },
  spec: {
    containers: [{ name: 'web', image: 'nginx:1.27', ports: [{ containerPort: 80 }] }],
    nodeSelector: { a: 'b' },
  },
});

test('defaults applied twice are defaults applied once', () => {
  for (const [plural, object] of [
    ['pods', pod()],
    ['services', { spec: { ports: [{ port: 80 }] } }],
    ['deployments', { spec: { selector: {}, template: { spec: pod().spec } } }],
  ] as const) {
    const once = applyDefaults(plural, object);
    expect(applyDefaults(plural, once)).toEqual(once);
  }
});

test('a defaulted Pod or template is handed back itself', () => {
  const once = applyDefaults('pods', pod());
  expect(applyDefaults('pods', once)).toBe(once);
  type Workload = { spec: { template: object } };
  const deployment = applyDefaults('deployments', { spec: { template: { spec: pod().spec } } });
  const again = applyDefaults('deployments', deployment);
  expect((again as Workload & object).spec.template).toBe((deployment as Workload & object).spec.template);
});

test('the object that came is not changed, and what did not change is shared', () => {
  const given = pod();
  const out = applyDefaults('pods', given) as ReturnType<typeof pod>;
  expect(given).toEqual(pod());
  expect(out.metadata).toBe(given.metadata);
  expect(out.spec.nodeSelector).toBe(given.spec.nodeSelector);
});

test.each([
  ['nginx', 'Always'],
  ['nginx:latest', 'Always'],
  ['nginx:1.27', 'IfNotPresent'],
  ['localhost:5000/nginx', 'Always'],
  ['localhost:5000/nginx:1', 'IfNotPresent'],
  [`nginx@sha256:${'0'.repeat(64)}`, 'IfNotPresent'],
  [`nginx:latest@sha256:${'0'.repeat(64)}`, 'Always'],
  ['Nginx', 'IfNotPresent'],
  ['nginx@sha256:0123', 'IfNotPresent'],
  ['', 'IfNotPresent'],
])('pull policy of %s is %s', (image, policy) => {
  expect(defaultPullPolicy(image)).toBe(policy);
});

test('a defaulted Pod is valid', () => {
  expect(validateCreate('pods', applyDefaults('pods', pod()))).toEqual([]);
});
