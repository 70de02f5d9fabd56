import type { StatefulSet, Stored } from '../../../api/objects.ts';
import type { Strategy } from './strategy.ts';
import { workload } from './workload.ts';

/** `maxUnavailable` belongs to a feature that is off: it is dropped without a word. */
function withoutMaxUnavailable(object: Stored<StatefulSet>): Stored<StatefulSet> {
  const { updateStrategy } = object.spec ?? {};
  const { maxUnavailable, ...rollingUpdate } = updateStrategy?.rollingUpdate ?? {};
  if (maxUnavailable === undefined || !object.spec) return object;
  return { ...object, spec: { ...object.spec, updateStrategy: { ...updateStrategy, rollingUpdate } } };
}

export const statefulSet: Strategy<Stored<StatefulSet>> = {
  hasStatus: true,
  hasGeneration: true,
  prepareForCreate: (world, object) =>
    withoutMaxUnavailable((workload.prepareForCreate?.(world, object) ?? object) as Stored<StatefulSet>),
  prepareForUpdate: (_world, object) => withoutMaxUnavailable(object),
};
