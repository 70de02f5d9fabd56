import { describe, expect, it } from 'vitest';
import { bootCluster } from '../scenario/boot.ts';
import { createWorld } from '../world/create.ts';
import { raw } from './raw.ts';

function cluster() {
  const world = createWorld({ seed: 1 });
  bootCluster(world, { nodes: [] });
  return world;
}
const read = (path: string, accept?: string) => {
  const { code, body } = raw(cluster(), path, accept);
  return { code, ...JSON.parse(body) };
};

describe('a GET of a path', () => {
  it.each(['/healthz', '/livez', '/readyz'])('%s is ok', (path) => {
    expect(raw(cluster(), path)).toEqual({ code: 200, contentType: 'text/plain', body: 'ok' });
  });

  it('gives an object with its kind first, and lists whose items do not repeat theirs', () => {
    const { body } = raw(cluster(), '/api/v1/namespaces/default');
    expect(body.startsWith('{"kind":"Namespace","apiVersion":"v1","metadata":{')).toBe(true);
    const { kind, apiVersion, items } = read('/api/v1/namespaces?limit=2');
    expect({ kind, apiVersion }).toEqual({ kind: 'NamespaceList', apiVersion: 'v1' });
    expect(items.map((item: object) => 'kind' in item)).toEqual([false, false]);
  });

  it('gives a Table where that is asked for', () => {
    const accept = 'application/json;as=Table;v=v1;g=meta.k8s.io,application/json';
    const { kind, rows } = read('/api/v1/namespaces?fieldSelector=metadata.name%3Ddefault', accept);
    expect(kind).toBe('Table');
    expect(rows).toMatchObject([{ cells: ['default', 'Active', '0s'], object: { kind: 'PartialObjectMetadata' } }]);
  });

  it('answers a Status where there is no such object, and a page where there is no such path', () => {
    expect(read('/api/v1/namespaces/default/pods/web')).toMatchObject({
      code: 404,
      kind: 'Status',
      message: 'pods "web" not found',
    });
    expect(raw(cluster(), '/apis/nope/v1')).toMatchObject({ code: 404, body: '404 page not found\n' });
  });

  it('leaves no trace', () => {
    const world = cluster();
    const before = JSON.stringify(world.store.revision);
    for (const path of ['/api/v1/pods', '/apis', '/version', '/api/v1/namespaces/default']) raw(world, path);
    expect(JSON.stringify(world.store.revision)).toBe(before);
  });
});
