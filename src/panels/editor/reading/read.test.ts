import { expect, test } from 'vitest';
import { explainProblems } from './explain.ts';
import { readManifest } from './read.ts';

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
  const { documents, errors } = readManifest(two);
  expect(errors).toEqual([]);
  expect(documents.map(({ object, place }) => [object.kind, place.line])).toEqual([
    ['Pod', 1],
    ['Service', 12],
  ]);
});

test('says where the text is wrong, and then gives no document at all', () => {
  const { documents, errors } = readManifest(`${two}---\nkind: [Pod\n`);
  expect(documents).toEqual([]);
  expect(errors[0]?.line).toBeGreaterThan(14);
});

test('reads as kubectl does: YAML 1.1, and of doubled keys the last', () => {
  const { documents } = readManifest('apiVersion: v1\nkind: ConfigMap\ndata: {a: yes, b: 0644}\nkind: Secret\n');
  expect(documents[0]?.object).toEqual({ apiVersion: 'v1', kind: 'Secret', data: { a: true, b: 420 } });
});

test('an alias bomb is refused', () => {
  const levels = 'bcdefghi'.split('').map((name, index) => {
    const before = 'abcdefgh'[index];
    return `${name}: &${name} [${Array(9).fill(`*${before}`).join(', ')}]`;
  });
  const bomb = `apiVersion: v1\nkind: ConfigMap\na: &a [x, x]\n${levels.join('\n')}\n`;
  expect(readManifest(bomb).errors).toHaveLength(1);
});

test('a problem is placed at its field, or at its nearest parent, in the lines of the whole text', () => {
  const text = `${two}---\n${two}`;
  const [pod, service, again] = readManifest(text).documents;
  const placed = (document: typeof pod, field: string) =>
    document && explainProblems(document.source, [{ field, message: 'x' }])[0];
  expect(placed(pod, 'spec.containers[0].image')).toMatchObject({
    start: { line: 8, column: 5 },
    end: { line: 8, column: 17 },
  });
  expect(placed(pod, 'spec.containers[0].ports[0].containerPort')?.start).toEqual({ line: 7, column: 5 });
  expect(placed(pod, 'spec.restartPolicy')?.start).toEqual({ line: 5, column: 1 });
  expect(placed(service, 'metadata.name')?.start).toEqual({ line: 14, column: 12 });
  expect(placed(again, 'spec.containers[0].image')?.start.line).toBe(23);
});

test('the decoder names fields without indexes: the first element that has the field is meant', () => {
  const [pod] = readManifest(
    two.replace('    image: nginx', '    image: nginx\n  - name: b\n    ports: [{containerPort: x}]'),
  ).documents;
  const message =
    'json: cannot unmarshal string into Go struct field ContainerPort.spec.containers.ports.containerPort of type int32';
  expect(pod && explainProblems(pod.source, [{ message }])[0]?.start.line).toBe(10);
});

test('fields without effect are hinted at, with their place', () => {
  const [pod] = readManifest(two.replace('    image: nginx', '    image: nginx\n    stdin: true')).documents;
  expect(pod?.hints).toMatchObject([{ path: 'spec.containers[0].stdin', start: { line: 9, column: 5 } }]);
});
