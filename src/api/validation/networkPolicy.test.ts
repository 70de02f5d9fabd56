import fc from 'fast-check';
import { expect, test } from 'vitest';
import { applyDefaults } from '../defaults/registry.ts';
import type { NetworkPolicySpec } from '../objects.ts';
import { validateCreate, validateUpdate } from './registry.ts';

const policy = (spec: object) => ({
  apiVersion: 'networking.k8s.io/v1',
  kind: 'NetworkPolicy',
  metadata: { name: 'web', namespace: 'default' },
  spec: { podSelector: {}, ...spec } as NetworkPolicySpec,
});

const findings = (spec: object) =>
  validateCreate('networkpolicies', policy(spec)).map(({ field, type, detail }) => [field, type, detail]);

const fromBlock = (cidr: string, ...except: string[]) => ({ ingress: [{ from: [{ ipBlock: { cidr, except } }] }] });
const block = 'spec.ingress[0].from[0].ipBlock';

test('a policy without types is one of Ingress, and of Egress where it has rules for it', () => {
  const typesOf = (spec: object) =>
    (applyDefaults('networkpolicies', policy(spec)) as ReturnType<typeof policy>).spec.policyTypes;
  expect(typesOf({})).toEqual(['Ingress']);
  expect(typesOf({ egress: [] })).toEqual(['Ingress']);
  expect(typesOf({ egress: [{}] })).toEqual(['Ingress', 'Egress']);
  expect(typesOf({ policyTypes: ['Egress'] })).toEqual(['Egress']);
});

test('ports are of TCP where nothing else is said', () => {
  const out = applyDefaults('networkpolicies', policy({ egress: [{ ports: [{ port: 53 }, { protocol: 'UDP' }] }] }));
  expect((out as ReturnType<typeof policy>).spec.egress).toEqual([
    { ports: [{ port: 53, protocol: 'TCP' }, { protocol: 'UDP' }] },
  ]);
  expect(applyDefaults('networkpolicies', out)).toBe(out);
});

test.each([
  ['10.0.0.0/8', []],
  ['2001:DB8::/32', []],
  ['10.0.0.1/8', ['must not have bits set beyond the prefix length']],
  ['010.0.0.0/8', ['must not have leading 0s in IP or prefix length']],
  ['10.0.0.0/08', ['must not have leading 0s in IP or prefix length']],
  ['::ffff:10.0.0.0/104', ['must not have an IPv4-mapped IPv6 address']],
  ['10.0.0.0/33', ['must be a valid CIDR value, (e.g. 10.9.8.0/24 or 2001:db8::/64)']],
  ['10.0.0.0', ['must be a valid CIDR value, (e.g. 10.9.8.0/24 or 2001:db8::/64)']],
])('the network %s', (cidr, details) => {
  expect(findings(fromBlock(cidr))).toEqual(details.map((detail) => [`${block}.cidr`, 'Invalid value', detail]));
});

test('what is excepted lies within the block and is smaller', () => {
  expect(findings(fromBlock('10.0.0.0/8', '10.1.0.0/16'))).toEqual([]);
  const wrong = [`${block}.except[0]`, 'Invalid value', 'must be a strict subset of `cidr`'];
  for (const except of ['10.0.0.0/8', '11.0.0.0/16', '::/64'])
    expect(findings(fromBlock('10.0.0.0/8', except))).toEqual([wrong]);
});

test('a network that the policy already had stays allowed', () => {
  const loose = policy(fromBlock('10.0.0.1/8'));
  expect(validateUpdate('networkpolicies', loose, loose)).toEqual([]);
});

test('a peer is a block or a choice of Pods, never both or neither', () => {
  const peer = 'spec.egress[0].to[0]';
  expect(findings({ egress: [{ to: [{}] }] })).toEqual([[peer, 'Required value', 'must specify a peer']]);
  expect(findings({ egress: [{ to: [{ podSelector: {}, ipBlock: { cidr: '::/0' } }] }] })).toEqual([
    [peer, 'Forbidden', 'may not specify both ipBlock and another peer'],
  ]);
  expect(findings({ egress: [{ to: [{ podSelector: {}, namespaceSelector: {} }] }] })).toEqual([]);
});

test('a range of ports goes up from a number', () => {
  const end = 'spec.ingress[0].ports[0].endPort';
  const ofPort = (port: object) => findings({ ingress: [{ ports: [port] }] });
  expect(ofPort({ port: 80, endPort: 90 })).toEqual([]);
  expect(ofPort({ port: 80, endPort: 70 })[0]).toEqual([
    end,
    'Invalid value',
    'must be greater than or equal to `port`',
  ]);
  expect(ofPort({ endPort: 70 })[0]?.[2]).toBe('may not be specified when `port` is not specified');
  expect(ofPort({ port: 'http', endPort: 70 })[0]?.[2]).toBe('may not be specified when `port` is non-numeric');
});

test('more than two types are not looked at one by one', () => {
  expect(findings({ policyTypes: ['Ingress', 'In', 'Out'] })).toEqual([
    ['spec.policyTypes', 'Invalid value', 'may not specify more than two policyTypes'],
  ]);
});

test('no text makes the check of a network throw', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.ipV6(), fc.ipV4()), fc.string(), (address, bits) => {
      findings(fromBlock(`${address}/${bits}`, address));
    }),
  );
});

test('every address is a network of one', () => {
  fc.assert(
    fc.property(fc.ipV4(), (address) => {
      expect(findings(fromBlock(`${address}/32`))).toEqual([]);
    }),
  );
});
