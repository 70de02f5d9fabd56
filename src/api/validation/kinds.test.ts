import fc from 'fast-check';
import { expect, test } from 'vitest';
import { applyDefaults } from '../defaults/registry.ts';
import type { ObjectToWrite } from '../objects.ts';
import { validateCreate, validateUpdate } from './registry.ts';

const named = (object: object, namespace?: string): ObjectToWrite => ({
  metadata: { name: 'web', ...(namespace && { namespace }) },
  ...object,
});
const found = (plural: string, object: ObjectToWrite) =>
  validateCreate(plural, applyDefaults(plural, object)).map(({ field, type, detail }) => [field, type, detail ?? '']);
const changed = (plural: string, object: ObjectToWrite, old: ObjectToWrite) =>
  validateUpdate(plural, applyDefaults(plural, object), applyDefaults(plural, old)).map(({ field }) => field);

const slice = (object: object) => named({ addressType: 'IPv4', endpoints: [], ...object }, 'default');
const addresses = (addressType: string, ...list: string[]) =>
  found('endpointslices', slice({ addressType, endpoints: [{ addresses: list }] })).map(([, , detail]) => detail);

test.each([
  ['IPv4', '10.0.0.1', []],
  ['IPv6', 'fd00::1', []],
  ['FQDN', 'db.example.com.', []],
  ['IPv4', 'fd00::1', ['must be an IPv4 address']],
  ['IPv6', '10.0.0.1', ['must be an IPv6 address']],
  ['IPv4', '010.0.0.1', ['must not have leading 0s']],
  ['IPv4', '127.0.0.1', ['may not be in the loopback range (127.0.0.0/8, ::1/128)']],
  ['IPv4', '0.0.0.0', ['may not be unspecified (0.0.0.0)']],
  ['IPv6', 'fe80::1', ['may not be in the link-local range (169.254.0.0/16, fe80::/10)']],
  ['IPv4', '224.0.0.1', ['may not be in the link-local multicast range (224.0.0.0/24, ff02::/10)']],
  ['FQDN', 'db', ['should be a domain with at least two segments separated by dots']],
])('an endpoint of type %s at %s', (type, address, details) => {
  expect(addresses(type, address)).toEqual(details);
});

test('the type of the addresses of an EndpointSlice stays', () => {
  expect(changed('endpointslices', slice({ addressType: 'IPv6' }), slice({}))).toEqual(['addressType']);
  expect(found('endpointslices', slice({ addressType: 'IP' }))[0]?.[1]).toBe('Unsupported value');
});

test('ports of an EndpointSlice have different names', () => {
  expect(found('endpointslices', slice({ ports: [{ port: 80 }, { port: 81 }] }))).toEqual([
    ['ports[1].name', 'Duplicate value', ''],
  ]);
});

test('an EndpointSlice hints at no more than eight zones', () => {
  const forZones = Array.from({ length: 9 }, (_, index) => ({ name: `zone-${index}` }));
  expect(found('endpointslices', slice({ endpoints: [{ addresses: ['10.0.0.1'], hints: { forZones } }] }))).toEqual([
    ['endpoints[0].hints.forZones', 'Too many', '9: must have at most 8 items'],
  ]);
});

const endpoints = (...subsets: object[]) => named({ subsets }, 'default');

test('Endpoints have addresses and ports; several ports have names', () => {
  expect(found('endpoints', endpoints({ ports: [{ port: 80 }, { port: 0, name: 'b' }] }))).toEqual([
    ['subsets[0]', 'Required value', 'must specify `addresses` or `notReadyAddresses`'],
    ['subsets[0].ports[0].name', 'Required value', ''],
    ['subsets[0].ports[1].port', 'Invalid value', 'must be between 1 and 65535, inclusive'],
  ]);
  expect(found('endpoints', endpoints({ addresses: [{ ip: '10.0.0.1' }], ports: [{ port: 80 }] }))).toEqual([]);
});

test('Endpoints that are not touched are not looked at', () => {
  const wrong = endpoints({ addresses: [{ ip: '127.0.0.1' }] });
  expect(changed('endpoints', wrong, wrong)).toEqual([]);
});

test('an Event stands in the namespace of what it is about', () => {
  const event = (namespace: string, other?: string, more = {}) =>
    named({ involvedObject: { kind: 'Pod', ...(other && { namespace: other }) }, ...more }, namespace);
  expect(found('events', event('default', 'default'))).toEqual([]);
  expect(found('events', event('default'))).toEqual([]);
  expect(found('events', event('team', 'default'))).toEqual([
    ['involvedObject.namespace', 'Invalid value', 'does not match event.namespace'],
  ]);
  const fields = found('events', event('team', 'team', { eventTime: '2026-01-01T00:00:00.000000Z' })).map(([at]) => at);
  expect(new Set(fields)).toEqual(new Set(['reportingController', 'reportingInstance', 'action', 'reason']));
});

