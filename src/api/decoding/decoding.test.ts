import fc from 'fast-check';
import { expect, test } from 'vitest';
import { resourceOf, resources } from '../resources.ts';
import { isFailure } from '../status.ts';
import { decodeBody } from './decodeBody.ts';
import { decodeBase64 } from './goBase64.ts';
import { timeFault } from './goTime.ts';

const refusal = (plural: string, body: unknown): string => {
  const decoded = decodeBody(resourceOf(plural), body, 'Strict');
  return isFailure(decoded) ? decoded.message : 'decoded';
};
const pod = 'Pod in version "v1" cannot be handled as a Pod: ';
const service = 'Service in version "v1" cannot be handled as a Service: ';

test.each([
  [
    { kind: 'pod' },
    `pod in version "v1" cannot be handled as a Pod: no kind "pod" is registered for version "v1" in scheme "pkg/api/legacyscheme/scheme.go:30"`,
  ],
  [
    { kind: 'ConfigMap' },
    'ConfigMap in version "v1" cannot be handled as a Pod: converting (v1.ConfigMap) to (core.Pod): unknown conversion',
  ],
  [
    { apiVersion: 'apps/v1' },
    `${pod}no kind "Pod" is registered for version "apps/v1" in scheme "pkg/api/legacyscheme/scheme.go:30"`,
  ],
  [
    { kind: 5 },
    `the object provided is unrecognized (must be of type Pod): couldn't get version/kind; json parse error: json: cannot unmarshal number into Go struct field .kind of type string ({"kind":5})`,
  ],
  [
    { spec: { restartPolicy: 1 } },
    `${pod}json: cannot unmarshal number into Go struct field PodSpec.spec.restartPolicy of type v1.RestartPolicy`,
  ],
  [
    { spec: { containers: [{ imagePullPolicy: true }] } },
    `${pod}json: cannot unmarshal bool into Go struct field Container.spec.containers.imagePullPolicy of type v1.PullPolicy`,
  ],
  [
    { spec: { containers: [{ securityContext: { capabilities: { add: [1] } } }] } },
    `${pod}json: cannot unmarshal number into Go struct field Capabilities.spec.containers.securityContext.capabilities.add of type v1.Capability`,
  ],
  [
    { spec: { volumes: [{ hostPath: 'x' }] } },
    `${pod}json: cannot unmarshal string into Go struct field Volume.spec.volumes.VolumeSource.hostPath of type v1.HostPathVolumeSource`,
  ],
  [
    { spec: { ephemeralContainers: [{ image: 1 }] } },
    `${pod}json: cannot unmarshal number into Go struct field EphemeralContainer.spec.ephemeralContainers.EphemeralContainerCommon.image of type string`,
  ],
  [
    { spec: { containers: [{ resources: { limits: [] } }] } },
    `${pod}json: cannot unmarshal array into Go struct field ResourceRequirements.spec.containers.resources.limits of type v1.ResourceList`,
  ],
  [
    { metadata: { creationTimestamp: 5 } },
    `${pod}json: cannot unmarshal number into Go struct field ObjectMeta.metadata.creationTimestamp of type string`,
  ],
  [
    { metadata: { creationTimestamp: 'soon' } },
    `${pod}parsing time "soon" as "2006-01-02T15:04:05Z07:00": cannot parse "soon" as "2006"`,
  ],
  [
    { metadata: { deletionGracePeriodSeconds: 1e21 } },
    `${pod}json: cannot unmarshal number 1e+21 into Go struct field ObjectMeta.metadata.deletionGracePeriodSeconds of type int64`,
  ],
  [
    { metadata: { labels: { a: 1 }, foo: 1 } },
    `${pod}json: cannot unmarshal number into Go struct field ObjectMeta.metadata.labels of type string`,
  ],
  [
    { Spec: {}, metadata: { label: {} }, spec: { containers: [{}, { prot: 1 }] } },
    `${pod}strict decoding error: unknown field "Spec", unknown field "metadata.label", unknown field "spec.containers[1].prot"`,
  ],
  // What a quantity refuses ends the decoding, and with it what was wrong before.
  [
    { spec: { hostNetwork: 'x', containers: [{ resources: { limits: { cpu: '1kk' } } }] } },
    `${pod}unable to parse quantity's suffix`,
  ],
  [{ spec: null, metadata: null }, 'decoded'],
  [null, 'decoded'],
])('a Pod: %j', (body, message) => {
  expect(refusal('pods', body)).toBe(message);
});

