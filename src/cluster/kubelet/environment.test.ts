import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decodeBase64, encodeBase64 } from '../../api/base64.ts';
import { runUntil } from '../simulation.ts';
import { expand } from './environment.ts';
import { ask, createPod, podNamed, tank } from './testing/tank.ts';

describe('variables in texts', () => {
  const lookUp = (name: string) => ({ HOST: 'db', PORT: '5432' })[name];

  test.each([
    ['$(HOST):$(PORT)', 'db:5432'],
    ['$(UNKNOWN)', '$(UNKNOWN)'],
    ['$$(HOST)', '$(HOST)'],
    ['$HOST costs $', '$HOST costs $'],
  ])('%s becomes %s', (text, expanded) => {
    expect(expand(text, lookUp)).toBe(expanded);
  });
});

test('base64 is undone for any text', () => {
  fc.assert(fc.property(fc.string({ unit: 'grapheme' }), (text) => decodeBase64(encodeBase64(text)) === text));
});

test('a container that refers to a ConfigMap starts once it is there', () => {
  const world = tank();
  const valueFrom = { configMapKeyRef: { name: 'settings', key: 'color' } };
  createPod(world, 'web', { containers: [{ name: 'web', image: 'nginx:1.27', env: [{ name: 'COLOR', valueFrom }] }] });
  runUntil(world, world.now + 8000);
  const state = podNamed(world, 'web')?.status?.containerStatuses?.[0]?.state;
  expect(state?.waiting).toEqual({ reason: 'CreateContainerConfigError', message: 'configmap "settings" not found' });
  const object = { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'settings' }, data: { color: 'blue' } };
  ask(world, { verb: 'create', resource: 'configmaps', namespace: 'default', object });
  runUntil(world, world.now + 16_000);
  expect(podNamed(world, 'web')?.status?.phase).toBe('Running');
});
