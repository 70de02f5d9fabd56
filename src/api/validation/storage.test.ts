import { describe, expect, test } from 'vitest';
import type { ObjectToWrite } from '../objects.ts';
import { validateCreate, validateUpdate } from './registry.ts';

const found = (plural: string, object: ObjectToWrite) =>
  validateCreate(plural, object).map(({ field, detail, type }) => `${field}: ${detail || type}`);

const volume = (spec: object) => ({
  metadata: { name: 'disk' },
  spec: { capacity: { storage: '1Gi' }, accessModes: ['ReadWriteOnce'], ...spec },
});

describe('PersistentVolume', () => {
  test.each<[string, object, string[]]>([
    ['a driver without a handle', { csi: { driver: 'a.b' } }, ['spec.csi.volumeHandle: Required value']],
    [
      'a secret that is not named in full',
      { csi: { driver: 'a.b', volumeHandle: 'x', nodePublishSecretRef: { name: 's' } } },
      ['spec.csi.nodePublishSecretRef.namespace: Required value'],
    ],
    [
      'an iSCSI name of no known form',
      { iscsi: { targetPortal: 'a:1', iqn: 'abc', lun: 300 } },
      ['spec.iscsi.iqn: must be valid format', 'spec.iscsi.lun: must be between 0 and 255, inclusive'],
    ],
    [
      'a disk whose field has another name in messages',
      { gcePersistentDisk: {} },
      ['spec.persistentDisk.pdName: Required value'],
    ],
    [
      'node affinity without terms',
      { local: { path: '/mnt' }, nodeAffinity: { required: { nodeSelectorTerms: [] } } },
      ['spec.nodeAffinity.required.nodeSelectorTerms: must have at least one node selector term'],
    ],
    [
      'a class of attributes for a disk that has none',
      { nfs: { server: 'nas', path: '/' }, volumeAttributesClassName: 'gold' },
      ['spec.csi: has to be specified when using volumeAttributesClassName'],
    ],
  ])('%s is refused', (_what, spec, errors) => {
    expect(found('persistentvolumes', volume(spec))).toEqual(errors);
  });
});

describe('PersistentVolumeClaim', () => {
  const claim = (spec: object) => ({
    metadata: { name: 'data', namespace: 'default' },
    spec: { accessModes: ['ReadWriteOnce'], resources: { requests: { storage: '1Gi' } }, ...spec },
  });

  test('is filled from one source', () => {
    const dataSource = { kind: 'PersistentVolumeClaim', name: 'a' };
    const dataSourceRef = { kind: 'PersistentVolumeClaim', name: 'b' };
    expect(found('persistentvolumeclaims', claim({ dataSource, dataSourceRef }))).toEqual([
      'spec: must match dataSourceRef',
    ]);
    expect(found('persistentvolumeclaims', claim({ dataSourceRef: { kind: 'Secret', name: 'b' } }))).toEqual([
      "spec.dataSourceRef: must be 'PersistentVolumeClaim' when referencing the default apiGroup",
    ]);
  });
});

describe('StorageClass', () => {
  const storageClass = (fields: object) => ({
    metadata: { name: 'fast', resourceVersion: '1' },
    provisioner: 'a.b/c',
    reclaimPolicy: 'Delete',
    volumeBindingMode: 'Immediate',
    ...fields,
  });

  test('names topologies once', () => {
    const term = { matchLabelExpressions: [{ key: 'zone', values: ['a', 'a'] }] };
    expect(found('storageclasses', storageClass({ allowedTopologies: [term, term] }))).toEqual([
      'allowedTopologies[0].matchLabelExpressions[0].values[1]: Duplicate value',
      'allowedTopologies[1].matchLabelExpressions[0].values[1]: Duplicate value',
      'allowedTopologies[1].matchLabelExpressions: Duplicate value',
    ]);
  });

  test('keeps what volumes were made with', () => {
    const old = storageClass({ parameters: { type: 'a' } });
    const errors = validateUpdate('storageclasses', storageClass({ volumeBindingMode: 'WaitForFirstConsumer' }), old);
    expect(errors.map(({ field }) => field)).toEqual(['parameters', 'volumeBindingMode']);
  });
});

describe('LimitRange', () => {
  const range = (item: object) => ({ metadata: { name: 'sizes', namespace: 'default' }, spec: { limits: [item] } });

  test.each<[string, object, string[]]>([
    [
      'a ratio that no Pod within the limits can have',
      { type: 'Pod', min: { memory: '512Mi' }, max: { memory: '2Gi' }, maxLimitRequestRatio: { memory: '10' } },
      ['spec.limits[0].maxLimitRequestRatio[memory]: ratio 10 is greater than max/min = 4.000000'],
    ],
    [
      'a ratio below one',
      { type: 'Pod', maxLimitRequestRatio: { cpu: '800m' } },
      ['spec.limits[0].maxLimitRequestRatio[cpu]: ratio 800m is less than 1'],
    ],
    [
      'huge pages of two sizes',
      { type: 'Container', default: { 'hugepages-2Mi': '4Mi' }, defaultRequest: { 'hugepages-2Mi': '2Mi' } },
      [
        'spec.limits[0].defaultRequest[hugepages-2Mi]: default value 4Mi must equal to defaultRequest value 2Mi in hugepages-2Mi',
      ],
    ],
    [
      'a resource that containers do not ask for',
      { type: 'Container', max: { storage: '1Gi' } },
      ['spec.limits[0].max[storage]: must be a standard resource for containers'],
    ],
  ])('%s is refused', (_what, item, errors) => {
    expect(found('limitranges', range(item))).toEqual(errors);
  });
});

describe('ResourceQuota', () => {
  const quota = (spec: object) => ({ metadata: { name: 'budget', namespace: 'default', resourceVersion: '1' }, spec });

  test('limits within a scope only what the scope is about', () => {
    expect(found('resourcequotas', quota({ hard: { services: '1' }, scopes: ['BestEffort', 'Odd'] }))).toEqual([
      'spec.scopes: unsupported scope applied to resource',
      'spec.scopes: unsupported scope',
    ]);
  });

  test('selects scopes with operators that fit', () => {
    const matchExpressions = [
      { scopeName: 'BestEffort', operator: 'In', values: ['a'] },
      { scopeName: 'PriorityClass', operator: 'In' },
      { scopeName: 'PriorityClass', operator: 'Exists', values: ['a'] },
    ];
    const errors = found('resourcequotas', quota({ hard: { pods: '1' }, scopeSelector: { matchExpressions } }));
    const at = 'spec.scopeSelector.matchExpressions';
    expect(errors.map((error) => error.split(':')[0])).toEqual([`${at}.operator`, `${at}.values`, `${at}.values`]);
  });

  test('counts whole things and keeps its scopes', () => {
    const old = quota({ hard: { pods: '1' } });
    const now = quota({ hard: { 'count/deployments.apps': '1500m' }, scopes: ['Terminating'] });
    expect(validateUpdate('resourcequotas', now, old).map(({ field, detail }) => `${field}: ${detail}`)).toEqual([
      'spec.hard[count/deployments.apps]: must be an integer',
      'spec.scopes: field is immutable',
    ]);
  });
});

test('PriorityClass: the names of the system stand for its own values', () => {
  const errors = found('priorityclasses', { metadata: { name: 'system-node-critical' }, value: 1 });
  expect(errors).toEqual([
    "metadata.name: priority class names with 'system-' prefix are reserved for system use only. error: value of system-node-critical PriorityClass must be 2000001000",
  ]);
});
