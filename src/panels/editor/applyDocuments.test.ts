import { beforeEach, expect, test } from 'vitest';
import type { Deployment, KubernetesObject, Pod, Stored } from '../../api/objects.ts';
import type { ClusterClient } from '../../client/client.ts';
import { createInProcessClient } from '../../client/inProcess.ts';
import { createSession } from '../../client/session/session.ts';
import { createScenarioWorld } from '../../cluster/scenario/registry.ts';
import { type ApplyOptions, applyDocuments } from './applyDocuments.ts';
import { checkText } from './check.ts';
import { editable, toYaml } from './liveManifest.ts';
import { readDocuments } from './reading/reader.ts';

let client: ClusterClient;

beforeEach(() => {
  client = createInProcessClient(createSession(createScenarioWorld('empty', 1)), 'test', () => Promise.resolve());
});

const apply = async (text: string, options: ApplyOptions = {}) =>
  applyDocuments(client, (await readDocuments(text)).documents, options);

async function get<T extends KubernetesObject>(resource: string, name: string): Promise<T> {
  const { answer } = await client.request({ verb: 'get', resource, namespace: 'default', name });
  return answer as T;
}

const deployment = (replicas: string, extra = '') => `apiVersion: apps/v1
kind: Deployment
metadata:
  name: web
spec:
  ${replicas}
  selector: {matchLabels: {app: web}}
  template:
    metadata: {labels: {app: web}}
    spec:
      containers:
      - name: web
        image: nginx:1.27
${extra}`;

test('creates what is not there, changes what is, and says unchanged where nothing is to do', async () => {
  const outcomes = async (text: string) => (await apply(text)).map(({ name, outcome }) => [name, outcome]);
  expect(await outcomes(deployment('replicas: 2'))).toEqual([['deployment.apps/web', 'created']]);
  expect(await outcomes(deployment('replicas: 2'))).toEqual([['deployment.apps/web', 'unchanged']]);
  expect(await outcomes(deployment('replicas: 3'))).toEqual([['deployment.apps/web', 'configured']]);
  expect((await get<Stored<Deployment>>('deployments', 'web')).spec?.replicas).toBe(3);
});

test('every document has its own outcome, in order; one refused does not stop the others', async () => {
  const bad = 'apiVersion: v1\nkind: Pod\nmetadata: {name: bad}\nspec: {containers: []}\n';
  const good = 'apiVersion: v1\nkind: ConfigMap\nmetadata: {name: good}\ndata: {a: b}\n';
  const applied = await apply(`${bad}---\n${good}---\napiVersion: example.com/v1\nkind: Wish\nmetadata: {name: x}\n`);
  expect(applied.map(({ outcome }) => (typeof outcome === 'string' ? outcome : outcome.message))).toEqual([
    'Pod "bad" is invalid: spec.containers: Required value',
    'created',
    'no matches for kind "Wish" in version "example.com/v1": the cluster does not serve it',
  ]);
});

test('an unknown field is refused, as kubectl asks for by default', async () => {
  const [applied] = await apply(deployment('replica: 2'));
  expect(applied?.outcome).toMatchObject({
    code: 400,
    message: expect.stringContaining('unknown field "spec.replica"'),
  });
});

test('an edit of a live object sends only what the user changed, whatever the cluster wrote meanwhile', async () => {
  await apply(deployment('replicas: 2'));
  const before = await get<Stored<Deployment>>('deployments', 'web');
  const base = { name: 'deployment.apps/web', object: editable(before) };
  const address = { resource: 'deployments', namespace: 'default', name: 'web' };
  await client.request({
    verb: 'patch',
    ...address,
    patchType: 'merge',
    patch: { metadata: { labels: { by: 'other' } } },
  });
  const edited = toYaml(base.object).replace('replicas: 2', 'replicas: 5');
  expect((await apply(edited, { base }))[0]?.outcome).toBe('configured');
  const after = await get<Stored<Deployment>>('deployments', 'web');
  expect([after.spec?.replicas, after.metadata.labels]).toEqual([5, { by: 'other' }]);
});

test('what a Pod keeps for life is refused in full, and the Pod stays', async () => {
  await apply('apiVersion: v1\nkind: Pod\nmetadata: {name: p}\nspec:\n  containers: [{name: c, image: nginx}]\n');
  const pod = await get<Stored<Pod>>('pods', 'p');
  const base = { name: 'pod/p', object: editable(pod) };
  const [applied] = await apply(toYaml(base.object).replace('name: c\n', 'name: d\n'), { base });
  expect(applied?.outcome).toMatchObject({ code: 422, reason: 'Invalid' });
  expect((await get<Stored<Pod>>('pods', 'p')).metadata.uid).toBe(pod.metadata.uid);
});

test('a dry run says the same and changes nothing; what comes of its own documents is not held against them', async () => {
  const revision = async () => {
    const { answer } = await client.request({ verb: 'list', resource: 'pods' });
    return 'items' in answer && answer.metadata.resourceVersion;
  };
  const before = await revision();
  const namespaced = `apiVersion: v1
kind: Namespace
metadata: {name: new}
---
apiVersion: v1
kind: Pod
metadata: {name: web, namespace: new}
spec: {containers: [{name: web, image: nginx}]}
---
apiVersion: v1
kind: Pod
metadata: {name: Web}
spec: {containers: [{name: web, image: nginx}]}
`;
  const checked = await checkText(client, namespaced, new AbortController().signal);
  const outcomes = checked.applied.map(({ outcome }) => (typeof outcome === 'string' ? outcome : outcome.reason));
  expect(outcomes).toEqual(['created', 'Invalid']);
  expect(checked.applied[1]?.findings[0]?.fixes[0]?.title.values).toEqual({ name: 'web' });
  expect(await revision()).toBe(before);
});

test('can be stopped between two documents, and tells how far it has come', async () => {
  const stop = new AbortController();
  const seen: number[] = [];
  const many = Array.from({ length: 5 }, (_, n) => `apiVersion: v1\nkind: ConfigMap\nmetadata: {name: c${n}}\n`);
  const applied = await apply(many.join('---\n'), {
    signal: stop.signal,
    onProgress(done) {
      seen.push(done);
      if (done === 2) stop.abort();
    },
  });
  expect(applied.map(({ name }) => name)).toEqual(['configmap/c0', 'configmap/c1']);
  expect(seen).toEqual([1, 2]);
});
