import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Fix, Problem } from '../document.ts';
import { explainProblems } from '../explain.ts';
import { readManifest } from '../read.ts';
import { distance, nearest } from './nearest.ts';

/** The text after a fix, its edits made from the last to the first. */
function mended(text: string, { edits }: Fix): string {
  const lines = text.split('\n');
  const offset = ({ line, column }: { line: number; column: number }) =>
    lines.slice(0, line - 1).reduce((sum, each) => sum + each.length + 1, 0) + column - 1;
  return edits
    .map(({ start, end, text: put }) => ({ from: offset(start), to: offset(end), put }))
    .sort((a, b) => b.from - a.from)
    .reduce((out, { from, to, put }) => out.slice(0, from) + put + out.slice(to), text);
}

/** The objects that each fix makes of a text. */
function objectsAfter(text: string, problem: Problem, document = 0): unknown[] {
  const source = readManifest(text).documents[document]?.source;
  const [finding] = source ? explainProblems(source, [problem]) : [];
  return (finding?.fixes ?? []).map((fix) => readManifest(mended(text, fix)).documents[document]?.object);
}

const deployment = (selector: string, labels: string) => `apiVersion: apps/v1
kind: Deployment
metadata:
  name: web
spec:
${selector}  template:
${labels}    spec:
      containers:
      - name: web
        image: nginx
`;
const select = '  selector:\n    matchLabels:\n      app: web\n      tier: front\n';
const mismatch = {
  field: 'spec.template.metadata.labels',
  message: 'Invalid value: {}: `selector` does not match template `labels`',
};

test('a wrong apiVersion, and a kind written a little wrong', () => {
  const wrong = (apiVersion: string, kind: string) =>
    objectsAfter(`apiVersion: ${apiVersion}\nkind: ${kind}\nmetadata: {name: web}\n`, {
      message: `no matches for kind "${kind}" in version "${apiVersion}"`,
    });
  expect(wrong('v1', 'Deployment')).toMatchObject([{ apiVersion: 'apps/v1', kind: 'Deployment' }]);
  expect(wrong('apps/v1', 'deployment')).toMatchObject([{ apiVersion: 'apps/v1', kind: 'Deployment' }]);
  expect(wrong('v1', 'Sevice')).toMatchObject([{ apiVersion: 'v1', kind: 'Service' }]);
  expect(wrong('v1', 'Elephant')).toEqual([]);
});

test('labels that the template lacks, wherever it has labels or none', () => {
  const labelled = { spec: { template: { metadata: { labels: { app: 'web', tier: 'front' } } } } };
  const some = '    metadata:\n      labels:\n        app: web\n';
  expect(objectsAfter(deployment(select, some), mismatch)).toMatchObject([labelled]);
  expect(objectsAfter(deployment(select, ''), mismatch)).toMatchObject([labelled]);
  expect(objectsAfter(deployment(select, '    metadata: {labels: {app: web}}\n'), mismatch)).toMatchObject([labelled]);
});

test('a missing selector', () => {
  const text = deployment('', '    metadata:\n      labels:\n        app: web\n');
  const problem = { field: 'spec.selector', message: 'Required value' };
  expect(objectsAfter(text, problem)).toMatchObject([{ spec: { selector: { matchLabels: { app: 'web' } } } }]);
});

test('a bad name, in the second document too', () => {
  const text = 'apiVersion: v1\nkind: Pod\n---\napiVersion: v1\nkind: Pod\nmetadata:\n  name: "My_App"\n';
  const problem = { field: 'metadata.name', message: 'Invalid value: "My_App": a lowercase RFC 1123 subdomain must' };
  expect(objectsAfter(text, problem, 1)).toMatchObject([{ metadata: { name: 'my-app' } }]);
});

test('an unknown field that is nearly a known one', () => {
  const text = 'apiVersion: v1\nkind: Pod\nspec:\n  containers:\n  - nmae: web\n    imgae: nginx\n';
  const message =
    'strict decoding error: unknown field "spec.containers[0].imgae", unknown field "spec.containers[0].nmae"';
  expect(objectsAfter(text, { message })).toMatchObject([
    { spec: { containers: [{ image: 'nginx' }] } },
    { spec: { containers: [{ name: 'web' }] } },
  ]);
});

test('a value that is none of the supported ones', () => {
  const text = 'apiVersion: v1\nkind: Pod\nspec:\n  restartPolicy: always\n';
  const message = 'Unsupported value: "always": supported values: "Always", "Never", "OnFailure"';
  expect(objectsAfter(text, { field: 'spec.restartPolicy', message })).toMatchObject([
    { spec: { restartPolicy: 'Always' } },
  ]);
  const sometimes = { field: 'spec.restartPolicy', message: message.replace('always', 'Sometimes') };
  expect(objectsAfter(text.replace('always', 'Sometimes'), sometimes)).toHaveLength(3);
});

test('numbers and booleans where texts must be', () => {
  const text =
    'apiVersion: v1\nkind: Pod\nspec:\n  containers:\n  - env:\n    - {name: A, value: 1}\n    - {name: B, value: yes}\n';
  const message = 'json: cannot unmarshal number into Go struct field EnvVar.spec.containers.env.value of type string';
  const env = [{ value: '1' }, { value: 'yes' }];
  expect(objectsAfter(text, { message })).toMatchObject([{ spec: { containers: [{ env }] } }]);
});

test('a Job without a restart policy', () => {
  const text = `apiVersion: batch/v1\nkind: Job\nspec:\n  template:\n    spec:\n      containers: []\n`;
  const field = 'spec.template.spec.restartPolicy';
  const message = 'Required value: valid values: "OnFailure", "Never"';
  expect(objectsAfter(text, { field, message })).toMatchObject([
    { spec: { template: { spec: { restartPolicy: 'Never' } } } },
    { spec: { template: { spec: { restartPolicy: 'OnFailure' } } } },
  ]);
});

test('what differs by a slip is near', () => {
  expect(nearest('contianers', ['containers', 'volumes'])).toBe('containers');
  expect(nearest('elephant', ['containers', 'volumes'])).toBeUndefined();
  const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 8 });
  fc.assert(
    fc.property(word, word, (a, b) => {
      expect(distance(a, a)).toBe(0);
      expect(distance(a, b)).toBe(distance(b, a));
      expect(distance(a, b)).toBeLessThanOrEqual(Math.max(a.length, b.length));
    }),
  );
});
