import type { EndpointSlice, Service, Stored } from '../../api/objects.ts';
import { type Chance, pick } from '../world/chance.ts';
import { getObject, listIndexed } from '../world/store.ts';
import type { World } from '../world/world.ts';

/** Where a connection goes: an address and a port of a Pod or node. */
export interface Destination {
  ip: string;
  port: number;
}

const address = /^\d{1,3}(\.\d{1,3}){3}$/;
const clusterDomain = 'svc.cluster.local';

/**
 * The address of a host name as cluster DNS and a Pod's search path give it: `web`, `web.default`, `web.default.svc`,
 * `web.default.svc.cluster.local`, `localhost`, or an address itself. Headless services give their first ready
 * endpoint, ExternalName ones what their name resolves to. Undefined: no such host.
 */
export function resolve(world: World, host: string, fromNamespace: string): string | undefined {
  if (host === 'localhost') return '127.0.0.1';
  if (address.test(host)) return host;
  const [name = '', namespace = fromNamespace, ...rest] = host.replace(/\.$/, '').split('.');
  const domain = rest.join('.');
  if (domain !== '' && domain !== 'svc' && domain !== clusterDomain) return undefined;
  const key = `${namespace}/${name}`;
  const service = getObject<Stored<Service>>(world.store, 'services', key);
  if (!service) return undefined;
  if (service.spec?.type === 'ExternalName') {
    const target = service.spec.externalName;
    return target && target !== host ? resolve(world, target, namespace) : undefined;
  }
  if (service.spec?.clusterIP === 'None') return readyEndpoints(world, key)[0]?.ip;
  return service.spec?.clusterIP;
}

/**
 * Where a connection to an address and port ends: for a service's ClusterIP one of its ready endpoints, taken by
 * chance as kube-proxy does (the first one where no chance is given); any other address is its own destination.
 * Undefined: a service without ready endpoint, or without that port.
 */
export function destination(world: World, ip: string, port: number, chance?: Chance): Destination | undefined {
  const key = world.network.serviceIPs.get(ip);
  if (key === undefined) return { ip, port };
  const service = getObject<Stored<Service>>(world.store, 'services', key);
  const servicePort = service?.spec?.ports?.find((candidate) => candidate.port === port);
  if (!servicePort) return undefined;
  const endpoints = readyEndpoints(world, key, servicePort.name ?? '');
  return chance && endpoints.length > 0 ? pick(chance, endpoints) : endpoints[0];
}

/** An endpoint that takes connections, and whose it is. */
export interface ReadyEndpoint extends Destination {
  /** Key and uid of the Pod behind it, if it is one. */
  pod?: { key: string; uid: string };
}

/** The ready endpoints of a service (`namespace/name`) for a port by its name; without the name those of any port. */
export function readyEndpoints(world: World, key: string, portName?: string): ReadyEndpoint[] {
  const found: ReadyEndpoint[] = [];
  for (const slice of listIndexed<Stored<EndpointSlice>>(world.store, 'endpointSlicesByService', key)) {
    const port = slice.ports?.find((candidate) => portName === undefined || (candidate.name ?? '') === portName);
    if (slice.addressType === 'FQDN' || (!port?.port && portName !== undefined)) continue;
    for (const endpoint of slice.endpoints ?? []) {
      const [ip] = endpoint.addresses;
      if (!ip || endpoint.conditions?.ready === false) continue;
      const target = endpoint.targetRef;
      found.push({
        ip,
        port: port?.port ?? 0,
        ...(target?.kind === 'Pod' && {
          pod: { key: `${target.namespace}/${target.name}`, uid: target.uid ?? '' },
        }),
      });
    }
  }
  return found;
}
