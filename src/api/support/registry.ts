import { clusterFields } from './cluster.ts';
import { containerFields } from './container.ts';
import { networkFields } from './network.ts';
import { podFields } from './pod.ts';
import type { Unsupported } from './unsupported.ts';
import { volumeFields } from './volumes.ts';
import { workloadFields } from './workloads.ts';

/** What a part of the table is about. */
export type SupportArea = 'workloads' | 'pods' | 'containers' | 'volumes' | 'network' | 'cluster';

/**
 * The support table: all that the API server takes and that then has no effect. What is neither here nor in
 * simulated.ts fails a test, so nothing is silently without effect. An entry goes when its effect comes.
 */
export const supportTable: readonly { area: SupportArea; entries: readonly Unsupported[] }[] = [
  { area: 'workloads', entries: workloadFields },
  { area: 'pods', entries: podFields },
  { area: 'containers', entries: containerFields },
  { area: 'volumes', entries: volumeFields },
  { area: 'network', entries: networkFields },
  { area: 'cluster', entries: clusterFields },
];

/** All entries. */
export const unsupported: readonly Unsupported[] = supportTable.flatMap(({ entries }) => entries);