test('an Event may have any name that a URL can hold', () => {
  const event = (name: string) => ({ metadata: { name, namespace: 'a' }, involvedObject: { namespace: 'a' } });
  expect(found('events', event('Web.17F'))).toEqual([]);
  expect(found('events', event('a/b'))).toEqual([['metadata.name', 'Invalid value', "may not contain '/'"]]);
});

test('a Lease lasts for some time', () => {
  const lease = (spec: object) => found('leases', named({ spec }, 'default')).map(([field]) => field);
  expect(lease({ leaseDurationSeconds: 1, leaseTransitions: 0 })).toEqual([]);
  expect(lease({ leaseDurationSeconds: 0, leaseTransitions: -1 })).toEqual([
    'spec.leaseDurationSeconds',
    'spec.leaseTransitions',
  ]);
});

test('the handler of a RuntimeClass is a label and stays', () => {
  expect(found('runtimeclasses', named({ handler: 'gvisor' }))).toEqual([]);
  expect(found('runtimeclasses', named({ handler: 'g.visor' }))).toEqual([
    ['handler', 'Invalid value', 'must not contain dots'],
  ]);
  expect(changed('runtimeclasses', named({ handler: 'b' }), named({ handler: 'a' }))).toEqual(['handler']);
});

test('the parameters of an IngressClass belong to the cluster or to a namespace', () => {
  const parameters = (given: object) =>
    found('ingressclasses', named({ spec: { controller: 'a.io/b', parameters: { kind: 'K', name: 'n', ...given } } }));
  expect(parameters({})).toEqual([]);
  expect(parameters({ namespace: 'a' })).toEqual([
    ['spec.parameters.namespace', 'Forbidden', "`parameters.scope` is set to 'Cluster'"],
  ]);
  expect(parameters({ scope: 'Namespace' })).toEqual([
    ['spec.parameters.namespace', 'Required value', "`parameters.scope` is set to 'Namespace'"],
  ]);
  expect(parameters({ scope: 'All' })[0]?.[1]).toBe('Unsupported value');
});

test('the controller of an IngressClass is a path behind a domain', () => {
  const controller = (text: string) =>
    found('ingressclasses', named({ spec: { controller: text } })).map(([, type]) => type);
  expect(controller('example.com/a')).toEqual([]);
  expect(controller('')).toEqual(['Required value']);
  expect(controller('example.com')).toEqual(['Invalid value']);
  expect(controller(`example.com/${'a'.repeat(250)}`)).toEqual(['Too long']);
});

test('an Ingress says what its paths are, and names resources in full', () => {
  const ingress = (path: object) =>
    found('ingresses', named({ spec: { rules: [{ http: { paths: [path] } }] } }, 'default')).map(([field, type]) => [
      field,
      type,
    ]);
  const at = 'spec.rules[0].http.paths[0]';
  expect(ingress({ backend: {} })).toEqual([[`${at}.pathType`, 'Required value']]);
  expect(ingress({ pathType: 'Exact', path: '/', backend: { resource: { kind: '', name: 'a/b' } } })).toEqual([
    [`${at}.backend.resource.kind`, 'Required value'],
    [`${at}.backend.resource.name`, 'Invalid value'],
  ]);
});

test('finalizers of a Namespace have a domain', () => {
  expect(found('namespaces', named({ spec: { finalizers: ['kubernetes', 'a.io/b', 'mine'] } }))).toEqual([
    ['spec.finalizers', 'Invalid value', 'name is neither a standard finalizer name nor is it fully qualified'],
  ]);
});

test('a StatefulSet gives its name to hosts, so it has no dots', () => {
  const set = (name: string) =>
    found('statefulsets', { metadata: { name, namespace: 'default' }, spec: {} }).filter(
      ([field]) => field === 'metadata.name',
    );
  expect(set('my.db')).toEqual([['metadata.name', 'Invalid value', 'must not contain dots']]);
  expect(set('a'.repeat(64))).toEqual([['metadata.name', 'Invalid value', 'must be no more than 63 characters']]);
});

test('no address makes the check throw, and defaults applied twice are defaults applied once', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.ipV4(), fc.ipV6()), fc.constantFrom('IPv4', 'IPv6', 'FQDN'), (ip, type) => {
      addresses(type, ip);
      const once = applyDefaults('endpoints', endpoints({ addresses: [{ ip }], ports: [{ port: 1 }] }));
      expect(applyDefaults('endpoints', once)).toBe(once);
    }),
  );
});
