import type { PersistentVolume, Stored } from '../../../api/objects.ts';
import { toTimestamp } from '../../../api/time.ts';
import type { Strategy } from './strategy.ts';

/** Source: pkg/registry/core/persistentvolume/strategy.go. */
export const persistentVolume: Strategy<Stored<PersistentVolume>> = {
  hasStatus: true,
  hasGeneration: false,
  prepareForCreate: (world, object) => ({
    ...object,
    status: { phase: 'Pending', lastPhaseTransitionTime: toTimestamp(world.now) },
  }),
};
