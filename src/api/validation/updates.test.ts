import { describe, expect, test } from 'vitest';
import { applyDefaults } from '../defaults/registry.ts';
import type {
  Job,
  JobSpec,
  NodeSelectorTerm,
  ObjectMeta,
  PersistentVolumeClaim,
  PersistentVolumeClaimSpec,
  PersistentVolumeSpec,
  PodSpec,
} from '../objects.ts';
import { validateUpdate } from './registry.ts';

type Given = { metadata?: ObjectMeta; spec?: unknown; status?: unknown };

const metadata = { name: 'web', namespace: 'default', uid: 'u', resourceVersion: '1' };

/** What an update is told, each finding once, as `field: detail`. */
function told(plural: string, before: Given, after: Given): string[] {
  const ofCluster = plural === 'persistentvolumes';
  const { namespace: _, ...named } = metadata;
  const complete = (given: Given) =>
    applyDefaults(plural, { ...given, metadata: { ...(ofCluster ? named : metadata), ...given.metadata } });
  const errors = validateUpdate(plural, complete(after), complete(before));
  return [...new Set(errors.map(({ field, detail }) => `${field}: ${detail}`))];
}

describe('a Pod', () => {
  const containers = [{ name: 'web', image: 'nginx:1.27' }];
  const update = (before: Partial<PodSpec>, after: Partial<PodSpec>) =>
    told('pods', { spec: { containers, ...before } }, { spec: { containers, ...after } });

  test('may get another image, and what its node need not know', () => {
    expect(update({}, { containers: [{ name: 'web', image: 'nginx:1.28' }] })).toEqual([]);
    expect(update({}, { tolerations: [{ key: 'a', operator: 'Exists' }] })).toEqual([]);
  });

  test('gets a deadline, and then only an earlier one', () => {
    expect(update({}, { activeDeadlineSeconds: 60 })).toEqual([]);
    expect(update({ activeDeadlineSeconds: 60 }, { activeDeadlineSeconds: 30 })).toEqual([]);
    expect(update({ activeDeadlineSeconds: 60 }, { activeDeadlineSeconds: 90 })).toEqual([
      'spec.activeDeadlineSeconds: must be less than or equal to previous value',
    ]);
  });

  test('is told what it may not change by a diff', () => {
    expect(update({}, { hostname: 'web' }).join()).toContain('- "Hostname": "",\n+ "Hostname": "web",\n');
  });

  test('loses gates and never gets one', () => {
    const [a, b] = [{ name: 'example.com/a' }, { name: 'example.com/b' }];
    expect(update({ schedulingGates: [a, b] }, { schedulingGates: [b] })).toEqual([]);
    expect(update({ schedulingGates: [a] }, { schedulingGates: [a, b] })).toEqual([
      "spec.schedulingGates[1].name: only deletion is allowed, but found new scheduling gate 'example.com/b'",
    ]);
  });

  const schedulingGates = [{ name: 'example.com/a' }];
  const affine = (...nodeSelectorTerms: NodeSelectorTerm[]): Partial<PodSpec> => ({
    schedulingGates,
    affinity: { nodeAffinity: { requiredDuringSchedulingIgnoredDuringExecution: { nodeSelectorTerms } } },
  });
  const inZone: NodeSelectorTerm = { matchExpressions: [{ key: 'zone', operator: 'In', values: ['a'] }] };
  const onDisk = { key: 'disk', operator: 'Exists' } as const;

  test('that is gated can be narrowed in where it runs', () => {
    expect(update({ schedulingGates }, { schedulingGates, nodeSelector: { a: 'b' } })).toEqual([]);
    expect(update({ schedulingGates }, affine(inZone))).toEqual([]);
    const narrowed = { matchExpressions: [...(inZone.matchExpressions ?? []), onDisk] };
    expect(update(affine(inZone), affine(narrowed))).toEqual([]);
  });

  test('that is gated cannot be widened', () => {
    const selecting = { schedulingGates, nodeSelector: { a: 'b' } };
    expect(update(selecting, { schedulingGates, nodeSelector: { a: 'c' } })).toEqual([
      'spec.nodeSelector: only additions to spec.nodeSelector are allowed (no mutations or deletions)',
    ]);
    const terms = 'spec.affinity.nodeAffinity.requiredDuringSchedulingIgnoredDuringExecution.nodeSelectorTerms';
    expect(update(affine(inZone), affine({ matchExpressions: [onDisk] }))).toEqual([
      `${terms}[0]: only additions are allowed (no mutations or deletions)`,
    ]);
    expect(update(affine(inZone), { schedulingGates })).toEqual([
      `${terms}: no additions/deletions to non-empty NodeSelectorTerms list are allowed`,
    ]);
  });

  test('that waits no more is where it is', () => {
    expect(update({}, { nodeSelector: { a: 'b' } }).join()).toContain('+ "NodeSelector": {\n+  "a": "b"\n+ },');
  });

  test('stays a mirror of what runs on the node', () => {
    const mirror = { annotations: { 'kubernetes.io/config.mirror': 'x' } };
    expect(told('pods', { metadata: mirror, spec: { containers } }, { spec: { containers } })).toEqual([
      'metadata.annotations[kubernetes.io/config.mirror]: may not remove or update mirror pod annotation',
    ]);
  });
});

