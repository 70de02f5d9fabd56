import { defaultService } from '../../../api/defaults/service.ts';
import type { Service, ServiceSpec, Stored } from '../../../api/objects.ts';
import { resourceOf } from '../../../api/resources.ts';
import { type Failure, invalid, isFailure } from '../../../api/status.ts';
import { laterParts } from '../../later/later.ts';
import { holdServiceIPs } from '../../network/clusterIP.ts';
import { holdNodePorts } from '../../network/nodePorts.ts';
import { keyOf, remove } from '../../world/store.ts';
import type { World } from '../../world/world.ts';
import { withClusterIP } from './service/clusterIP.ts';
import { withFamilies } from './service/families.ts';
import { withClusterIPs, withGiven } from './service/given.ts';
import { needsClusterIP, needsHealthCheckPort, needsNodePorts, nodePortsOf } from './service/needs.ts';
import { withNodePorts } from './service/nodePorts.ts';
import { withoutVoidFields } from './service/voidFields.ts';
import type { Strategy, Write } from './strategy.ts';

type StoredService = Stored<Service>;

/** Source: beginCreate and beginUpdate of pkg/registry/core/service/storage/storage.go. */
function allocate(
  world: World,
  object: StoredService,
  before: StoredService | undefined,
  { dryRun, isChecked }: Write,
): StoredService | Failure {
  const refuse = (errors: Parameters<typeof invalid>[2]) =>
    invalid(resourceOf('services'), object.metadata.name ?? '', errors);
  const check = isChecked ? laterParts('validation').rules.validateServiceAddresses : () => [];
  const given = object.spec ?? {};
  const old = before && (before.spec ?? {});
  const kept = withClusterIPs(old ? withGiven(given, old) : given, old);
  const familiar = withFamilies(kept, old, check);
  if (Array.isArray(familiar)) return refuse(familiar);
  const addressed = withClusterIP(world, familiar, old, dryRun, refuse);
  if (isFailure(addressed)) return addressed;
  const spec = withNodePorts(world, addressed, old, dryRun, refuse);
  return isFailure(spec) ? spec : { ...object, spec };
}

/** The addresses and node ports that a Service of this spec holds. */
function holdingsOf(spec: ServiceSpec): { addresses: string[]; ports: number[] } {
  const addresses = needsClusterIP(spec) ? (spec.clusterIPs ?? []).filter((address) => address !== 'None') : [];
  const ports = needsNodePorts(spec) ? nodePortsOf(spec) : [];
  if (needsHealthCheckPort(spec) && spec.healthCheckNodePort) ports.push(spec.healthCheckNodePort);
  return { addresses, ports };
}

function hold(world: World, { metadata, spec = {} }: StoredService): void {
  const { addresses, ports } = holdingsOf(spec);
  holdServiceIPs(world, keyOf(metadata), addresses);
  holdNodePorts(world, keyOf(metadata), ports);
}

/** A Service holds its cluster IP for life, and node ports while its type has them. Source: pkg/registry/core/service. */
export const service: Strategy<StoredService> = {
  hasStatus: true,
  hasGeneration: false,
  allocate,
  hold,
  prepareForCreate: (_world, object) => ({ ...object, status: { loadBalancer: {} } }),
  prepareForUpdate(_world, object, old) {
    const spec = withoutVoidFields(object.spec ?? {}, old.spec ?? {});
    // Whoever balanced the load does so no more.
    const isBalanced = spec.type === 'LoadBalancer' || Object.keys(object.status?.loadBalancer ?? {}).length === 0;
    return { ...object, spec, ...(!isBalanced && { status: { ...object.status, loadBalancer: {} } }) };
  },
  prepareForStatusUpdate: (object) => defaultService(object) as StoredService,
  afterRemoval(world, object, cause) {
    hold(world, { ...object, spec: { type: 'ExternalName' } });
    // Else the next Service of the name would begin with them. Source: afterDelete.
    remove(world.store, world.now, 'endpoints', keyOf(object.metadata), cause);
  },
};
