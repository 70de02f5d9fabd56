import { describe } from 'vitest';
import { type EffectiveOptions, effectiveResources, qosClass } from '../../../src/api/effective.ts';
import type { Pod } from '../../../src/api/objects.ts';
import { quantityText } from '../../../src/api/quantity.ts';
import { whileResized } from '../../../src/api/whileResized.ts';
import { type Case, readCases, testCases } from './recorded.ts';

interface Input {
  pod: Pod;
  options?: EffectiveOptions & { useStatusResources?: boolean };
}
interface Amounts {
  requests: Record<string, string>;
  limits: Record<string, string>;
}

const texts = (pod: Pod, kind: 'requests' | 'limits', options?: EffectiveOptions) =>
  Object.fromEntries(
    Object.entries(effectiveResources(pod, kind, options)).map(([name, amount]) => [name, quantityText(amount)]),
  );

describe('requests and limits of a Pod', () => {
  const cases = readCases<Input, Amounts>('requests.json');
  const asAmounts = ({ name, in: input, out: { requests, limits } }: Case<Input, Amounts>) => ({
    name,
    in: input,
    out: { requests, limits },
  });
  testCases(cases.map(asAmounts), ({ pod, options }) => {
    const counted = options?.useStatusResources ? whileResized(pod) : pod;
    return { requests: texts(counted, 'requests', options), limits: texts(counted, 'limits', options) };
  });
});

describe('QoS class', () => {
  testCases(readCases<{ pod: Pod }, string>('qos.json'), ({ pod }) => qosClass(pod));
});
