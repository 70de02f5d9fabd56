import { expect, test } from 'vitest';
import type { Drain } from '../store/drains.ts';
import { afterLine } from './drainNode.ts';

const before: Drain = { lines: [], evicting: [], evicted: [], held: [], state: 'running', cancel: () => undefined };
const after = (...lines: string[]) => lines.reduce(afterLine, before);
const refused =
  'error when evicting pods/"web-1" -n "default" (will retry after 5s): Cannot evict pod as it would violate the pod\'s disruption budget.';

test('a Pod is to go until kubectl says that it has gone', () => {
  const drain = after(
    'node/node-1 cordoned',
    'evicting pod default/web-1',
    'evicting pod default/web-2',
    'pod/web-2 evicted',
  );
  expect(drain).toMatchObject({ evicting: ['web-1', 'web-2'], evicted: ['web-2'], held: [] });
});

test('a budget holds a Pod back until it is asked for again', () => {
  expect(after('evicting pod default/web-1', refused).held).toEqual(['web-1']);
  expect(after('evicting pod default/web-1', refused, 'evicting pod default/web-1').held).toEqual([]);
  expect(after('evicting pod default/web-1', refused, 'evicting pod default/web-1').evicting).toEqual(['web-1']);
});
