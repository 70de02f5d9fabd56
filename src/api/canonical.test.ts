import { expect, test } from 'vitest';
import { canonicalize } from './canonical.ts';
import type { ObjectToWrite } from './objects.ts';

test('nulls, unknown fields and empty values that Go leaves out are not stored', () => {
  const pod = {
    metadata: { name: 'web', labels: {}, unknown: 1 },
    spec: {
      hostNetwork: false,
      automountServiceAccountToken: false,
      terminationGracePeriodSeconds: 0,
      nodeSelector: null,
      containers: [{ name: 'web', image: 'nginx', command: [], env: [{ name: 'A', value: '' }], resources: {} }],
      volumes: [{ name: 'v', emptyDir: {} }],
    },
  };
  expect(canonicalize('pods', pod as never)).toEqual({
    metadata: { name: 'web' },
    spec: {
      // Pointers in Go: false and 0 are something other than nothing.
      automountServiceAccountToken: false,
      terminationGracePeriodSeconds: 0,
      containers: [{ name: 'web', image: 'nginx', env: [{ name: 'A' }], resources: {} }],
      volumes: [{ name: 'v', emptyDir: {} }],
    },
  });
});

test('null as a value in a map of texts is the empty text', () => {
  expect(canonicalize('configmaps', { data: { a: null } } as never)).toEqual({ data: { a: '' } });
});

test('what is canonical is handed back itself', () => {
  const object = { metadata: { name: 'web' }, spec: { containers: [{ name: 'web', image: 'nginx' }] } };
  expect(canonicalize('pods', object)).toBe(object);
});

test('a null in a list is the zero value of what the list holds', () => {
  const namespace = { metadata: { name: 'a', finalizers: [null] }, spec: { finalizers: [null, 'b'] } };
  expect(canonicalize('namespaces', namespace as unknown as ObjectToWrite)).toMatchObject({
    metadata: { finalizers: [''] },
    spec: { finalizers: ['', 'b'] },
  });
});
