import { expect, test } from 'vitest';
import { defaultVolume } from '../../defaults/volume.ts';
import type { Volume } from '../../objects.ts';
import { validateVolumes } from './volumes.ts';

const wrong = (...sources: object[]) => {
  const volumes = sources.map((source) => defaultVolume({ name: 'data', ...source } as Volume));
  return validateVolumes(volumes, 'v', 'web').errors.map(
    ({ field, type, detail }) => `${field}: ${type}${detail ? `: ${detail}` : ''}`,
  );
};

test.each<[string, object]>([
  ['nothing', {}],
  ['a disk of Azure', { azureDisk: { diskName: 'a', diskURI: 'https://a' } }],
  ['a disk of Ceph', { rbd: { monitors: ['a'], image: 'b' } }],
  ['an image', { image: { reference: 'nginx' } }],
  ['a token', { projected: { sources: [{ serviceAccountToken: { path: 'token' } }] } }],
])('%s needs no more than its defaults', (_, source) => {
  expect(wrong(source)).toEqual([]);
});

test.each<[string, object, string[]]>([
  [
    'two sources',
    { emptyDir: {}, hostPath: { path: '/' } },
    ['v[0].hostPath: Forbidden: may not specify more than 1 volume type'],
  ],
  [
    'a path up the tree',
    { hostPath: { path: '/a/../b' } },
    ["v[0].hostPath.path: Invalid value: must not contain '..'"],
  ],
  [
    'a file outside of the volume',
    { configMap: { name: 'a', items: [{ key: 'a', path: '/a' }] } },
    ['v[0].configMap.items[0].path: Invalid value: must be a relative path'],
  ],
  [
    'permissions that are none',
    { secret: { secretName: 'a', defaultMode: 0o1000 } },
    ['v[0].secret.defaultMode: Invalid value: must be a number between 0 and 0777 (octal), both inclusive'],
  ],
  [
    'a file twice',
    {
      projected: {
        sources: [
          { configMap: { name: 'a', items: [{ key: 'a', path: 'x' }] } },
          { secret: { name: 'b', items: [{ key: 'b', path: 'x' }] } },
        ],
      },
    },
    ['v[0].projected: Invalid value: conflicting duplicate paths'],
  ],
  [
    'a token for a minute',
    { projected: { sources: [{ serviceAccountToken: { path: 'a', expirationSeconds: 60 } }] } },
    [
      'v[0].projected.sources[0].serviceAccountToken.expirationSeconds: Invalid value: may not specify a duration less than 10 minutes',
    ],
  ],
  [
    'a name for the claim that is made',
    {
      ephemeral: {
        volumeClaimTemplate: {
          metadata: { name: 'a' },
          spec: { accessModes: ['ReadWriteOnce'], resources: { requests: { storage: '1Gi' } } },
        },
      },
    },
    ['v[0].ephemeral.volumeClaimTemplate.metadata.name: Forbidden: cannot be set'],
  ],
  ['a driver without a name', { csi: {} }, ['v[0].csi.driver: Required value']],
])('a volume with %s is refused', (_, source, errors) => {
  expect(wrong(source)).toEqual(errors);
});

test('volumes have names of their own; a container mounts those that are in order', () => {
  expect(wrong({}, {})).toEqual(['v[1].name: Duplicate value']);
  const { volumes } = validateVolumes(
    [
      { name: 'good', emptyDir: {} },
      { name: 'Bad', emptyDir: {} },
    ],
    'v',
  );
  expect([...volumes.keys()]).toEqual(['good']);
});

test('the claim that is made for a Pod is no other volume’s', () => {
  const template = { spec: { accessModes: ['ReadWriteOnce'], resources: { requests: { storage: '1Gi' } } } };
  expect(
    wrong(
      { name: 'own', ephemeral: { volumeClaimTemplate: template } },
      { name: 'other', persistentVolumeClaim: { claimName: 'web-own' } },
    ),
  ).toEqual([
    'v[1].persistentVolumeClaim.claimName: Invalid value: must not reference a PVC that gets created for an ephemeral volume',
  ]);
});
