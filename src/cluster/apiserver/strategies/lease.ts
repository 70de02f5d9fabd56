import type { Lease, Stored } from '../../../api/objects.ts';
import type { Strategy } from './strategy.ts';

type StoredLease = Stored<Lease>;

/** Leaders are not coordinated: CoordinatedLeaderElection is off in 1.36. Source: coordination/lease/strategy.go. */
function uncoordinated(lease: StoredLease): StoredLease {
  const { spec } = lease;
  if (spec?.strategy === undefined && spec?.preferredHolder === undefined) return lease;
  const { strategy: _strategy, preferredHolder: _holder, ...rest } = spec;
  return { ...lease, spec: rest };
}

export const lease: Strategy<StoredLease> = {
  hasStatus: false,
  hasGeneration: false,
  prepareForCreate: (_world, object) => uncoordinated(object),
  prepareForUpdate: (_world, object) => uncoordinated(object),
};
