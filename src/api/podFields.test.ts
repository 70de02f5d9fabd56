import { expect, test } from 'vitest';
import { withAppArmorFields } from './appArmorFields.ts';
import { withoutDisabledFields } from './disabledFields.ts';
import type { ObjectToWrite, Pod } from './objects.ts';

const web = { name: 'web', image: 'nginx:1.27' };
const podOf = (container: object, spec: object = {}) =>
  ({ metadata: { name: 'web' }, spec: { containers: [{ ...web, ...container }], ...spec } }) as ObjectToWrite;

test('fields of features that are off are gone, wherever the Pod’s spec is', () => {
  const lifecycle = { stopSignal: 'SIGUSR1', preStop: { sleep: { seconds: 1 } } };
  const kept = podOf({ lifecycle: { preStop: lifecycle.preStop } });
  expect(withoutDisabledFields('pods', podOf({ lifecycle }))).toEqual(kept);
  expect(withoutDisabledFields('pods', podOf({ lifecycle: { stopSignal: 'SIGUSR1' } }))).toEqual(podOf({}));
  const template = (pod: object) => ({ metadata: { name: 'web' }, spec: { template: pod } }) as ObjectToWrite;
  expect(withoutDisabledFields('deployments', template(podOf({ lifecycle })))).toEqual(template(kept));
});

test('a Pod without such fields is handed back itself', () => {
  for (const pod of [podOf({}), podOf({}, { volumes: [{ name: 'a', projected: { sources: [] } }] })])
    expect(withoutDisabledFields('pods', pod)).toBe(pod);
});

const key = 'container.apparmor.security.beta.kubernetes.io/web';
const annotated = (profile: string, container: object = {}) => ({
  ...(podOf(container) as Pod),
  metadata: { name: 'web', annotations: { [key]: profile } },
});

test.each([
  ['runtime/default', { type: 'RuntimeDefault' }],
  ['unconfined', { type: 'Unconfined' }],
  ['localhost/a', { type: 'Localhost', localhostProfile: 'a' }],
])('the annotation %s becomes a field', (profile, appArmorProfile) => {
  const warnings: string[] = [];
  const { spec } = withAppArmorFields(annotated(profile), warnings);
  expect(spec?.containers[0]?.securityContext).toEqual({ appArmorProfile });
  expect(warnings).toEqual([
    `metadata.annotations[${key}]: deprecated since v1.30; use the "appArmorProfile" field instead`,
  ]);
});

test('a field that is there stays, and nothing is said', () => {
  const pod = annotated('unconfined', { securityContext: { appArmorProfile: { type: 'RuntimeDefault' } } });
  const warnings: string[] = [];
  expect(withAppArmorFields(pod, warnings)).toEqual(pod);
  expect(warnings).toEqual([]);
});
