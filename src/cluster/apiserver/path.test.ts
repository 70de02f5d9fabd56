import { expect, it } from 'vitest';
import { placeAt, splitPath } from './path.ts';

it.each([
  ['/api/v1/nodes', 'nodes'],
  ['/api/v1/nodes/node-1/status', 'nodes - node-1 status'],
  ['/api/v1/pods', 'pods'],
  ['/api/v1/namespaces/dev/pods/web', 'pods dev web'],
  ['/api/v1/namespaces/dev/pods/web/log', 'pods dev web log'],
  ['/api/v1/namespaces/dev', 'namespaces - dev'],
  ['/api/v1/namespaces/dev/finalize', 'namespaces - dev finalize'],
  ['/apis/apps/v1/namespaces/dev/deployments', 'deployments dev'],
  ['/apis/apps/v1/deployments/web', undefined],
  ['/apis/apps/v2/deployments', undefined],
  ['/api/v1/namespaces/dev/nodes', undefined],
  ['/apis/apps/v1/pods', undefined],
  ['/version', undefined],
])('%s is %s', (path, named) => {
  const place = placeAt(path);
  const words = place && [place.resource.plural, place.namespace ?? (place.name && '-'), place.name, place.subresource];
  expect(words?.filter(Boolean).join(' ')).toBe(named);
});

it('reads a query', () => {
  const { path, query } = splitPath('/api/v1/pods?labelSelector=app%3Dweb&limit=5&x=%zz');
  expect(path).toBe('/api/v1/pods');
  expect(Object.fromEntries(query)).toEqual({ labelSelector: 'app=web', limit: '5', x: '%zz' });
});
