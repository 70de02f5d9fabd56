import type { Namespace, Stored } from '../../../api/objects.ts';
import type { Strategy } from './strategy.ts';

/** A Namespace carries its own name as a label, and the finalizer `kubernetes` until its contents are gone. */
export const namespace: Strategy<Stored<Namespace>> = {
  hasStatus: true,
  hasGeneration: false,
  prepareForCreate: (_world, object) => ({
    ...object,
    metadata: {
      ...object.metadata,
      labels: { ...object.metadata.labels, 'kubernetes.io/metadata.name': object.metadata.name },
    },
    spec: { finalizers: [...new Set([...(object.spec?.finalizers ?? []), 'kubernetes'])] },
    status: { phase: 'Active' },
  }),
  // The finalizers change only through their own subresource.
  prepareForUpdate: (_world, object, old) => ({ ...object, ...(old.spec && { spec: old.spec }) }),
};
