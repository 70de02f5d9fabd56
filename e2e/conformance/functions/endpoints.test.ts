import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Endpoint, Node, Pod, Service, Stored } from '../../../src/api/objects.ts';
import { matchesLabels } from '../../../src/api/selectors/labels.ts';
import { labelsOf, planSlices } from '../../../src/cluster/controllers/endpointslice/slices.ts';
import { groupEndpoints } from '../../../src/cluster/controllers/endpointslice.ts';

interface RecordedSlice {
  addressType: string;
  generateName: string;
  labels: Record<string, string>;
  ports: unknown[];
  endpoints: Endpoint[] | number;
}

interface EndpointsCase {
  name: string;
  in: { service: Stored<Service>; pods: Stored<Pod>[]; nodes: Stored<Node>[]; maxEndpointsPerSlice?: number };
  out: { slices: RecordedSlice[]; error?: string; note?: string };
}

const cases: EndpointsCase[] = JSON.parse(
  readFileSync(new URL('../recordings/functions/endpoints.json', import.meta.url), 'utf8'),
);

const nameOf = ({ targetRef }: Endpoint) => targetRef?.name ?? '';

/** What the controller would make of a Service that has no slices yet, in the recorder's form. */
function slicesOf({ service, pods, nodes, maxEndpointsPerSlice }: EndpointsCase['in']): EndpointsCase['out'] {
  if (!service.spec?.selector || service.spec.type === 'ExternalName') return { slices: [] };
  const selected = pods.filter(
    ({ metadata }) =>
      metadata.namespace === service.metadata.namespace && matchesLabels(service.spec?.selector, metadata.labels),
  );
  const { groups, error } = groupEndpoints(service, selected, (name) =>
    nodes.find(({ metadata }) => metadata.name === name),
  );
  const { create } = planSlices(service, [], groups, maxEndpointsPerSlice ?? 100);
  const slices = create.map(({ addressType, ports, endpoints }) => ({
    addressType,
    generateName: `${service.metadata.name}-`,
    labels: labelsOf(service),
    ports,
    endpoints: maxEndpointsPerSlice
      ? endpoints.length
      : [...endpoints].sort((a, b) => (nameOf(a) < nameOf(b) ? -1 : 1)),
  }));
  return { slices, ...(error && { error }) };
}

describe('EndpointSlices of a Service, as recorded', () => {
  it.each(cases)('$name', ({ in: input, out }) => {
    const { slices, error } = slicesOf(input);
    // The order of slices means nothing.
    expect(slices).toHaveLength(out.slices.length);
    for (const slice of out.slices) expect(slices).toContainEqual(slice);
    for (const slice of slices) expect(out.slices).toContainEqual(slice);
    expect(error).toBe(out.error);
  });
});
