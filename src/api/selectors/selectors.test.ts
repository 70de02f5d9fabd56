import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fieldValue } from './fields.ts';
import { matchesLabels, matchesSelector, selectorText, selects } from './labels.ts';
import { parseLabelSelector } from './parse.ts';

const key = fc.constantFrom('app', 'tier', 'example.com/zone', 'n');
const value = fc.constantFrom('a', 'b', '5', '12', '');
const labels = fc.dictionary(key, value, { maxKeys: 4 });
const requirement = fc.oneof(
  fc.tuple(key, fc.constantFrom('=', '==', '!='), value).map((parts) => parts.join('')),
  fc
    .tuple(
      key,
      fc.constantFrom(' in ', ' notin '),
      fc.array(fc.constantFrom('a', 'b', '5'), { minLength: 1, maxLength: 3 }),
    )
    .map(([name, operator, values]) => `${name}${operator}(${values.join(',')})`),
  key,
  key.map((name) => `!${name}`),
  fc.tuple(key, fc.constantFrom('<', '>'), fc.integer({ min: 0, max: 20 })).map((parts) => parts.join('')),
);
const selector = fc.array(requirement, { maxLength: 4 }).map((parts) => parts.join(','));

test('a selector selects the same when printed and read again', () => {
  fc.assert(
    fc.property(selector, labels, (text, set) => {
      const parsed = parseLabelSelector(text);
      const again = parseLabelSelector(selectorText(parsed));
      expect(selects(again, set)).toBe(selects(parsed, set));
    }),
  );
});

test('more requirements never select more', () => {
  fc.assert(
    fc.property(selector, requirement, labels, (text, more, set) => {
      const narrower = parseLabelSelector(text === '' ? more : `${text},${more}`);
      if (selects(narrower, set)) expect(selects(parseLabelSelector(text), set)).toBe(true);
    }),
  );
});

test('matchLabels says the same as the map it holds', () => {
  fc.assert(
    fc.property(labels, labels, (wanted, set) => {
      expect(matchesSelector({ matchLabels: wanted }, set)).toBe(matchesLabels(wanted, set));
    }),
  );
});

test('no selector selects nothing, an empty one everything', () => {
  expect(matchesSelector(undefined, { a: 'b' })).toBe(false);
  expect(matchesSelector({}, { a: 'b' })).toBe(true);
});

test('fields are compared as text', () => {
  const pod = { metadata: { name: 'web' }, spec: {}, status: { podIPs: [{ ip: '10.0.0.1' }, { ip: 'fd00::1' }] } };
  expect(fieldValue(pod, 'metadata.name')).toBe('web');
  expect(fieldValue(pod, 'spec.nodeName')).toBe('');
  expect(fieldValue(pod, 'spec.hostNetwork')).toBe('false');
  expect(fieldValue(pod, 'status.podIPs')).toBe('10.0.0.1,fd00::1');
});
