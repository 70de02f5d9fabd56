import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { canonicalize } from '../canonical.ts';
import type { KubernetesObject, ObjectToWrite } from '../objects.ts';
import { resourceOf } from '../resources.ts';
import { isFailure } from '../status.ts';
import { typeFault } from './check.ts';
import { difference, fromFieldsV1, intersection, isEmptySet, pathsOf, toFieldsV1, union } from './fieldSet.ts';
import { fieldsOfValue } from './fieldsOfValue.ts';
import { applied, kindOfResource, managedFieldsAfter } from './writes.ts';

const deployments = resourceOf('deployments');
const kind = kindOfResource(deployments);
const shape = { type: kind.type };
const time = '2026-01-01T00:00:00Z';

function apply(live: KubernetesObject | undefined, manager: string, given: object, force = false): KubernetesObject {
  const answer = applied(deployments, kind, { manager, time }, live, given, force);
  if (isFailure(answer)) throw new Error(answer.message);
  const object = canonicalize('deployments', answer.object);
  return { ...object, metadata: { uid: 'u', ...object.metadata } } as unknown as KubernetesObject;
}

function update(live: KubernetesObject, manager: string, change: (spec: Record<string, unknown>) => void, at = time) {
  const next = structuredClone(live) as KubernetesObject & { spec: Record<string, unknown> };
  change(next.spec);
  const managedFields = managedFieldsAfter(deployments, kind, { manager, time: at }, live, next as never);
  return { ...next, metadata: { ...next.metadata, managedFields } } as KubernetesObject;
}

const deployment = (fields: { labels?: object; spec?: object }): ObjectToWrite => ({
  apiVersion: 'apps/v1',
  kind: 'Deployment',
  metadata: { name: 'web', ...(fields.labels && { labels: fields.labels as Record<string, string> }) },
  spec: fields.spec ?? {},
});

const word = fc.constantFrom('a', 'b', 'c', 'd');
const labels = fc.dictionary(word, word, { maxKeys: 3 });
const container = fc.record(
  {
    name: word,
    image: word,
    args: fc.array(word, { minLength: 1, maxLength: 2 }),
    env: fc.uniqueArray(fc.record({ name: word, value: word }), { selector: ({ name }) => name, minLength: 1 }),
    ports: fc.uniqueArray(fc.record({ containerPort: fc.constantFrom(80, 443) }), {
      selector: ({ containerPort }) => containerPort,
      minLength: 1,
    }),
  },
  { requiredKeys: ['name'] },
);
const manifest = fc
  .record({
    labels,
    replicas: fc.option(fc.nat(3), { nil: undefined }),
    nodeSelector: labels,
    containers: fc.uniqueArray(container, { selector: ({ name }) => name, minLength: 1, maxLength: 3 }),
  })
  .map(({ labels: own, replicas, nodeSelector, containers }) =>
    deployment({
      labels: own,
      spec: { ...(replicas !== undefined && { replicas }), template: { spec: { nodeSelector, containers } } },
    }),
  );

/** What an object says, without the order of lists that are merged, and without those who manage it. */
const content = (object: object) => fieldsAndValues(object).sort();
function fieldsAndValues(object: object): string[] {
  const { metadata, ...rest } = object as KubernetesObject;
  const text = (value: unknown, path: string): string[] => {
    if (Array.isArray(value))
      return value.flatMap((element) =>
        text(element, `${path}/${JSON.stringify((element as { name?: string }).name)}`),
      );
    if (typeof value !== 'object' || value === null) return [`${path}=${JSON.stringify(value)}`];
    return Object.entries(value).flatMap(([key, inner]) => text(inner, `${path}/${key}`));
  };
  return [...text(rest, ''), ...text({ labels: metadata.labels }, '')];
}

const fieldsOf = (object: KubernetesObject, manager: string) =>
  fromFieldsV1(object.metadata.managedFields?.find((entry) => entry.manager === manager)?.fieldsV1);

