import type { Ingress, IngressBackend, IngressClass, Service, Stored } from '../../api/objects.ts';
import { getObject, keyOf, listObjects } from '../world/store.ts';
import type { World } from '../world/world.ts';
import { type IngressRoute, matchRoute, routesOf } from './ingress.ts';
import { type ReadyEndpoint, readyEndpoints } from './route.ts';

/** The controller that is taken as installed. */
export const ingressController = 'k8s.io/ingress-nginx';

/** Where requests for a host and path go, worked out once until a Service, Ingress or EndpointSlice changes. */
export interface Way {
  /** Key of the Ingress whose rule it is. */
  ingress?: string;
  /** Key of the Service behind it; absent: nothing takes such requests (404). */
  service?: string;
  endpoints: readonly ReadyEndpoint[];
}

interface Table {
  revision: number;
  routes: IngressRoute[];
  /** Default backends, by key of their Ingress. */
  defaults: Map<string, IngressBackend>;
  ways: Map<string, Way>;
}

/** Of each world the table that holds: nothing but a pure result of the store at that revision. */
const tables = new WeakMap<World, Table>();

/** The way of a request that comes to the ingress controller for a host and path. */
export function wayOf(world: World, host: string, path: string): Way {
  let table = tables.get(world);
  if (table?.revision !== world.network.routesRevision) {
    table = createTable(world);
    tables.set(world, table);
  }
  const key = `${host} ${path}`;
  let way = table.ways.get(key);
  if (!way) {
    way = findWay(world, table, host, path);
    table.ways.set(key, way);
  }
  return way;
}

/** Whether the ingress controller serves it: of its class, or of none. */
export function isServed(world: World, ingress: Stored<Ingress>): boolean {
  const name = ingress.spec?.ingressClassName;
  if (name === undefined) return true;
  return getObject<Stored<IngressClass>>(world.store, 'ingressclasses', name)?.spec?.controller === ingressController;
}

function createTable(world: World): Table {
  const served = listObjects<Stored<Ingress>>(world.store, 'ingresses').filter((ingress) => isServed(world, ingress));
  const routes = served.flatMap(({ metadata, spec = {} }) => routesOf(keyOf(metadata), spec));
  const defaults = new Map(
    served.flatMap(({ metadata, spec }): [string, IngressBackend][] =>
      spec?.defaultBackend ? [[keyOf(metadata), spec.defaultBackend]] : [],
    ),
  );
  return { revision: world.network.routesRevision, routes, defaults, ways: new Map() };
}

function findWay(world: World, { routes, defaults }: Table, host: string, path: string): Way {
  const match = matchRoute(routes, host, path);
  const ingress = match?.route.ingress ?? defaults.keys().next().value;
  if (ingress === undefined) return { endpoints: [] };
  const backend = match?.fits ? match.route.backend : defaults.get(ingress);
  if (!backend?.service) return { ingress, endpoints: [] };
  const [namespace] = ingress.split('/');
  const service = `${namespace}/${backend.service.name}`;
  const { name, number } = backend.service.port ?? {};
  const port = getObject<Stored<Service>>(world.store, 'services', service)?.spec?.ports?.find((candidate) =>
    number === undefined ? candidate.name === name : candidate.port === number,
  );
  return { ingress, service, endpoints: port ? readyEndpoints(world, service, port.name ?? '') : [] };
}
