import { describe, expect, test } from 'vitest';
import type { ObjectMeta, ObjectToWrite } from '../objects.ts';
import { validateCreate, validateUpdate } from './registry.ts';

const configMap = (metadata: ObjectMeta): ObjectToWrite =>
  ({ apiVersion: 'v1', kind: 'ConfigMap', metadata: { namespace: 'default', ...metadata } }) as ObjectToWrite;

const findings = (metadata: ObjectMeta) =>
  validateCreate('configmaps', configMap(metadata)).map(({ field, detail }) => `${field}: ${detail}`);

const owner = (name: string, controller = true) => ({
  apiVersion: 'apps/v1',
  kind: 'ReplicaSet',
  name,
  uid: `uid-of-${name}`,
  controller,
});

describe('owners', () => {
  test('only one of them is the controller; each further one is told with the first', () => {
    const only =
      'metadata.ownerReferences: Only one reference can have Controller set to true. Found "true" in references';
    expect(findings({ name: 'a', ownerReferences: [owner('x'), owner('y', false), owner('z'), owner('w')] })).toEqual([
      `${only} for ReplicaSet/x and ReplicaSet/z`,
      `${only} for ReplicaSet/x and ReplicaSet/w`,
    ]);
  });

  test('what an owner lacks is told where it stands, before what is wrong with the next', () => {
    expect(
      findings({
        name: 'a',
        ownerReferences: [owner('x'), { ...owner('y'), kind: '' }, { ...owner('z', false), name: '' }],
      }),
    ).toEqual([
      'metadata.ownerReferences.kind: must not be empty',
      expect.stringContaining('for ReplicaSet/x and /y'),
      'metadata.ownerReferences.name: must not be empty',
    ]);
  });

  test('an Event owns nothing', () => {
    expect(
      findings({ name: 'a', ownerReferences: [{ ...owner('x', false), apiVersion: 'v1', kind: 'Event' }] }),
    ).toEqual(['metadata.ownerReferences: /v1, Kind=Event is disallowed from being an owner']);
  });
});

describe('finalizers', () => {
  const unprefixed = 'name is neither a standard finalizer name nor is it fully qualified';

  test('those of Kubernetes need no prefix, all others do, by their place in the list', () => {
    expect(findings({ name: 'a', finalizers: ['orphan', 'example.com/keep', 'keep'] })).toEqual([
      `metadata.finalizers[2]: ${unprefixed}`,
    ]);
  });

  test('names are looked at first, prefixes after all else', () => {
    const found = findings({ name: 'a', finalizers: ['-', 'orphan', 'foregroundDeletion'] });
    expect(found.at(0)).toMatch(/^metadata\.finalizers: name part must consist of alphanumeric/);
    expect(found.slice(1)).toEqual([
      'metadata.finalizers: finalizer orphan and foregroundDeletion cannot be both set',
      `metadata.finalizers[0]: ${unprefixed}`,
    ]);
  });

  test('a Lease may have any', () => {
    const lease = { metadata: { name: 'a', namespace: 'default', finalizers: ['keep'] } } as ObjectToWrite;
    expect(validateCreate('leases', lease)).toEqual([]);
  });

  test('an update is refused for them as well', () => {
    const stored = { name: 'a', uid: 'u', resourceVersion: '1', creationTimestamp: '2026-01-01T00:00:00Z' };
    const found = validateUpdate('configmaps', configMap({ ...stored, finalizers: ['keep'] }), configMap(stored));
    expect(found.map(({ field, detail }) => `${field}: ${detail}`)).toContain(`metadata.finalizers[0]: ${unprefixed}`);
  });
});

describe('names', () => {
  test('a budget may be called anything that fits a path', () => {
    const named = (name: string) =>
      validateCreate('poddisruptionbudgets', {
        metadata: { name, namespace: 'default' },
        spec: { minAvailable: 1, selector: {} },
      } as ObjectToWrite).map(({ detail }) => detail);
    expect(named('My_Budget')).toEqual([]);
    expect(named('..')).toEqual(["may not be '..'"]);
    expect(named('a/b%c')).toEqual(["may not contain '/'", "may not contain '%'"]);
  });

  test('a name for what has no namespace keeps out of one', () => {
    expect(
      validateCreate('namespaces', { metadata: { name: 'a.b', namespace: 'c' } } as ObjectToWrite).map(
        ({ field }) => field,
      ),
    ).toEqual(['metadata.name', 'metadata.namespace']);
  });

  test('the beginning of a generated name may end in a dash, not the name', () => {
    expect(findings({ name: 'a', generateName: 'a-' })).toEqual([]);
    expect(findings({ name: 'a-' })).toEqual([expect.stringContaining('a lowercase RFC 1123 subdomain')]);
  });
});
