import fc from 'fast-check';
import { expect, it } from 'vitest';
import { requestOf } from '../../../scene/scheduling/amounts.ts';
import { capped } from './capped.ts';

const container = (name: string, cpu: number) => ({ name, resources: { requests: { cpu: `${cpu}m` } } });

it('lowers the largest request first, and leaves the small ones alone', () => {
  const spec = { containers: [container('web', 3000), container('log', 200)] };
  expect(capped(spec, 'cpu', 2000).containers.map(({ resources }) => resources?.requests)).toEqual([
    { cpu: '1800m' },
    { cpu: '200m' },
  ]);
});

it('never requests more than it may, whatever containers there are', () => {
  const amounts = fc.array(fc.integer({ min: 0, max: 8000 }), { minLength: 1, maxLength: 4 });
  fc.assert(
    fc.property(amounts, amounts, fc.integer({ min: 0, max: 8000 }), (main, init, most) => {
      const spec = {
        containers: main.map((cpu, index) => container(`c${index}`, cpu)),
        initContainers: init.map((cpu, index) => container(`i${index}`, cpu)),
      };
      expect(requestOf({ spec: capped(spec, 'cpu', most) }, 'cpu')).toBeLessThanOrEqual(most);
    }),
  );
});
