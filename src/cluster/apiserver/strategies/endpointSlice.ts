import { isSame } from '../../../api/equal.ts';
import type { Endpoint, EndpointSlice, Stored } from '../../../api/objects.ts';
import type { Strategy } from './strategy.ts';

type Slice = Stored<EndpointSlice>;

function withoutTopology(endpoint: Endpoint): Endpoint {
  const { deprecatedTopology: _dropped, ...rest } = endpoint;
  return rest;
}

const drop = (slice: Slice): Slice =>
  slice.endpoints?.some((endpoint) => endpoint.deprecatedTopology)
    ? { ...slice, endpoints: slice.endpoints.map(withoutTopology) }
    : slice;

/** The conditions are no pointer in Go: they are there, if empty. */
const complete = (slice: Slice): Slice =>
  slice.endpoints?.some((endpoint) => !endpoint.conditions)
    ? {
        ...slice,
        endpoints: slice.endpoints.map((endpoint) => ({ ...endpoint, conditions: endpoint.conditions ?? {} })),
      }
    : slice;

/** Version 1 knows of no topology of endpoints, but keeps what is not touched. Source: dropTopologyOnV1. */
export const endpointSlice: Strategy<Slice> = {
  hasStatus: false,
  hasGeneration: true,
  prepareForCreate: (_world, object) => complete(drop(object)),
  prepareForUpdate: (_world, object, old) =>
    isSame(object.endpoints, old.endpoints) ? object : complete(drop(object)),
};
