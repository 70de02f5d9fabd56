import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseAllDocuments } from 'yaml';
import type { KubernetesObject, ObjectToWrite } from '../../../src/api/objects.ts';
import { resourceOfKind } from '../../../src/api/resources.ts';
import { isFailure } from '../../../src/api/status.ts';
import { validateUpdate } from '../../../src/api/validation/registry.ts';
import { call } from '../../../src/cluster/apiserver/apiserver.ts';
import type { ApiRequest } from '../../../src/cluster/apiserver/request.ts';
import { serialize } from '../../../src/cluster/world/serialize.ts';
import { keyOf } from '../../../src/cluster/world/store.ts';
import { expand, placeOf, stillCluster } from './cluster.ts';
import { readRecording } from './set.ts';

/** Manifests of every kind that a real server has answered to: the soil in which the mistakes grow. */
const manifests: ObjectToWrite[] = [
  ...readRecording<{ yaml: string; group: string }[]>('validation').filter(({ group }) => group !== 'yaml'),
  ...readRecording<{ yaml: string }[]>('defaulting'),
]
  .filter(({ yaml }) => !yaml.includes('<a*'))
  .flatMap(({ yaml }) => {
    const documents = parseAllDocuments(expand(yaml), { version: '1.1', uniqueKeys: false });
    return 'empty' in documents ? [] : documents.filter(({ errors }) => errors.length === 0).map((one) => one.toJS());
  })
  .filter((object) => object && resourceOfKind(object.apiVersion, object.kind));

const junk = fc.oneof(
  fc.constantFrom<unknown>(
    null,
    '',
    0,
    -1,
    1.5,
    2 ** 40,
    true,
    [],
    {},
    [null],
    { a: null },
    '10.0.0.1',
    'x',
    '1Gi',
    '-',
  ),
  fc.jsonValue({ maxDepth: 2 }),
);

type Damage = { where: number; what: 'drop' | 'replace' | 'double' | 'rename'; value: unknown };
const damage: fc.Arbitrary<Damage> = fc.record({
  where: fc.nat(10_000),
  what: fc.constantFrom('drop', 'replace', 'double', 'rename'),
  value: junk,
});

/** All places of an object at which something stands. */
function placesIn(value: unknown, found: [Record<string, unknown> | unknown[], string][] = []) {
  if (typeof value !== 'object' || value === null) return found;
  for (const key of Object.keys(value)) {
    found.push([value as Record<string, unknown>, key]);
    placesIn((value as Record<string, unknown>)[key], found);
  }
  return found;
}

function damaged(object: ObjectToWrite, damages: readonly Damage[]): ObjectToWrite {
  const copy = structuredClone(object);
  for (const { where, what, value } of damages) {
    const places = placesIn(copy);
    const place = places[where % places.length];
    if (!place) break;
    const [holder, key] = place as [Record<string, unknown>, string];
    // A copy each time: what is sent is JSON, which holds no circles.
    const put = structuredClone(value);
    if (what === 'double' && Array.isArray(holder[key]))
      holder[key] = [...holder[key], ...structuredClone(holder[key])];
    else if (what === 'rename' && !Array.isArray(holder)) holder[`${key}x`] = structuredClone(holder[key]);
    else if (what === 'drop' && !Array.isArray(holder)) delete holder[key];
    else holder[key] = put;
  }
  return copy;
}

const manifest = fc
  .tuple(fc.constantFrom(...manifests), fc.array(damage, { maxLength: 3 }))
  .map(([object, damages]) => damaged(object, damages));
const fieldValidation = fc.constantFrom('Strict', 'Warn', 'Ignore');
const patchType = fc.constantFrom('strategic', 'merge', 'json', 'apply');
const operation = fc.record({
  op: fc.constantFrom('add', 'remove', 'replace', 'test', 'move', 'copy', 'wish'),
  path: fc.constantFrom(
    '/spec',
    '/metadata/labels/a',
    '/spec/containers/0',
    '/data',
    '',
    '/spec/ports/-',
    'x',
    '/status',
  ),
  from: fc.constantFrom('/spec', '/metadata/name', '/nope'),
  value: junk,
});

interface Step {
  verb: 'create' | 'update' | 'patch' | 'apply' | 'status' | 'scale' | 'delete';
  object: ObjectToWrite;
  patch: unknown;
  patchType: 'strategic' | 'merge' | 'json' | 'apply';
  fieldValidation: 'Strict' | 'Warn' | 'Ignore';
  dryRun: boolean;
}
const step: fc.Arbitrary<Step> = fc.record({
  verb: fc.constantFrom('create', 'create', 'update', 'patch', 'apply', 'status', 'scale', 'delete'),
  object: manifest,
  patch: fc.oneof(manifest, junk, fc.array(operation, { maxLength: 3 })),
  patchType,
  fieldValidation,
  dryRun: fc.boolean(),
});

function requestOf({ verb, object, patch, patchType: type, ...options }: Step): ApiRequest | undefined {
  const resource = resourceOfKind(
    JSON.stringify(object.apiVersion ?? '').slice(1, -1),
    JSON.stringify(object.kind ?? '').slice(1, -1),
  );
  if (!resource) return undefined;
  const { name: given, namespace } = (object.metadata ?? {}) as { name?: unknown; namespace?: unknown };
  const name = typeof given === 'string' ? given : 'web';
  const place = placeOf(resource, { metadata: typeof namespace === 'string' ? { namespace } : {} });
  switch (verb) {
    case 'create':
      return { verb, ...place, object, options };
    case 'update':
      return { verb, ...place, name, object, options };
    case 'status':
    case 'scale':
      return { verb: 'update', ...place, name, object, subresource: verb, options };
    case 'apply':
      return {
        verb: 'patch',
        ...place,
        name,
        patchType: 'apply',
        patch: object,
        options: { ...options, fieldManager: 'a' },
      };
    case 'patch':
      return { verb, ...place, name, patchType: type, patch, options };
    case 'delete':
      return { verb, ...place, name, options: { dryRun: options.dryRun } };
  }
}

test('whatever is sent: an answer, never a crash; what is refused or only tried changes nothing; what is stored is valid', () => {
  fc.assert(
    fc.property(fc.array(step, { minLength: 1, maxLength: 6 }), (steps) => {
      const { world } = stillCluster();
      for (const each of steps) {
        const request = requestOf(each);
        if (!request) continue;
        const before = world.store.revision;
        const { answer } = call(world, request, { actor: 'fuzz' });
        if (isFailure(answer))
          expect(answer.reason === 'InternalError' && answer.message).not.toContain('is not a function');
        if (isFailure(answer) || each.dryRun) expect(world.store.revision).toBe(before);
        else {
          const object = answer as KubernetesObject;
          const stored = world.store.objects
            .get(request.resource)
            ?.get(keyOf(object.metadata)) as unknown as ObjectToWrite;
          if (stored) expect(validateUpdate(request.resource, stored, stored)).toEqual([]);
        }
      }
    }),
    { numRuns: 300 },
  );
});

test('a world that has been through it goes on as its copy does', () => {
  fc.assert(
    fc.property(fc.array(step, { minLength: 1, maxLength: 4 }), (steps) => {
      const [one, two] = [stillCluster().world, stillCluster().world];
      for (const each of steps) {
        const request = requestOf(each);
        if (request) for (const world of [one, two]) call(world, structuredClone(request), { actor: 'fuzz' });
      }
      expect(serialize(one)).toEqual(serialize(two));
    }),
    { numRuns: 50 },
  );
});
