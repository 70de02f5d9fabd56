import type { PersistentVolumeClaim, Stored, TypedLocalObjectReference } from '../../../api/objects.ts';
import type { Strategy } from './strategy.ts';

type Spec = NonNullable<PersistentVolumeClaim['spec']>;

/** Source: pkg/registry/core/persistentvolumeclaim/strategy.go. */
export const persistentVolumeClaim: Strategy<Stored<PersistentVolumeClaim>> = {
  hasStatus: true,
  hasGeneration: false,
  prepareForCreate: (_world, object) => ({
    ...object,
    ...(object.spec && { spec: withBothSources(withKnownSource(object.spec, undefined)) }),
    status: { phase: 'Pending' },
  }),
  prepareForUpdate: (_world, object, old) =>
    object.spec ? { ...object, spec: withBothSources(withKnownSource(object.spec, old.spec)) } : object,
};

const isKnown = ({ kind, apiGroup }: TypedLocalObjectReference): boolean =>
  (kind === 'PersistentVolumeClaim' && !apiGroup) ||
  (kind === 'VolumeSnapshot' && apiGroup === 'snapshot.storage.k8s.io');

/**
 * Without what is dropped without a word: a source in another namespace (its feature is off), and in the old field what
 * is neither claim nor snapshot. Source: DropDisabledFields, EnforceDataSourceBackwardsCompatibility.
 */
function withKnownSource(spec: Spec, old: Spec | undefined): Spec {
  const out = { ...spec };
  if (out.dataSourceRef?.namespace && !old?.dataSourceRef) delete out.dataSourceRef;
  if (old?.dataSource || old?.dataSourceRef || out.dataSourceRef || !out.dataSource) return out;
  if (!isKnown(out.dataSource)) delete out.dataSource;
  return out;
}

/** The old field and the new one say the same. Source: NormalizeDataSources. */
function withBothSources(spec: Spec): Spec {
  const { dataSource, dataSourceRef } = spec;
  if (dataSource && !dataSourceRef) return { ...spec, dataSourceRef: { ...dataSource } };
  if (!dataSourceRef || dataSource || dataSourceRef.namespace) return spec;
  return { ...spec, dataSource: { ...dataSourceRef } };
}
