import { expect, test } from 'vitest';
import { resources } from '../resources.ts';
import { fieldsOf, type Type } from '../structure.ts';
import { supportHints, unsupportedField } from './hints.ts';
import { unsupported } from './registry.ts';
import { simulated } from './simulated.ts';

const whoseOwn = ['apiVersion', 'kind', 'metadata', 'status'];
const innermost = (type: Type): Type => ('of' in type ? innermost(type.of) : type);

/** Every field of every kind that a user may write, down to where one is without effect. */
function reachable(): string[] {
  const found = new Set<string>();
  const visited = new Set<string>();
  const visit = (struct: string) => {
    if (visited.has(struct)) return;
    visited.add(struct);
    for (const [name, { type }] of fieldsOf(struct)) {
      if (whoseOwn.includes(name)) continue;
      const field = `${struct}.${name}`;
      found.add(field);
      const inner = innermost(type);
      if (!unsupportedField(field) && inner.kind === 'struct') visit(inner.name);
    }
  };
  for (const { kind } of resources) visit(kind);
  return [...found].sort();
}

const supported = Object.entries(simulated).flatMap(([struct, names]) =>
  names.split(' ').map((name) => `${struct}.${name}`),
);

test('every field that the API server takes is simulated or listed, and none is both', () => {
  const listed = unsupported.flatMap(({ fields }) => fields);
  expect([...supported, ...listed.filter((field) => reachable().includes(field))].sort()).toEqual(reachable());
});

test('every listed field exists', () => {
  const isThere = (field: string) => {
    const [struct = '', name = ''] = field.split('.');
    return fieldsOf(struct).has(name);
  };
  expect(unsupported.flatMap(({ fields }) => fields).filter((field) => !isThere(field))).toEqual([]);
});

test('an entry says in both languages what happens instead, in a sentence', () => {
  for (const { en, ko } of unsupported) {
    expect(en).toMatch(/^[A-Z].*\.$/);
    expect(ko).toMatch(/[가-힣].*\.$/);
  }
});

test('hints point at the fields of a manifest that have no effect, and only at those that ask for something', () => {
  const pod = {
    kind: 'Pod',
    spec: {
      hostIPC: false,
      containers: [
        { name: 'a', image: 'nginx', resources: { limits: { cpu: '1' } } },
        { name: 'b', image: 'nginx', stdin: true, securityContext: { privileged: true, capabilities: {} } },
      ],
      volumes: [{ name: 'data', nfs: { server: 'a', path: '/' } }],
    },
  };
  expect(supportHints('pods', pod).map(({ path }) => path)).toEqual([
    'spec.containers[1].securityContext.privileged',
    'spec.containers[1].stdin',
    'spec.volumes[0].nfs',
  ]);
  const updateStrategy = { rollingUpdate: { maxUnavailable: 2, partition: 1 } };
  expect(
    supportHints('statefulsets', { kind: 'StatefulSet', spec: { updateStrategy } }).map(({ path }) => path),
  ).toEqual(['spec.updateStrategy.rollingUpdate.maxUnavailable']);
});
