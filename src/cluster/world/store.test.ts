import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { KubernetesObject } from '../../api/objects.ts';
import { changesSince, compact, createStore, keyOf, listIndexed, listObjects, put, remove } from './store.ts';

const cause = { actor: 'test' };

function pod(name: string, node: string): KubernetesObject {
  const metadata = { name, namespace: 'default', uid: name, resourceVersion: '', creationTimestamp: '' };
  return { apiVersion: 'v1', kind: 'Pod', metadata, spec: { nodeName: node } } as KubernetesObject;
}

const write = fc.record({
  name: fc.constantFrom('a', 'b', 'c', 'd'),
  node: fc.constantFrom('', 'one', 'two'),
  removes: fc.boolean(),
});

test('a watch from any revision replays exactly what has happened since, or says that it is gone', () => {
  fc.assert(
    fc.property(fc.array(write, { maxLength: 60 }), fc.nat(60), fc.nat(60), (writes, from, compacted) => {
      const store = createStore();
      const history: Map<string, KubernetesObject>[] = [new Map()];
      for (const { name, node, removes } of writes) {
        const change = removes
          ? remove(store, 0, 'pods', `default/${name}`, cause)
          : put(store, 0, 'pods', pod(name, node), cause);
        if (change) history.push(new Map(store.objects.get('pods')));
      }
      compact(store, Math.min(compacted, store.revision));
      const start = Math.min(from, store.revision);
      const changes = changesSince(store, start);
      expect(changes === 'gone').toBe(start < store.compactedRevision);
      if (changes === 'gone') return;
      const replayed = new Map(history[start]);
      for (const change of changes) {
        if (change.type === 'DELETED') replayed.delete(change.key);
        else replayed.set(change.key, change.object);
      }
      expect(Object.fromEntries(replayed)).toEqual(Object.fromEntries(store.objects.get('pods') ?? []));
    }),
  );
});

test('every write has a revision of its own, which is the resourceVersion of what it wrote', () => {
  const store = createStore();
  const first = put(store, 5, 'pods', pod('a', ''), cause);
  const second = put(store, 6, 'pods', pod('a', 'one'), cause);
  expect([first.type, second.type]).toEqual(['ADDED', 'MODIFIED']);
  expect(second.object.metadata.resourceVersion).toBe('2');
  expect(second.previous).toBe(first.object);
  expect(remove(store, 7, 'pods', 'default/a', cause)?.object.metadata.resourceVersion).toBe('3');
  expect(remove(store, 8, 'pods', 'default/a', cause)).toBeUndefined();
  expect(store.revision).toBe(3);
});

test('an index finds what a search through everything finds', () => {
  fc.assert(
    fc.property(fc.array(write, { maxLength: 60 }), (writes) => {
      const store = createStore();
      for (const { name, node, removes } of writes) {
        if (removes) remove(store, 0, 'pods', `default/${name}`, cause);
        else put(store, 0, 'pods', pod(name, node), cause);
      }
      for (const node of ['', 'one', 'two']) {
        const found = listIndexed(store, 'podsByNode', node).map((object) => keyOf(object.metadata));
        const searched = listObjects(store, 'pods')
          .filter((object) => (object as { spec?: { nodeName?: string } }).spec?.nodeName === node)
          .map((object) => keyOf(object.metadata));
        expect(found.sort()).toEqual(searched.sort());
      }
    }),
  );
});
