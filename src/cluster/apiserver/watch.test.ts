import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { KubernetesObject } from '../../api/objects.ts';
import { resources } from '../../api/resources.ts';
import { isFailure } from '../../api/status.ts';
import { createWorld } from '../world/create.ts';
import { compact, keyOf, put, remove } from '../world/store.ts';
import type { World } from '../world/world.ts';
import { call } from './apiserver.ts';
import type { ObjectList, Selection } from './request.ts';
import type { Table } from './table.ts';
import { nextEvents, openWatch, type Watch, type WatchEvent, type WatchRequest } from './watch.ts';

const test = { actor: 'test' };
const meta = { uid: 'u', resourceVersion: '', creationTimestamp: '2026-01-01T00:00:00Z' };
const pod = (name: string, namespace: string, labels: Record<string, string>, phase: string) =>
  ({
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: { ...meta, name, namespace, labels },
    status: { phase },
  }) as KubernetesObject;

const write = (
  world: World,
  name: string,
  labels: Record<string, string> = {},
  phase = 'Running',
  namespace = 'default',
) => put(world.store, world.now, 'pods', pod(name, namespace, labels, phase), test);

function open(world: World, request: Partial<WatchRequest> = {}): { watch: Watch; events: WatchEvent[] } {
  const opened = openWatch(world, { resource: 'pods', ...request });
  if (isFailure(opened)) throw new Error(opened.message);
  return opened;
}

const told = (events: readonly WatchEvent[]) =>
  events.map(({ type, object }) => `${type} ${(object as KubernetesObject).metadata?.name ?? ''}`.trim());

describe('a watch', () => {
  it('begins with what there is, unless a revision is given', () => {
    const world = createWorld({ seed: 1 });
    write(world, 'b');
    write(world, 'a');
    expect(told(open(world).events)).toEqual(['ADDED a', 'ADDED b']);
    expect(told(open(world, { resourceVersion: '0' }).events)).toEqual(['ADDED a', 'ADDED b']);
    expect(told(open(world, { resourceVersion: '1' }).events)).toEqual(['ADDED a']);
  });

  it('of a forgotten revision ends with 410', () => {
    const world = createWorld({ seed: 1 });
    for (let count = 0; count < 10; count++) write(world, 'a');
    compact(world.store, 10);
    const { watch, events } = open(world, { resourceVersion: '5' });
    expect(events).toMatchObject([
      { type: 'ERROR', object: { code: 410, reason: 'Expired', message: 'too old resource version: 5 (10)' } },
    ]);
    expect(watch.isOver).toBe(true);
  });

  it('tells an object that leaves the selection as deleted, as it was before', () => {
    const world = createWorld({ seed: 1 });
    const { watch } = open(world, {
      labelSelector: 'app=web',
      sendInitialEvents: false,
      resourceVersionMatch: 'NotOlderThan',
    });
    write(world, 'a', { app: 'web' });
    write(world, 'a', { app: 'api' });
    write(world, 'a', { app: 'api', x: 'y' });
    const { events } = nextEvents(world, watch);
    expect(events).toMatchObject([
      { type: 'ADDED', object: { metadata: { labels: { app: 'web' }, resourceVersion: '1' } } },
      { type: 'DELETED', object: { metadata: { labels: { app: 'web' }, resourceVersion: '2' } } },
    ]);
    expect(events).toHaveLength(2);
  });

  it('marks the end of the initial events, and how far it is each minute and before its end', () => {
    const world = createWorld({ seed: 1 });
    write(world, 'a');
    const options = { sendInitialEvents: true, resourceVersionMatch: 'NotOlderThan', allowWatchBookmarks: true };
    let { watch, events } = open(world, { ...options, timeoutSeconds: 90 });
    expect(events[1]).toEqual({
      type: 'BOOKMARK',
      object: {
        apiVersion: 'v1',
        kind: 'Pod',
        metadata: { resourceVersion: '1', annotations: { 'k8s.io/initial-events-end': 'true' } },
      },
    });
    const marks: number[] = [];
    for (let second = 1; !watch.isOver; second++) {
      world.now += 1000;
      ({ watch, events } = nextEvents(world, watch));
      if (events.some(({ type }) => type === 'BOOKMARK')) marks.push(second);
    }
    expect(marks).toEqual([60, 88]);
    expect((world.now - watch.startedAt) / 1000).toBe(90);
  });

  it('refuses options that do not go together', () => {
    const refusal = (request: Partial<WatchRequest>) =>
      openWatch(createWorld({ seed: 1 }), { resource: 'pods', ...request });
    expect(refusal({ sendInitialEvents: true })).toMatchObject({
      code: 422,
      message:
        'ListOptions.meta.k8s.io "" is invalid: resourceVersionMatch: Forbidden: sendInitialEvents requires setting resourceVersionMatch to NotOlderThan',
    });
    expect(refusal({ fieldSelector: 'spec.x=1' })).toMatchObject({
      code: 400,
      message: 'field label not supported: spec.x',
    });
  });

  it('as a Table describes the columns once, and has a row for every kind of bookmark', () => {
    const world = createWorld({ seed: 1 });
    write(world, 'a');
    write(world, 'b');
    const tables = open(world, { as: 'Table' }).events.map(({ object }) => object as Table);
    expect(tables.map(({ columnDefinitions, rows }) => [columnDefinitions?.length, rows[0]?.cells[0]])).toEqual([
      [9, 'a'],
      [undefined, 'b'],
    ]);
    const options = { sendInitialEvents: true, resourceVersionMatch: 'NotOlderThan', allowWatchBookmarks: true };
    for (const { plural } of resources) {
      const { events } = open(createWorld({ seed: 1 }), { resource: plural, as: 'Table', ...options });
      const [table] = events.map(({ object }) => object as Table);
      expect(table?.rows[0]?.cells.filter((cell) => !String(cell).includes('undefined'))).toHaveLength(
        table?.columnDefinitions?.length ?? 0,
      );
    }
  });
});