describe('sets of fields', () => {
  const set = manifest.map((object) => fieldsOfValue(shape, object));

  test('FieldsV1 there and back', () => {
    fc.assert(
      fc.property(set, (fields) => {
        expect(fromFieldsV1(JSON.parse(JSON.stringify(toFieldsV1(fields))))).toEqual(fields);
      }),
    );
  });

  test('what two have is what one has without the other, and what both have', () => {
    fc.assert(
      fc.property(set, set, (a, b) => {
        expect(pathsOf(union(difference(a, b), intersection(a, b)))).toEqual(pathsOf(a));
        expect(isEmptySet(intersection(difference(a, b), b))).toBe(true);
      }),
    );
  });
});

describe('server-side apply', () => {
  test('twice is once, and nothing is changed by the second time', () => {
    fc.assert(
      fc.property(manifest, manifest, (first, object) => {
        const once = apply(apply(undefined, 'alice', first), 'alice', object);
        expect(apply(once, 'alice', object)).toEqual(once);
      }),
    );
  });

  test('of other fields by the same manager leaves what a single apply would have made', () => {
    fc.assert(
      fc.property(manifest, manifest, (first, second) => {
        const changed = apply(apply(undefined, 'alice', first), 'alice', second);
        expect(content(changed)).toEqual(content(apply(undefined, 'alice', second)));
      }),
    );
  });

  test('its managers hold the fields that they gave', () => {
    fc.assert(
      fc.property(manifest, manifest, (a, b) => {
        const both = apply(apply(undefined, 'alice', a), 'bob', b, true);
        const given = fieldsOfValue(shape, { spec: b.spec });
        expect(isEmptySet(difference(given, fieldsOf(both, 'bob')))).toBe(true);
      }),
    );
  });

  test('of fields that nobody else gives never conflicts, and who comes first does not matter', () => {
    const of = (names: string[]) =>
      fc.subarray(names, { minLength: 1 }).map((chosen) =>
        deployment({
          labels: Object.fromEntries(chosen.map((name) => [name, name])),
          spec: { template: { spec: { containers: chosen.map((name) => ({ name, image: name })) } } },
        }),
      );
    fc.assert(
      fc.property(of(['a', 'b', 'c']), of(['x', 'y', 'z']), (a, b) => {
        const ab = apply(apply(undefined, 'alice', a), 'bob', b);
        const ba = apply(apply(undefined, 'bob', b), 'alice', a);
        expect(content(ab)).toEqual(content(ba));
        expect(ab.metadata.managedFields).toEqual(ba.metadata.managedFields);
      }),
    );
  });

  test('what two share, one may give up; what none has any more goes', () => {
    const [full, less] = [deployment({ spec: { replicas: 3 } }), deployment({ spec: { paused: true } })];
    const shared = apply(apply(undefined, 'alice', full), 'bob', full);
    const givenUp = apply(shared, 'alice', less);
    expect(givenUp).toMatchObject({ spec: { replicas: 3, paused: true } });
    expect(apply(givenUp, 'bob', less)).toMatchObject({ spec: { paused: true } });
    expect(apply(givenUp, 'bob', less)).not.toHaveProperty('spec.replicas');
  });

  test('of what another holds is refused with who and what, and taken by force', () => {
    const live = apply(undefined, 'alice', deployment({ spec: { replicas: 3, paused: true } }));
    const wanted = deployment({ spec: { replicas: 4, paused: false } });
    expect(() => apply(live, 'bob', wanted)).toThrow(
      'Apply failed with 2 conflicts: conflicts with "alice":\n- .spec.paused\n- .spec.replicas',
    );
    const scaled = update(live, 'kubectl', (spec) => {
      spec.replicas = 7;
    });
    expect(() => apply(scaled, 'alice', deployment({ spec: { replicas: 3, paused: true } }))).toThrow(
      'Apply failed with 1 conflict: conflict with "kubectl" using apps/v1: .spec.replicas',
    );
    const forced = apply(live, 'bob', wanted, true);
    expect(forced.metadata.managedFields?.map(({ manager }) => manager)).toEqual(['bob']);
  });

  test('to an object that nobody managed takes what stands there for somebody else', () => {
    const { managedFields: _, ...metadata } = apply(undefined, 'x', deployment({ spec: { replicas: 3 } })).metadata;
    const live = { ...deployment({ spec: { replicas: 3 } }), metadata } as unknown as KubernetesObject;
    expect(() => apply(live, 'alice', deployment({ spec: { replicas: 4 } }))).toThrow(
      'conflict with "before-first-apply" using apps/v1: .spec.replicas',
    );
  });

  test('of a value of a wrong type, an unknown field or one element twice is refused with the path', () => {
    const fault = (spec: object) => typeFault(shape, deployment({ spec }));
    expect(fault({ replicas: 'three' })).toBe('.spec.replicas: expected numeric (int or float), got string');
    expect(fault({ replcas: 3 })).toBe('.spec.replcas: field not declared in schema');
    expect(fault({ template: { spec: { containers: [{ name: 'a' }, { name: 'a' }] } } })).toBe(
      '.spec.template.spec.containers: duplicate entries for key [name="a"]',
    );
    expect(fault({ template: 3 })).toBe('.spec.template: expected map, got &{3}');
    expect(fault({ template: { metadata: { labels: { a: 1 } } } })).toBe(
      '.spec.template.metadata.labels.a: expected string, got &value.valueUnstructured{Value:1}',
    );
  });
});

