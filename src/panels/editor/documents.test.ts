import { expect, test } from 'vitest';
import { readDocuments } from './documents.ts';

const two = `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  containers:
  - name: web
    image: nginx
---
# a comment only
---
apiVersion: v1
kind: Service
metadata: {name: web}
`;

test('reads every document that holds an object, and where each begins', () => {
  const { documents, errors } = readDocuments(two);
  expect(errors).toEqual([]);
  expect(documents.map(({ object, place }) => [object.kind, place.line])).toEqual([
    ['Pod', 1],
    ['Service', 12],
  ]);
});

test('finds the place of a field, or of its nearest parent', () => {
  const [pod] = readDocuments(two).documents;
  expect(pod?.placeOf('spec.containers[0].image')).toEqual({ line: 8, column: 5 });
  expect(pod?.placeOf('spec.containers[0].ports[0].containerPort')).toEqual({ line: 7, column: 5 });
  expect(pod?.placeOf('spec.restartPolicy')).toEqual({ line: 5, column: 1 });
});

test('says where the text is wrong, and then gives no document at all', () => {
  const { documents, errors } = readDocuments(`${two}---\nkind: [Pod\n`);
  expect(documents).toEqual([]);
  expect(errors[0]?.line).toBeGreaterThan(14);
});

test('refuses what is no object, and what names no kind', () => {
  expect(readDocuments('hello').errors[0]?.message).toContain('no Kubernetes object');
  expect(readDocuments('apiVersion: v1').errors[0]?.message).toContain('kind not set');
  expect(readDocuments('').errors).toEqual([]);
});

test('refuses an alias bomb', () => {
  const levels = Array.from({ length: 9 }, (_, i) => `l${i + 1}: &l${i + 1} [${`*l${i}, `.repeat(9)}*l${i}]`);
  const bomb = `apiVersion: v1\nkind: ConfigMap\nl0: &l0 [a, a]\n${levels.join('\n')}\n`;
  expect(readDocuments(bomb).errors[0]?.message).toMatch(/alias/i);
});