describe('a Job', () => {
  const template = (image: string, more: object = {}) => ({
    metadata: { labels: { app: 'web' } },
    spec: { restartPolicy: 'Never', containers: [{ name: 'a', image, ...more }] },
  });
  const job = (spec: Partial<JobSpec>, status?: Job['status']): Given => ({
    spec: { manualSelector: true, selector: { matchLabels: { app: 'web' } }, template: template('busybox'), ...spec },
    ...(status && { status }),
  });
  const resources = { requests: { cpu: '1' } };
  const asking = { template: template('busybox', { resources }) } as Partial<JobSpec>;

  test('keeps its template', () => {
    expect(told('jobs', job({}), job({ template: template('busybox:1.37') as never }))).toEqual([
      'spec.template: field is immutable',
    ]);
    expect(told('jobs', job({}), job(asking))).toEqual(['spec.template: field is immutable']);
  });

  test('that is suspended may ask for other resources, once none of its Pods is left', () => {
    expect(told('jobs', job({ suspend: true }), job({ ...asking, suspend: false }))).toEqual([]);
    expect(told('jobs', job({ suspend: true }, { active: 1 }), job({ ...asking }))).toEqual([
      'spec.template: field is immutable',
    ]);
  });

  test('does not change what tells success', () => {
    const policy = (action: string) => ({ rules: [{ action, onExitCodes: { operator: 'In', values: [1] } }] });
    const before = job({ podFailurePolicy: policy('FailJob') as never });
    expect(told('jobs', before, job({ podFailurePolicy: policy('Ignore') as never }))).toEqual([
      'spec.podFailurePolicy: field is immutable',
    ]);
    expect(told('jobs', job({ completions: 2 }), job({ completions: 3 }))).toEqual([
      'spec.completions: field is immutable',
    ]);
  });
});

describe('a claim', () => {
  const claim = (
    spec: Partial<PersistentVolumeClaimSpec>,
    storage: string,
    status: PersistentVolumeClaim['status'] = { phase: 'Pending' },
  ): Given => ({ spec: { accessModes: ['ReadWriteOnce'], resources: { requests: { storage } }, ...spec }, status });
  const bound = { phase: 'Bound', capacity: { storage: '1Gi' } } as const;

  test('grows when it is bound, and shrinks back to more than it has', () => {
    expect(told('persistentvolumeclaims', claim({}, '1Gi', bound), claim({}, '2Gi', bound))).toEqual([]);
    expect(told('persistentvolumeclaims', claim({}, '3Gi', bound), claim({}, '2Gi', bound))).toEqual([]);
    expect(told('persistentvolumeclaims', claim({}, '3Gi', bound), claim({}, '1Gi', bound))).toEqual([
      'spec.resources.requests.storage: field can not be less than status.capacity',
    ]);
  });

  test('gets its volume and its class once', () => {
    expect(told('persistentvolumeclaims', claim({}, '1Gi'), claim({ volumeName: 'disk' }, '1Gi'))).toEqual([]);
    expect(told('persistentvolumeclaims', claim({}, '1Gi'), claim({ storageClassName: 'fast' }, '1Gi'))).toEqual([]);
    const changed = told(
      'persistentvolumeclaims',
      claim({ volumeName: 'disk' }, '1Gi'),
      claim({ volumeName: 'other' }, '1Gi'),
    );
    expect(changed.join()).toContain('- "VolumeName": "disk",\n+ "VolumeName": "other",');
  });
});

describe('a volume', () => {
  const volume = (spec: Partial<PersistentVolumeSpec>): Given => ({
    spec: { capacity: { storage: '1Gi' }, accessModes: ['ReadWriteOnce'], ...spec },
  });
  const csi = { driver: 'example.com', volumeHandle: 'a' };
  const inZone = (key: string): Partial<PersistentVolumeSpec> => ({
    csi,
    nodeAffinity: {
      required: { nodeSelectorTerms: [{ matchExpressions: [{ key, operator: 'In', values: ['a'] }] }] },
    },
  });

  test('may come to know a secret for expansion, but stays where it is', () => {
    const controllerExpandSecretRef = { name: 'secret', namespace: 'default' };
    expect(told('persistentvolumes', volume({ csi }), volume({ csi: { ...csi, controllerExpandSecretRef } }))).toEqual(
      [],
    );
    const moved = told('persistentvolumes', volume({ csi }), volume({ csi: { ...csi, volumeHandle: 'b' } }));
    expect(moved.join()).toContain('-  "VolumeHandle": "a",\n+  "VolumeHandle": "b",');
  });

  test('is used on the same nodes, by labels of their new names too', () => {
    const [beta, stable] = ['failure-domain.beta.kubernetes.io/zone', 'topology.kubernetes.io/zone'];
    expect(told('persistentvolumes', volume(inZone(beta)), volume(inZone(stable)))).toEqual([]);
    expect(told('persistentvolumes', volume(inZone(stable)), volume(inZone('zone')))).toEqual([
      'nodeAffinity: field is immutable, except for updating from beta label to GA',
    ]);
  });
});
