// @vitest-environment happy-dom
import { beforeEach, expect, test } from 'vitest';
import type { ClusterClient } from '../../client/client.ts';
import { createInProcessClient, type InProcessClient } from '../../client/inProcess.ts';
import { createSession } from '../../client/session/session.ts';
import { createScenarioWorld } from '../../cluster/scenario/registry.ts';
import { applyToCluster, resetCluster, useCluster, watchedResources } from '../../store/cluster.ts';
import { newDraft, useDrafts } from './drafts.ts';
import { editorDocument } from './editorDocument.ts';
import { apply, discard, edit, undoDiscard, useEditor } from './useEditor.ts';

let client: InProcessClient;
const id = 'configmaps/default/c';
const podId = 'pods/default/web';

beforeEach(async () => {
  localStorage.clear();
  useDrafts.setState({ drafts: {}, nextNew: 1 });
  useEditor.setState({ active: undefined, results: {}, discarded: undefined });
  const session = createSession(createScenarioWorld('empty', 1));
  client = createInProcessClient(session, 'test', () => Promise.resolve());
  client.watch(watchedResources, { reset: resetCluster, batch: applyToCluster });
  await create(client);
  await client.advanceTo(session.world.now + 5_000);
});

async function create(to: ClusterClient): Promise<void> {
  const object = {
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: { name: 'web' },
    spec: { containers: [{ name: 'web', image: 'nginx:1.27' }] },
  };
  await to.request({ verb: 'create', resource: 'pods', namespace: 'default', object });
}

const shown = (which: string) => editorDocument(which, useCluster.getState(), useDrafts.getState().drafts);

test('what is typed is kept through a refused apply, another selection and a reload', async () => {
  const typed = shown(podId).text.replace('nginx:1.27', '""');
  edit(podId, typed);
  await apply(client, podId);
  expect(useEditor.getState().results[podId]).toMatchObject({
    kind: 'applied',
    applied: [{ outcome: { reason: 'Invalid' } }],
  });
  useEditor.setState({ active: id });
  expect(shown(podId)).toMatchObject({ text: typed, isUnapplied: true });

  const stored = localStorage.getItem('podarium.drafts');
  useDrafts.setState({ drafts: {} });
  localStorage.setItem('podarium.drafts', stored ?? '');
  await useDrafts.persist.rehydrate();
  expect(shown(podId)).toMatchObject({ text: typed, isUnapplied: true });
});

test('text that cannot be read reaches no cluster and stays', async () => {
  const before = useCluster.getState().revision;
  edit(podId, 'spec: [');
  await apply(client, podId);
  expect(useEditor.getState().results[podId]?.kind).toBe('text');
  expect(useCluster.getState().revision).toBe(before);
  expect(shown(podId).text).toBe('spec: [');
});

test('an edit that the cluster has taken is over: the live object is shown again', async () => {
  edit(podId, shown(podId).text.replace('nginx:1.27', 'nginx:1.28'));
  await apply(client, podId);
  await client.advanceTo(client.clock?.state().now ?? 0);
  expect(shown(podId)).toMatchObject({ draft: undefined, isUnapplied: false });
  expect(shown(podId).text).toContain('nginx:1.28');
});

test('comments in an applied edit stay, since the cluster does not keep them', async () => {
  const typed = `# for the class\n${shown(podId).text.replace('nginx:1.27', 'nginx:1.28')}`;
  edit(podId, typed);
  await apply(client, podId);
  expect(shown(podId)).toMatchObject({ text: typed, isUnapplied: false });
});

test('a manifest stays open after it was applied, and is marked again when it is changed', async () => {
  const manifest = newDraft('apiVersion: v1\nkind: ConfigMap\nmetadata: {name: c}\n');
  expect(shown(manifest).isUnapplied).toBe(true);
  await apply(client, manifest);
  expect(shown(manifest).isUnapplied).toBe(false);
  edit(manifest, `${shown(manifest).text}data: {a: b}\n`);
  expect(shown(manifest).isUnapplied).toBe(true);
});

test('discarded changes can be brought back', () => {
  edit(podId, `${shown(podId).text}# mine\n`);
  const typed = shown(podId).text;
  discard(podId);
  expect(shown(podId).isUnapplied).toBe(false);
  undoDiscard();
  expect(shown(podId).text).toBe(typed);
});

test('tells that the object has changed in the cluster since the user began', async () => {
  edit(podId, `${shown(podId).text}# mine\n`);
  expect(shown(podId).hasMoved).toBe(false);
  const address = { resource: 'pods', namespace: 'default', name: 'web' };
  await client.request({ verb: 'patch', ...address, patchType: 'merge', patch: { metadata: { labels: { a: 'b' } } } });
  await client.advanceTo(client.clock?.state().now ?? 0);
  expect(shown(podId).hasMoved).toBe(true);
});
