import type { Controller } from '../controller.ts';
import { cronJob } from './cronjob.ts';
import { daemonSet } from './daemonset.ts';
import { disruption } from './disruption.ts';
import { endpointSliceMirroring } from './endpointslicemirroring.ts';
import { horizontal } from './horizontal.ts';
import { job } from './job.ts';
import { jobOrphans } from './joborphans.ts';
import { namespace } from './namespace.ts';
import { nodeIpam } from './nodeipam.ts';
import { persistentVolume } from './persistentvolume.ts';
import { podGarbageCollector } from './podgarbagecollector.ts';
import { provisioner } from './provisioner.ts';
import { resourceQuota } from './resourcequota.ts';
import { statefulSet } from './statefulset.ts';
import { ttlAfterFinished } from './ttlafterfinished.ts';
import { claimProtection, volumeProtection } from './volumeprotection.ts';

/** What a late controller does; what must be known of it from the start stands in the registry beside. */
export type LateRules = Pick<Controller, 'keysFor' | 'delay' | 'reconcile' | 'refused'>;

/** The controllers whose rules a page loads after its first picture, by name. */
export const lateControllers = {
  'daemonset-controller': daemonSet,
  'statefulset-controller': statefulSet,
  'job-controller': job,
  'job-orphans-controller': jobOrphans,
  'cronjob-controller': cronJob,
  'ttl-after-finished-controller': ttlAfterFinished,
  'disruption-controller': disruption,
  'endpoint-slice-mirroring-controller': endpointSliceMirroring,
  'horizontal-pod-autoscaler-controller': horizontal,
  'namespace-controller': namespace,
  'node-ipam-controller': nodeIpam,
  'persistentvolume-binder-controller': persistentVolume,
  'pod-garbage-collector': podGarbageCollector,
  'csi-provisioner': provisioner,
  'persistentvolumeclaim-protection-controller': claimProtection,
  'persistentvolume-protection-controller': volumeProtection,
  'resourcequota-controller': resourceQuota,
} satisfies Record<string, LateRules>;

export type LateControllerName = keyof typeof lateControllers;