test.each([
  [
    'services',
    { spec: { type: 1 } },
    `${service}json: cannot unmarshal number into Go struct field ServiceSpec.spec.type of type v1.ServiceType`,
  ],
  [
    'services',
    { spec: { ports: [{ targetPort: {} }] } },
    `${service}json: cannot unmarshal object into Go struct field ServicePort.spec.ports.targetPort of type int32`,
  ],
  [
    'secrets',
    { data: { a: 'YWJj!A==' } },
    'Secret in version "v1" cannot be handled as a Secret: illegal base64 data at input byte 4',
  ],
  [
    'secrets',
    { data: ['a'] },
    'Secret in version "v1" cannot be handled as a Secret: json: cannot unmarshal array into Go struct field Secret.data of type map[string][]uint8',
  ],
  [
    'horizontalpodautoscalers',
    { spec: { metrics: {} } },
    'HorizontalPodAutoscaler in version "v2" cannot be handled as a HorizontalPodAutoscaler: json: cannot unmarshal object into Go struct field HorizontalPodAutoscalerSpec.spec.metrics of type []v2.MetricSpec',
  ],
  [
    'persistentvolumes',
    { spec: { nfs: 'x' } },
    'PersistentVolume in version "v1" cannot be handled as a PersistentVolume: json: cannot unmarshal string into Go struct field PersistentVolumeSpec.spec.PersistentVolumeSource.nfs of type v1.NFSVolumeSource',
  ],
  [
    'leases',
    { spec: { renewTime: '2024-01-01T00:00:00Z' } },
    'Lease in version "v1" cannot be handled as a Lease: parsing time "2024-01-01T00:00:00Z" as "2006-01-02T15:04:05.000000Z07:00": cannot parse "Z" as ".000000"',
  ],
])('%s: %j', (plural, body, message) => {
  expect(refusal(plural, body)).toBe(message);
});

test('owners named twice are taken once, with a warning', () => {
  const owner = { apiVersion: 'v1', kind: 'Pod', name: 'a', uid: 'u' };
  const decoded = decodeBody(resourceOf('pods'), { metadata: { ownerReferences: [owner, owner] } }, 'Strict');
  expect(decoded).toMatchObject({
    object: { metadata: { ownerReferences: [owner] } },
    warnings: [expect.stringContaining('observed: u')],
  });
});

test('a body of more than three megabytes is not read', () => {
  const decoded = decodeBody(resourceOf('configmaps'), { data: { a: 'x'.repeat(3 * 1024 * 1024) } }, 'Strict');
  expect(decoded).toMatchObject({ code: 413, message: 'Request entity too large: limit is 3145728' });
});

test.each([
  ['2024-02-29T12:00:00Z', undefined],
  ['2024-02-29T12:00:00.123+02:00', undefined],
  ['2023-02-29T12:00:00Z', 'parsing time "2023-02-29T12:00:00Z": day out of range'],
  ['2024-13-01T00:00:00Z', 'parsing time "2024-13-01T00:00:00Z": month out of range'],
  ['2024-01-01T25:00:00Z', 'parsing time "2024-01-01T25:00:00Z": hour out of range'],
  ['2024-01-01', 'parsing time "2024-01-01" as "2006-01-02T15:04:05Z07:00": cannot parse "" as "T"'],
  [
    '2024-01-01T00:00:00',
    'parsing time "2024-01-01T00:00:00" as "2006-01-02T15:04:05Z07:00": cannot parse "" as "Z07:00"',
  ],
  [
    '2024-1-01T00:00:00Z',
    'parsing time "2024-1-01T00:00:00Z" as "2006-01-02T15:04:05Z07:00": cannot parse "1-01T00:00:00Z" as "01"',
  ],
  ['2024-01-01T00:00:00Zx', 'parsing time "2024-01-01T00:00:00Zx": extra text: "x"'],
])('the time %s', (text, fault) => {
  expect(timeFault(text, 'time')).toBe(fault);
});

test('base64 is read as Go reads it', () => {
  const bytes = fc.uint8Array().map((array) => [...array]);
  fc.assert(
    fc.property(bytes, (given) => {
      expect(decodeBase64(btoa(String.fromCharCode(...given)))).toEqual({ bytes: given });
    }),
  );
  const wrong = { YQ: 0, 'YQ=': 3, 'YQ=x': 2, 'YQ==x': 4, 'YWI=\n': undefined, '=': 0, 'Y W': 1, 'YWJj YWJj': 4 };
  for (const [text, wrongAt] of Object.entries(wrong))
    expect([text, decodeBase64(text)]).toEqual([text, wrongAt === undefined ? { bytes: [97, 98] } : { wrongAt }]);
});

test('any JSON is decoded to an object or refused with a Status', () => {
  const plurals = fc.constantFrom(...resources.map(({ plural }) => plural));
  const names = fc.constantFrom(
    'apiVersion',
    'kind',
    'metadata',
    'spec',
    'template',
    'containers',
    'name',
    'labels',
    'data',
    'ports',
  );
  const body = fc.letrec((tie) => ({
    value: fc.oneof({ depthSize: 'small' }, fc.jsonValue(), fc.array(tie('value')), fc.dictionary(names, tie('value'))),
  })).value;
  fc.assert(
    fc.property(plurals, body, fc.constantFrom('Strict', 'Warn', 'Ignore'), (plural, value, validation) => {
      const decoded = decodeBody(resourceOf(plural), value, validation);
      if (isFailure(decoded)) expect(decoded.code).toBe(400);
      else expect(decoded.object.kind).toBe(resourceOf(plural).kind);
    }),
  );
});
