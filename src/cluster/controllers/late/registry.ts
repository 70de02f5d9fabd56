import type { Controller } from '../controller.ts';
import { disruption } from './disruption.ts';
import { horizontal } from './horizontal.ts';
import { nodeIpam } from './nodeipam.ts';
import { persistentVolume } from './persistentvolume.ts';
import { provisioner } from './provisioner.ts';
import { claimProtection, volumeProtection } from './volumeprotection.ts';

/** What a late controller does; what must be known of it from the start stands in the registry beside. */
export type LateRules = Pick<Controller, 'keysFor' | 'reconcile' | 'refused'>;

/** The controllers whose rules a page loads after its first picture, by name. */
export const lateControllers = {
  'disruption-controller': disruption,
  'horizontal-pod-autoscaler-controller': horizontal,
  'node-ipam-controller': nodeIpam,
  'persistentvolume-binder-controller': persistentVolume,
  'csi-provisioner': provisioner,
  'persistentvolumeclaim-protection-controller': claimProtection,
  'persistentvolume-protection-controller': volumeProtection,
} satisfies Record<string, LateRules>;

export type LateControllerName = keyof typeof lateControllers;
