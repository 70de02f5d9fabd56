import type { Service, Stored } from '../../../api/objects.ts';
import { allocateServiceIP, refusedServiceIP, releaseServiceIP } from '../../network/clusterIP.ts';
import { keyOf } from '../../world/store.ts';
import type { Strategy } from './strategy.ts';

/** A Service gets its ClusterIP at creation and keeps it for life. */
export const service: Strategy<Stored<Service>> = {
  hasStatus: true,
  hasGeneration: false,
  prepareForCreate: (_world, object) => ({ ...object, status: { loadBalancer: {} } }),
  checkWishes(world, object) {
    const wanted = object.spec?.clusterIP;
    const detail = wanted && wanted !== 'None' && refusedServiceIP(world, keyOf(object.metadata), wanted);
    return detail ? [{ type: 'Invalid value', field: 'spec.clusterIPs', value: [wanted], detail }] : [];
  },
  allocate(world, object) {
    const { clusterIP, type } = object.spec ?? {};
    if (type === 'ExternalName') return object;
    const address =
      clusterIP === 'None' ? 'None' : allocateServiceIP(world, keyOf(object.metadata), clusterIP || undefined);
    return { ...object, spec: { ...object.spec, clusterIP: address, clusterIPs: [address] } };
  },
  prepareForUpdate(_world, object, old) {
    if (!old.spec?.clusterIP || object.spec?.clusterIP) return object;
    const { clusterIP, clusterIPs = [clusterIP] } = old.spec;
    return { ...object, spec: { ...object.spec, clusterIP, clusterIPs } };
  },
  afterRemoval: (world, object) => releaseServiceIP(world, keyOf(object.metadata)),
};