describe('an update', () => {
  const live = apply(undefined, 'alice', deployment({ spec: { replicas: 3, paused: true } }));

  test('takes the fields that it changes, and those alone', () => {
    const changed = update(live, 'editor', (spec) => {
      spec.replicas = 4;
    });
    expect(toFieldsV1(fieldsOf(changed, 'editor'))).toEqual({ 'f:spec': { 'f:replicas': {} } });
    expect(toFieldsV1(fieldsOf(changed, 'alice'))).toEqual({ 'f:spec': { 'f:paused': {} } });
  });

  test('that changes nothing leaves the managers as they are', () => {
    const same = update(live, 'editor', () => undefined);
    expect(same.metadata.managedFields).toBe(live.metadata.managedFields);
  });

  test('is remembered for the last ten who made one, the others together', () => {
    let object = live;
    for (let turn = 1; turn <= 14; turn++) {
      object = update(
        object,
        `editor-${turn}`,
        (spec) => {
          spec[['replicas', 'minReadySeconds', 'revisionHistoryLimit', 'progressDeadlineSeconds'][turn % 4] ?? ''] =
            turn;
          spec.template = {
            metadata: { labels: Object.fromEntries([...Array(turn)].map((_, at) => [`l${at}`, 'x'])) },
          };
        },
        `2026-01-01T00:00:${String(turn).padStart(2, '0')}Z`,
      );
    }
    const updaters = object.metadata.managedFields?.filter(({ operation }) => operation === 'Update') ?? [];
    expect(updaters).toHaveLength(10);
    expect(updaters[0]?.manager).toBe('ancient-changes');
  });

  test('may forget all managers, or write them as it likes', () => {
    const next = { ...live, metadata: { ...live.metadata, managedFields: [] } };
    const author = { manager: 'editor', time };
    expect(managedFieldsAfter(deployments, kind, author, live, next as never)).toBeUndefined();
    const entry = {
      manager: 'x',
      operation: 'Apply',
      apiVersion: 'apps/v1',
      fieldsType: 'FieldsV1',
      fieldsV1: { 'f:spec': {} },
    };
    const given = { ...live, metadata: { ...live.metadata, managedFields: [entry] } };
    expect(managedFieldsAfter(deployments, kind, author, live, given as never)).toEqual([entry]);
  });
});
