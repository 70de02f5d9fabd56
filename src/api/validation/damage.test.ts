import fc from 'fast-check';
import { expect, test } from 'vitest';
import { canonicalize } from '../canonical.ts';
import { applyDefaults } from '../defaults/registry.ts';
import type { ObjectToWrite } from '../objects.ts';
import { checkSchema } from '../schema.ts';
import { warningsFor } from '../warnings/registry.ts';
import { validateCreate, validateUpdate } from './registry.ts';
import { wholePod, wholePodSpec } from './wholePod.ts';

/** One whole object of each kind, every list and map filled once. */
const whole: Record<string, object> = {
  pods: wholePod,
  cronjobs: { spec: { schedule: '0 0 * * *', jobTemplate: { spec: { template: { spec: wholePodSpec } } } } },
  networkpolicies: {
    spec: {
      podSelector: { matchExpressions: [{ key: 'a', operator: 'In', values: ['b'] }] },
      policyTypes: ['Ingress'],
      ingress: [{ ports: [{ port: 80, endPort: 90 }], from: [{ ipBlock: { cidr: '10.0.0.0/8', except: ['::/0'] } }] }],
      egress: [{ to: [{ podSelector: {}, namespaceSelector: { matchLabels: { a: 'b' } } }] }],
    },
  },
  nodes: {
    spec: { podCIDRs: ['10.0.0.0/24', 'fd00::/64'], taints: [{ key: 'a', effect: 'NoSchedule' }], providerID: 'a' },
    status: { capacity: { pods: '1' }, addresses: [{ type: 'Hostname', address: 'a' }] },
  },
  endpoints: { subsets: [{ addresses: [{ ip: '10.0.0.1', nodeName: 'a' }], ports: [{ port: 80, name: 'a' }] }] },
  endpointslices: {
    addressType: 'IPv4',
    endpoints: [{ addresses: ['10.0.0.1'], hints: { forZones: [{ name: 'a' }], forNodes: [{ name: 'b' }] } }],
    ports: [{ port: 80, name: 'a', appProtocol: 'b' }],
  },
  events: { involvedObject: { namespace: 'default' }, eventTime: '2026-01-01T00:00:00.000000Z', reason: 'a' },
  leases: { spec: { leaseDurationSeconds: 1, leaseTransitions: 1 } },
  runtimeclasses: {
    handler: 'a',
    overhead: { podFixed: { cpu: '1' } },
    scheduling: { nodeSelector: { a: 'b' }, tolerations: [{ key: 'a', operator: 'Exists' }] },
  },
  ingressclasses: { spec: { controller: 'a.io/b', parameters: { kind: 'a', name: 'b', scope: 'Cluster' } } },
  ingresses: {
    spec: {
      defaultBackend: { service: { name: 'a', port: { number: 80 } } },
      rules: [
        { host: 'a.io', http: { paths: [{ pathType: 'Exact', path: '/', backend: { resource: { kind: 'a' } } }] } },
      ],
      tls: [{ hosts: ['a.io'], secretName: 'b' }],
    },
  },
  namespaces: { spec: { finalizers: ['kubernetes'] } },
};

/** The value with one thing in it, found by the numbers, replaced. */
function damaged(value: unknown, path: number[], by: unknown): unknown {
  const [step, ...rest] = path;
  if (step === undefined || typeof value !== 'object' || value === null) return by;
  if (Array.isArray(value))
    return value.map((one, index) => (index === step % value.length ? damaged(one, rest, by) : one));
  const keys = Object.keys(value);
  const key = keys[step % Math.max(1, keys.length)];
  return key === undefined ? by : { ...value, [key]: damaged((value as Record<string, unknown>)[key], rest, by) };
}

const values = fc.constantFrom<unknown>(null, '', 'a', '..', -1, 0, 70000, true, [], {}, [null], ['', ''], { '': '' });

test.each(Object.keys(whole))('whatever passes the schema of %s is judged without an accident', (plural) => {
  const object = { metadata: { name: 'web', namespace: 'default' }, ...whole[plural] };
  const old = applyDefaults(plural, canonicalize(plural, object));
  fc.assert(
    fc.property(fc.array(fc.nat(60), { minLength: 1, maxLength: 12 }), values, (path, by) => {
      const given = damaged(object, path, by) as ObjectToWrite;
      if (typeof given !== 'object' || given === null || checkSchema(plural, given).errors.length > 0) return;
      const next = applyDefaults(plural, canonicalize(plural, given));
      expect(Array.isArray([...validateCreate(plural, next), ...validateUpdate(plural, next, old)])).toBe(true);
      expect(Array.isArray(warningsFor(plural, next))).toBe(true);
      expect(applyDefaults(plural, next)).toEqual(next);
    }),
    { numRuns: plural === 'pods' ? 400 : 200 },
  );
});
