import { describe, expect, it } from 'vitest';
import { isFailure } from '../../api/status.ts';
import { createWorld } from '../world/create.ts';
import { compact, put, remove } from '../world/store.ts';
import type { World } from '../world/world.ts';
import { call } from './apiserver.ts';
import { encodeContinue } from './continueToken.ts';
import type { ListOptions, ObjectList } from './request.ts';

const test = { actor: 'test' };

function write(world: World, name: string, labels: Record<string, string> = {}, namespace = 'default'): void {
  const metadata = {
    name,
    namespace,
    labels,
    uid: name,
    resourceVersion: '',
    creationTimestamp: '2026-01-01T00:00:00Z',
  };
  put(world.store, world.now, 'configmaps', { apiVersion: 'v1', kind: 'ConfigMap', metadata }, test);
}

function threeConfigMaps(): World {
  const world = createWorld({ seed: 1 });
  for (const name of ['a', 'b', 'c']) write(world, name, name === 'b' ? { app: 'web' } : {});
  return world;
}

function ask(world: World, options: ListOptions, namespace: string | undefined = 'default') {
  return call(world, { verb: 'list', resource: 'configmaps', ...(namespace && { namespace }), ...options }, test)
    .answer;
}

function list(world: World, options: ListOptions, namespace?: string) {
  const answer = ask(world, options, namespace);
  if (isFailure(answer)) throw new Error(answer.message);
  const { metadata, items } = answer as ObjectList;
  return { names: items.map((item) => item.metadata.name), ...metadata };
}

const refusal = (world: World, options: ListOptions) => {
  const answer = ask(world, options);
  if (!isFailure(answer)) throw new Error('accepted');
  return { code: answer.code, reason: answer.reason, message: answer.message };
};

describe('a list by pages', () => {
  it('goes on where the page before ended, as things were then', () => {
    const world = threeConfigMaps();
    const first = list(world, { limit: 2 });
    expect(first).toMatchObject({ names: ['a', 'b'], resourceVersion: '3', remainingItemCount: 1 });
    remove(world.store, world.now, 'configmaps', 'default/c', test);
    write(world, 'd');
    const { continue: token = '' } = first;
    expect(JSON.parse(Buffer.from(token, 'base64url').toString())).toEqual({
      v: 'meta.k8s.io/v1',
      rv: 3,
      start: 'b\0',
    });
    expect(list(world, { limit: 2, continue: token })).toEqual({ names: ['c'], resourceVersion: '3' });
  });

  it('does not say how many remain where a selector chooses', () => {
    const page = list(threeConfigMaps(), { limit: 1, labelSelector: 'app=web' });
    expect(page.names).toEqual(['b']);
    expect(page.continue).toBeDefined();
    expect(page.remainingItemCount).toBeUndefined();
  });

  it('says where to go on once the first page is forgotten', () => {
    const world = threeConfigMaps();
    const { continue: token = '' } = list(world, { limit: 1 });
    write(world, 'ab');
    compact(world.store, 4);
    const answer = ask(world, { limit: 1, continue: token });
    expect(answer).toMatchObject({ code: 410, reason: 'Expired' });
    const next = isFailure(answer) ? answer.metadata?.continue : undefined;
    expect(list(world, { continue: next ?? '' }).names).toEqual(['ab', 'b', 'c']);
  });

  it('refuses tokens that are none', () => {
    const world = threeConfigMaps();
    const message = (token: string) => refusal(world, { continue: token }).message;
    expect(message('a*b')).toBe(
      'invalid continue token: continue key is not valid: illegal base64 data at input byte 1',
    );
    expect(message(encodeContinue({ revision: 0, start: 'a' }))).toBe(
      'invalid continue token: continue key is not valid: incorrect encoded start resourceVersion (version meta.k8s.io/v1)',
    );
    expect(message(encodeContinue({ revision: 3, start: '../secrets/a' }))).toBe(
      'invalid continue token: continue key is not valid: ../secrets/a',
    );
    expect(refusal(world, { continue: encodeContinue({ revision: 3, start: 'a' }), resourceVersion: '2' })).toEqual({
      code: 400,
      reason: 'BadRequest',
      message: 'specifying resource version is not allowed when using continue',
    });
  });
});

describe('a list of a revision', () => {
  it('shows exactly that one, or one not older', () => {
    const world = threeConfigMaps();
    expect(list(world, { resourceVersion: '2', resourceVersionMatch: 'Exact' })).toEqual({
      names: ['a', 'b'],
      resourceVersion: '2',
    });
    expect(list(world, { resourceVersion: '2', resourceVersionMatch: 'NotOlderThan' }).names).toEqual(['a', 'b', 'c']);
    expect(list(world, { resourceVersion: '1', limit: 5 }).names).toEqual(['a']);
    // Any version: from memory, and then in one piece.
    expect(list(world, { resourceVersion: '0', limit: 1 }).names).toEqual(['a', 'b', 'c']);
  });

  it('is refused where it is forgotten, yet to come, or makes no sense', () => {
    const world = threeConfigMaps();
    compact(world.store, 2);
    expect(refusal(world, { resourceVersion: '1', resourceVersionMatch: 'Exact' })).toEqual({
      code: 410,
      reason: 'Expired',
      message: 'The resourceVersion for the provided list is too old.',
    });
    expect(refusal(world, { resourceVersion: '9' })).toEqual({
      code: 504,
      reason: 'Timeout',
      message: 'Timeout: Too large resource version: 9, current: 3',
    });
    expect(refusal(world, { resourceVersion: 'x' }).message).toBe(
      'invalid resource version: resourceVersion: Invalid value: "x": strconv.ParseUint: parsing "x": invalid syntax',
    );
    expect(refusal(world, { resourceVersionMatch: 'Exact' }).message).toBe(
      'ListOptions.meta.k8s.io "" is invalid: resourceVersionMatch: Forbidden: resourceVersionMatch is forbidden unless resourceVersion is provided',
    );
    expect(refusal(world, { resourceVersion: '1', resourceVersionMatch: 'Newest' }).message).toBe(
      'ListOptions.meta.k8s.io "" is invalid: resourceVersionMatch: Unsupported value: "Newest": supported values: "", "Exact", "NotOlderThan"',
    );
  });
});

describe('deleting a collection', () => {
  it('deletes what the selector takes, and in a dry run nothing', () => {
    const world = threeConfigMaps();
    const request = {
      verb: 'deletecollection',
      resource: 'configmaps',
      namespace: 'default',
      labelSelector: 'app=web',
    } as const;
    call(world, { ...request, options: { dryRun: true } }, test);
    expect(list(world, {}).names).toEqual(['a', 'b', 'c']);
    expect((call(world, request, test).answer as ObjectList).items.map((item) => item.metadata.name)).toEqual(['b']);
    expect(list(world, {}).names).toEqual(['a', 'c']);
  });

  it('is not done to Namespaces', () => {
    const { answer } = call(threeConfigMaps(), { verb: 'deletecollection', resource: 'namespaces' }, test);
    expect(answer).toMatchObject({ code: 405, reason: 'MethodNotAllowed' });
  });
});
