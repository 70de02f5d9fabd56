import { clusterFields } from './cluster.ts';
import { containerFields } from './container.ts';
import { networkFields } from './network.ts';
import { podFields } from './pod.ts';
import type { Unsupported } from './unsupported.ts';
import { volumeFields } from './volumes.ts';
import { workloadFields } from './workloads.ts';

/**
 * The support table: all that the API server takes and that then has no effect. What is neither here nor in
 * simulated.ts fails a test, so nothing is silently without effect. An entry goes when its effect comes.
 */
export const unsupported: readonly Unsupported[] = [
  ...podFields,
  ...containerFields,
  ...volumeFields,
  ...networkFields,
  ...workloadFields,
  ...clusterFields,
];