/** What a client knows that keeps to what it is told. */
function replay(known: Map<string, string>, events: readonly WatchEvent[]): void {
  for (const { type, object } of events) {
    const { metadata } = object as KubernetesObject;
    if (type === 'DELETED') known.delete(keyOf(metadata));
    else known.set(keyOf(metadata), JSON.stringify(object));
  }
}

function listed(world: World, selection: Selection & { namespace?: string }): ObjectList {
  return call(world, { verb: 'list', resource: 'pods', ...selection }, test).answer as ObjectList;
}

const byKey = (objects: readonly KubernetesObject[]) =>
  new Map(objects.map((object) => [keyOf(object.metadata), JSON.stringify(object)]));

const step = fc.record({
  name: fc.constantFrom('a', 'b', 'c'),
  namespace: fc.constantFrom('default', 'dev'),
  does: fc.constantFrom('write', 'write', 'remove'),
  app: fc.constantFrom('web', 'api'),
  phase: fc.constantFrom('Running', 'Failed'),
});

it('a list and what a watch tells from there on are what a later list says', () => {
  const selection = fc.constantFrom<Selection & { namespace?: string }>(
    {},
    { namespace: 'dev' },
    { labelSelector: 'app=web' },
    { fieldSelector: 'status.phase!=Failed', namespace: 'default' },
    { labelSelector: 'app in (web)', fieldSelector: 'metadata.name=a' },
  );
  fc.assert(
    fc.property(
      fc.array(step, { maxLength: 30 }),
      fc.array(step, { maxLength: 30 }),
      selection,
      fc.nat(5),
      (before, after, chosen, every) => {
        const world = createWorld({ seed: 1 });
        const run = ({ name, namespace, does, app, phase }: (typeof before)[number]) =>
          does === 'write'
            ? write(world, name, { app }, phase, namespace)
            : remove(world.store, world.now, 'pods', `${namespace}/${name}`, test);
        for (const one of before) run(one);
        const first = listed(world, chosen);
        const known = byKey(first.items);
        // A list of an empty cluster has the revision 0, from which a watch begins anew: what it tells then is the same.
        let { watch, events } = open(world, { ...chosen, resourceVersion: first.metadata.resourceVersion });
        replay(known, events);
        for (const [index, one] of after.entries()) {
          run(one);
          if (index % (every + 1) > 0) continue;
          ({ watch, events } = nextEvents(world, watch));
          replay(known, events);
        }
        replay(known, nextEvents(world, watch).events);
        expect(known).toEqual(byKey(listed(world, chosen).items));
      },
    ),
  );
});
