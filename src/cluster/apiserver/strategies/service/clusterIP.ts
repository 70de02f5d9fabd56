import type { ServiceSpec } from '../../../../api/objects.ts';
import { couldNot, type Failure } from '../../../../api/status.ts';
import { invalidValue } from '../../../../api/validation/errors.ts';
import { freeServiceIP, networkAddress, refusedServiceIP } from '../../../network/clusterIP.ts';
import type { World } from '../../../world/world.ts';
import { needsClusterIP } from './needs.ts';
import type { Refuse } from './refuse.ts';

/**
 * The spec with its cluster IP: the one that it asks for, or one by chance. It is given when the Service gets a type that
 * has one, and stays. A dry run looks at no address. Source: allocClusterIPs and updateClusterIPs of
 * pkg/registry/core/service/storage/alloc.go.
 */
export function withClusterIP(
  world: World,
  spec: ServiceSpec,
  old: ServiceSpec | undefined,
  dryRun: boolean,
  refuse: Refuse,
): ServiceSpec | Failure {
  if (!needsClusterIP(spec) || spec.clusterIPs?.[0] === 'None' || (old && needsClusterIP(old))) return spec;
  const [asked] = spec.clusterIPs ?? [];
  if (asked && !dryRun) {
    const problem = refusedServiceIP(world, asked);
    if (problem)
      return refuse([invalidValue('spec.clusterIPs', spec.clusterIPs, `failed to allocate IP ${asked}: ${problem}`)]);
  }
  const address = asked ?? (dryRun ? networkAddress : freeServiceIP(world));
  if (address === undefined) return couldNot('failed to allocate a serviceIP: range is full');
  return { ...spec, clusterIP: address, clusterIPs: [address] };
}
