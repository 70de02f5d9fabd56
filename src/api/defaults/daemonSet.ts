import type { DaemonSet } from '../objects.ts';
import { defaultTemplate } from './workloads.ts';

/** A DaemonSet with its defaults. Source: apps/v1 SetDefaults_DaemonSet. */
export function defaultDaemonSet(daemonSet: DaemonSet): DaemonSet {
  const spec = daemonSet.spec ?? ({} as NonNullable<DaemonSet['spec']>);
  const type = spec.updateStrategy?.type || 'RollingUpdate';
  const given = spec.updateStrategy?.rollingUpdate;
  const rollingUpdate = type === 'RollingUpdate' ? { maxUnavailable: 1, maxSurge: 0, ...given } : given;
  return {
    ...daemonSet,
    spec: {
      ...spec,
      template: defaultTemplate(spec.template),
      updateStrategy: { type, ...(rollingUpdate && { rollingUpdate }) },
      revisionHistoryLimit: spec.revisionHistoryLimit ?? 10,
    },
  };
}
