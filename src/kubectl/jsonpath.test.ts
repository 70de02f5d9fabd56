import { describe, expect, it } from 'vitest';
import { renderJsonPath, valuesAt } from './jsonpath.ts';

const list = {
  items: [
    { metadata: { name: 'a', labels: { 'app.kubernetes.io/name': 'x' } }, spec: { replicas: 0 } },
    { metadata: { name: 'b' }, spec: { replicas: 4, containers: [{ image: 'nginx' }, { image: 'redis' }] } },
    { metadata: { name: 'c' }, spec: { replicas: 2 } },
  ],
};

describe('jsonpath', () => {
  it.each([
    ['{.items[0].metadata.name}', 'a'],
    ['{.items[-1:].metadata.name}', 'c'],
    ['{.items[*].metadata.name}', 'a b c'],
    ['{.items[1:3].metadata.name}', 'b c'],
    ['{.items[?(@.spec.replicas==4)].metadata.name}', 'b'],
    ['{.items[?(@.spec.replicas>0)].metadata.name}', 'b c'],
    ['{.items[?(@.metadata.name=="c")].spec.replicas}', '2'],
    ['{.items[?(@.spec.containers)].metadata.name}', 'b'],
    ['{.items[0].metadata.labels.app\\.kubernetes\\.io/name}', 'x'],
    ["{.items[0].metadata.labels['app\\.kubernetes\\.io/name']}", 'x'],
    ['{range .items[*]}{.metadata.name}{"\\t"}{.spec.replicas}{"\\n"}{end}', 'a\t0\nb\t4\nc\t2\n'],
    ['{..image}', 'nginx redis'],
    ['name={.items[0].metadata.name}!', 'name=a!'],
    ['{.items[0].nothing}', ''],
    ['{.items[0].spec}', '{"replicas":0}'],
  ])('%s', (template, text) => {
    expect(renderJsonPath(template, list)).toBe(text);
  });

  it.each([
    ['{.items[*', 'unterminated array'],
    ['{.items', 'unclosed action'],
    ['{.items[9].metadata.name}', 'array index out of bounds: index 9, length 3'],
  ])('refuses %s', (template, message) => {
    expect(() => renderJsonPath(template, list)).toThrow(message);
  });

  it('finds values at a path with and without braces and dot', () => {
    for (const path of ['.items[0].metadata.name', 'items[0].metadata.name', '{.items[0].metadata.name}'])
      expect(valuesAt(path, list)).toEqual(['a']);
  });
});
