import type { ObjectToWrite } from '../objects.ts';
import { defaultDaemonSet } from './daemonSet.ts';
import { as, type Defaulter, earlyDefaults } from './early.ts';
import { defaultHorizontalPodAutoscaler } from './horizontalPodAutoscaler.ts';
import { defaultCronJob, defaultJob } from './job.ts';
import { defaultLimitRange } from './limitRange.ts';
import { defaultNetworkPolicy } from './networkPolicy.ts';
import { defaultPersistentVolume } from './persistentVolume.ts';
import { defaultPersistentVolumeClaim } from './persistentVolumeClaim.ts';
import { defaultReplicationController } from './replicationController.ts';
import { defaultResourceQuota } from './resourceQuota.ts';
import { defaultStatefulSet } from './statefulSet.ts';
import { defaultPodTemplate } from './workloads.ts';

/** What the API server fills in, by resource; a kind that is missing here has no defaults. */
const defaulters: Record<string, Defaulter> = {
  ...earlyDefaults,
  statefulsets: as(defaultStatefulSet),
  daemonsets: as(defaultDaemonSet),
  replicationcontrollers: as(defaultReplicationController),
  jobs: as(defaultJob),
  cronjobs: as(defaultCronJob),
  horizontalpodautoscalers: as(defaultHorizontalPodAutoscaler),
  limitranges: as(defaultLimitRange),
  persistentvolumes: as(defaultPersistentVolume),
  persistentvolumeclaims: as(defaultPersistentVolumeClaim),
  networkpolicies: as(defaultNetworkPolicy),
  podtemplates: as(defaultPodTemplate),
  resourcequotas: as(defaultResourceQuota),
};

/**
 * The object with the API server's defaults for its kind, in canonical form (quantities, base64, old names of fields).
 * A new object that shares what did not change. What admission, strategies and allocators add is theirs.
 */
export function applyDefaults(plural: string, object: ObjectToWrite): ObjectToWrite {
  return defaulters[plural]?.(object) ?? object;
}
