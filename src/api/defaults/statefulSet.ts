import type { StatefulSet } from '../objects.ts';
import { defaultPersistentVolumeClaim } from './persistentVolumeClaim.ts';
import { mapShared } from './share.ts';
import { defaultTemplate } from './workloads.ts';

/** A StatefulSet with its defaults. Source: apps/v1 SetDefaults_StatefulSet. */
export function defaultStatefulSet(statefulSet: StatefulSet): StatefulSet {
  const spec = statefulSet.spec ?? ({} as NonNullable<StatefulSet['spec']>);
  const { type = '', rollingUpdate: given } = spec.updateStrategy ?? {};
  // A type that is given does not bring the rest with it.
  const rollingUpdate = type === '' || given ? { ...given, partition: given?.partition ?? 0 } : undefined;
  const retention = spec.persistentVolumeClaimRetentionPolicy;
  const claims = mapShared(spec.volumeClaimTemplates, (claim) => ({
    ...defaultPersistentVolumeClaim(claim),
    kind: 'PersistentVolumeClaim',
    apiVersion: 'v1',
  }));
  return {
    ...statefulSet,
    spec: {
      ...spec,
      replicas: spec.replicas ?? 1,
      template: defaultTemplate(spec.template),
      ...(claims && { volumeClaimTemplates: claims }),
      serviceName: spec.serviceName ?? '',
      podManagementPolicy: spec.podManagementPolicy || 'OrderedReady',
      updateStrategy: { type: type || 'RollingUpdate', ...(rollingUpdate && { rollingUpdate }) },
      revisionHistoryLimit: spec.revisionHistoryLimit ?? 10,
      persistentVolumeClaimRetentionPolicy: {
        whenDeleted: retention?.whenDeleted || 'Retain',
        whenScaled: retention?.whenScaled || 'Retain',
      },
    },
  };
}
